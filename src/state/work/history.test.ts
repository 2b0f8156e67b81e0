import { hashOf } from '../../core/hashOf.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../commands.ts';
import { changeFormat, goToEntry, redo, undo } from './documentActions.ts';
import { resultOf, tokensEvent } from '../testing/fakeEngine.ts';
import { CELLS, fakeStudio, LATTICE, type FakeStudio } from '../testing/fakeStudio.ts';

const all = (token: number) => new Int16Array(CELLS).fill(token);
const currentOf = ({ history }: FakeStudio) => history.getState().current;
const resultOfNow = ({ history }: FakeStudio) => history.pictureOf(history.getState().current)?.result;

function tile(gray: number) {
  const rect = { x: 0, y: 0, width: 128, height: 128 };
  const pixels = new Uint8ClampedArray(4 * 128 * 128).fill(gray).map((value, at) => (at % 4 === 3 ? 255 : value));
  return { type: 'tile', jobId: 1, rect, pixels, final: true, candidate: 0 } as const;
}

/** Paints a picture of one token and one gray, and has it finished. */
async function paint(studio: FakeStudio, token: number): Promise<void> {
  await studio.startPainting();
  studio.engine.latest('paint').onEvent(tile(token));
  await studio.engine.answer('paint', resultOf(new Int16Array(studio.document.tokens.length).fill(token), true));
}

const hashOfAll = ({ buffer }: { readonly buffer: ArrayBufferLike }) => hashOf(new Uint8Array(buffer));

/** Of pixels a hash: comparing them one by one would take seconds. */
function seen({ document, store }: FakeStudio) {
  const { origin, coverage } = store.getState();
  return {
    lattice: document.lattice,
    layout: hashOfAll(document.layout.ids),
    tokens: hashOfAll(document.tokens),
    picture: hashOfAll(document.picture),
    origin,
    coverage,
  };
}

const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('fill'), id: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ kind: fc.constant('paint'), token: fc.integer({ min: 1, max: 200 }) }),
    fc.record({ kind: fc.constant('format'), columns: fc.constantFrom(8, 12) }),
    fc.record({ kind: fc.constant('mood'), mood: fc.constantFrom(0, 1) }),
    fc.record({ kind: fc.constantFrom('undo', 'redo') }),
    fc.record({ kind: fc.constant('go'), to: fc.nat() }),
  ),
  { maxLength: 10 },
);

describe('the history of the page', () => {
  it('gives back layout, tokens, pixels, lattice and settings bit for bit, from any entry to any other and back', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(), fc.nat(), async (plan, from, to) => {
        const studio = fakeStudio();
        const states = new Map([[currentOf(studio), seen(studio)]]);
        const go = (pick: number) => {
          const nodes = studio.history.nodes();
          goToEntry(studio, nodes[pick % nodes.length]!.id);
        };
        for (const step of plan) {
          const [entry, { origin }] = [currentOf(studio), studio.store.getState()];
          if ('token' in step && studio.document.lattice.columns === LATTICE.columns) await paint(studio, step.token);
          else if ('id' in step) studio.history.fill(step.id, 'fill');
          else if ('columns' in step) changeFormat(studio, { rows: 8, columns: step.columns });
          else if ('mood' in step) studio.store.setState({ mood: step.mood });
          else if ('to' in step) go(step.to);
          else if (step.kind === 'undo') undo(studio);
          else redo(studio);
          // A picture that is the one before, token for token, is no entry: that one says how it was made last, in all entries
          // that show it.
          const now = seen(studio);
          if ('token' in step && currentOf(studio) === entry) {
            for (const [id, state] of states) {
              if (state.origin === origin) states.set(id, { ...state, origin: now.origin });
            }
          }
          if ('token' in step || !states.has(currentOf(studio))) states.set(currentOf(studio), now);
          expect(seen(studio)).toEqual(states.get(currentOf(studio)));
        }
        for (const pick of [from, to, from]) {
          go(pick);
          expect(seen(studio)).toEqual(states.get(currentOf(studio)));
        }
      }),
      {
        numRuns: 40,
        examples: [
          [
            [
              { kind: 'paint', token: 3 },
              { kind: 'fill', id: 1 },
              { kind: 'paint', token: 3 },
            ],
            0,
            1,
          ],
        ],
      },
    );
  });

  it('notes each result with a thumbnail, its seed and when it was made', async () => {
    const studio = fakeStudio();
    await paint(studio, 50);
    studio.history.fill(3, 'fill');
    await paint(studio, 90);
    const nodes = studio.history.nodes();
    expect(nodes.map(({ label, kind }) => [label, kind])).toEqual([
      [undefined, 'result'],
      ['paint', 'result'],
      ['fill', 'gesture'],
      ['paint', 'result'],
    ]);
    expect(nodes.map(({ result }) => result?.thumbnail.pixels[0])).toEqual([0xd8, 50, undefined, 90]);
    expect(nodes.map(({ result }) => result?.origin?.settings.seed)).toEqual([undefined, 100, undefined, 101]);
    expect(nodes[3]?.result?.time).toBeGreaterThanOrEqual(nodes[1]!.result!.time);
    const bytes = nodes.reduce((sum, { result }) => sum + (result?.bytes ?? 0), 0);
    expect(studio.history.getState().bytes).toBeGreaterThan(bytes);
  });

  it('remembers the picture before this one, for as long as its pixels and its size are the same', async () => {
    const studio = fakeStudio();
    const { pictures, store } = studio;
    const hasBefore = () => store.getState().hasBefore;
    await paint(studio, 50);
    expect(hasBefore()).toBe(false);
    studio.history.fill(3, 'fill');
    await paint(studio, 90);
    expect([hasBefore(), pictures.before()?.[0]]).toEqual([true, 50]);
    expect(runCommand(studio, 'compare-before')).toBe(true);
    expect(store.getState().comparing).toBe('before');
    studio.history.fill(4, 'fill');
    expect([hasBefore(), pictures.before()?.[0]]).toEqual([true, 50]);
    await studio.startPainting();
    expect(runCommand(studio, 'compare-before')).toBe(false);
    await studio.engine.answer('paint', resultOf(all(120), true));
    expect(pictures.before()?.[0]).toBe(90);
    undo(studio);
    undo(studio);
    undo(studio);
    undo(studio);
    expect([studio.document.picture[0], hasBefore()]).toEqual([50, false]);
    changeFormat(studio, { rows: 8, columns: 12 });
    expect(hasBefore()).toBe(false);
  });

  it('opens a branch when one paints after going back, and both can be gone to', async () => {
    const studio = fakeStudio();
    await paint(studio, 50);
    await paint(studio, 90);
    const first = currentOf(studio);
    undo(studio);
    await paint(studio, 120);
    expect(studio.history.nodes().map(({ children }) => children.length)).toEqual([1, 2, 0, 0]);
    goToEntry(studio, first);
    expect(studio.document.tokens).toEqual(all(90));
    expect(studio.document.picture[0]).toBe(90);
  });

  it('says how the picture was made that one goes to, but for a seed that the person holds on to', async () => {
    const studio = fakeStudio();
    studio.store.setState({ mood: 1 });
    await paint(studio, 50);
    const first = currentOf(studio);
    studio.store.setState({ mood: 0 });
    await paint(studio, 90);
    goToEntry(studio, first);
    expect(studio.store.getState()).toMatchObject({ mood: 1, settings: { seed: 100 } });
    studio.store.setState({ seedLocked: true });
    redo(studio);
    expect(studio.store.getState()).toMatchObject({ mood: 0, settings: { seed: 100 } });
  });

  it('leaves the settings alone when only strokes are taken back', async () => {
    const studio = fakeStudio();
    await paint(studio, 50);
    studio.history.fill(3, 'fill');
    studio.store.setState({ mood: 1 });
    undo(studio);
    expect(studio.store.getState().mood).toBe(1);
  });

  it('ends a job before it goes to another picture, and keeps what there is of it as a branch', async () => {
    const studio = fakeStudio();
    await paint(studio, 50);
    const first = currentOf(studio);
    await paint(studio, 90);
    studio.history.fill(3, 'fill');
    await studio.startPainting();
    studio.engine.latest('paint').onEvent(tokensEvent([0], [5]));
    goToEntry(studio, first);
    expect(studio.document.tokens).toEqual(all(50));
    expect(studio.store.getState().job.phase).toBe('idle');
    const unfinished = studio.history.nodes().at(-1)!;
    expect(unfinished.result?.origin?.finished).toBe(false);
    goToEntry(studio, unfinished.id);
    expect(studio.document.tokens.slice(0, 2)).toEqual(Int16Array.of(5, -1));
    expect(studio.store.getState().job).toMatchObject({ phase: 'stopped', done: 1 });
  });

  it('makes a picture again that was undone, also while the next one is painted, which stays as a branch', async () => {
    const studio = fakeStudio();
    await paint(studio, 50);
    await paint(studio, 90);
    const second = currentOf(studio);
    undo(studio);
    await studio.startPainting();
    studio.engine.latest('paint').onEvent(tokensEvent([0], [5]));
    redo(studio);
    expect(currentOf(studio)).toBe(second);
    expect(studio.document.tokens).toEqual(all(90));
    expect(studio.store.getState().job.phase).toBe('idle');
    expect(studio.history.nodes().map(({ children }) => children.length)).toEqual([1, 2, 0, 0]);
  });

  it('lets a job go on while one walks about among strokes', async () => {
    const studio = fakeStudio();
    await paint(studio, 50);
    const first = currentOf(studio);
    studio.history.fill(3, 'fill');
    await studio.startPainting();
    goToEntry(studio, first);
    expect(studio.store.getState().job.phase).toBe('starting');
    expect(studio.document.layout.ids[0]).toBe(12);
    await studio.engine.answer('paint', resultOf(all(90), true));
    expect(resultOfNow(studio)?.coverage).toBe('whole');
  });

  it('keeps what a job has added without an entry, whichever way one left it', async () => {
    const studio = fakeStudio();
    await paint(studio, 50);
    await paint(studio, 90);
    const second = currentOf(studio);
    undo(studio);
    studio.document.putTokens(Uint16Array.of(3), Int16Array.of(77));
    goToEntry(studio, second);
    undo(studio);
    expect(studio.document.tokens[3]).toBe(77);
  });
});
