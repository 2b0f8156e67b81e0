import { afterEach, expect, test } from 'vitest';
import { createEngine } from '../src/engine/createEngine.ts';
import type { EngineClient } from '../src/engine/engineClient.ts';
import { filesOf, type Manifest } from '../src/protocol/manifest.ts';
import { ENGINE_CACHE, MODEL_CACHE } from '../src/protocol/storedFiles.ts';
import type {
  BackendName,
  BundleSource,
  EngineEvent,
  PaintRequest,
  ProgressEvent,
} from '../src/protocol/paintEngine.ts';

/** The real worker behind the real client, with the tiny bundle. */
const source: BundleSource = { kind: 'url', url: '/models/tiny/manifest.json' };
const lattice = { rows: 8, columns: 12 };
const request: PaintRequest = {
  lattice,
  subCells: Uint8Array.from({ length: 8 * 12 * 16 }, (_, n) => 1 + (n % 12)),
  mood: 1,
  zoom: 0,
  settings: { temperature: 1, topK: 100, topP: 1, guidance: 1, seed: 9 },
};
const cells = lattice.rows * lattice.columns;

let engine: EngineClient;
afterEach(() => engine.dispose());

async function ready(backend: BackendName, workers: 1 | 2 = 2) {
  engine = createEngine({ workers, threads: 1 });
  const events: EngineEvent[] = [];
  await engine.load({ source, backend, need: 'paint' }, { onEvent: (event) => events.push(event) });
  return events;
}

function bytesOf(manifest: Manifest, names: readonly (keyof ReturnType<typeof filesOf>)[]): number {
  return names.reduce((sum, name) => sum + filesOf(manifest)[name]!.bytes, 0);
}

/** As a browser that was never here. */
async function storeNothing(): Promise<void> {
  await caches.delete(MODEL_CACHE);
  await caches.delete(ENGINE_CACHE);
}

test('inspect says what a bundle is and how much is to be fetched, before anything is', async () => {
  await storeNothing();
  engine = createEngine();
  const { manifest, download } = await engine.call('inspect', { source, backend: 'wasm' });
  expect(manifest.id).toBe('tiny');
  expect(download.missing).toBe(download.total);
  // The engine is by far the most of it, and has to be fetched whatever is wanted.
  const engineBytes = download.total - bytesOf(manifest, ['context', 'step', 'features', 'upsampler', 'swatches']);
  expect(engineBytes).toBeGreaterThan(3_000_000);
  // Painting has the decoder in it, and nothing of photographs.
  expect(await engine.call('downloadSize', { source, backend: 'wasm', needs: ['paint', 'look'] })).toEqual(download);
  const encoder = await engine.call('downloadSize', { source, backend: 'wasm', needs: ['encode'] });
  expect((await engine.call('downloadSize', { source, backend: 'wasm', needs: ['paint', 'encode'] })).missing).toBe(
    download.missing + encoder.missing - engineBytes,
  );
  await engine.load({ source, backend: 'wasm', need: 'paint' });
  expect((await engine.call('inspect', { source, backend: 'wasm' })).download.missing).toBe(0);
  expect(await engine.call('downloadSize', { source, backend: 'wasm', needs: ['paint', 'encode'] })).toMatchObject({
    missing: encoder.total - engineBytes,
  });
});

test('a load counts bytes and graphs up to their totals, and says which backend runs and why', async () => {
  await storeNothing();
  const events = await ready('wasm');
  for (const phase of ['download', 'prepare']) {
    const steps = events.filter((event) => event.type === 'progress').filter((event) => event.phase === phase);
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.every((step, n) => n === 0 || step.done >= steps[n - 1]!.done)).toBe(true);
    expect(steps.at(-1)!.done).toBe(steps.at(-1)!.total);
  }
  // Two workers want the engine: it is fetched once, and counts once.
  const { total } = events.findLast(
    (event) => event.type === 'progress' && event.phase === 'download',
  ) as ProgressEvent;
  const { download } = await engine.call('inspect', { source, backend: 'wasm' });
  expect(total).toBe(download.total);
  const choices = events.flatMap((event) => (event.type === 'backend' ? event.choices : []));
  expect(choices.map(({ backend, reason }) => [backend, reason])).toEqual(
    ['features', 'upsampler', 'step', 'context'].map(() => ['wasm', 'override']),
  );
  expect(events.some((event) => event.type === 'swatches')).toBe(true);

  engine.dispose();
  const again = await ready('wasm');
  const phases = new Set(again.flatMap((event) => (event.type === 'progress' ? [event.phase] : [])));
  expect(phases, 'what is stored is not downloaded').toEqual(new Set(['prepare']));
});

for (const backend of ['wasm', 'webgpu'] as const) {
  test(`a photograph gets its layout on ${backend}, with the one graph that this needs`, async () => {
    engine = createEngine();
    // Long and low: the network sees less of it.
    const long = { rows: 8, columns: 64 };
    const size = 8 * 64;
    const choices: string[] = [];
    await engine.load(
      { source, backend, need: 'segment' },
      { onEvent: (event) => event.type === 'backend' && choices.push(...event.choices.map(({ graph }) => graph)) },
    );
    expect(choices).toEqual(['segmenter']);
    const pixels = Uint8ClampedArray.from({ length: size * 256 * 4 }, (_, at) => Math.floor(at / 7) % 256);
    const told: number[] = [];
    const layout = await engine.call(
      'segment',
      { lattice: long, pixels },
      { onEvent: (event) => event.type === 'progress' && event.phase === 'segment' && told.push(event.done) },
    );
    expect(layout).toHaveLength(size * 256);
    expect(layout.every((id) => id >= 1 && id <= 12)).toBe(true);
    expect(told).toEqual([0, size]);
    const controller = new AbortController();
    const stopped = engine.call('segment', { lattice: long, pixels }, { signal: controller.signal });
    controller.abort();
    await expect(stopped).rejects.toMatchObject({ code: 'ABORTED' });
    await expect(engine.call('segment', { lattice: long, pixels: pixels.slice(4) })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  }, 60_000);

  test(`tokens, tiles and progress stream on ${backend}, and agree with the result`, async () => {
    // A GPU in software takes seconds for what a core does in milliseconds: the smallest lattice, and one device.
    const isWasm = backend === 'wasm';
    const size = isWasm ? lattice : { rows: 8, columns: 8 };
    const count = size.rows * size.columns;
    const given = { ...request, lattice: size, subCells: request.subCells.slice(0, 16 * count) };
    await ready(backend, isWasm ? 2 : 1);
    const seen = new Int16Array(count).fill(-1);
    let final = 0;
    let sampled = 0;
    const result = await engine.call('paint', given, {
      onEvent: (event) => {
        if (event.type === 'tokens') event.cells.forEach((cell, n) => (seen[cell] = event.tokens[n]!));
        if (event.type === 'tile' && event.final) final += event.rect.width * event.rect.height;
        if (event.type === 'progress' && event.phase === 'sample') sampled = event.done;
      },
    });
    expect(result.finished).toBe(true);
    expect(seen).toEqual(result.tokens);
    expect(seen.includes(-1)).toBe(false);
    expect(final).toBe(count * 256);
    expect(sampled).toBe(count);
  }, 240_000);
}

test('stop keeps what is there, and going on gives the picture of a run that was not stopped', async () => {
  await ready('wasm');
  const whole = await engine.call('paint', request);
  const part = await engine.call('paint', request, {
    onEvent: (event) => {
      if (event.type === 'progress' && event.done >= 20) engine.stop();
    },
  });
  expect(part.finished).toBe(false);
  expect(part.tokens.filter((token) => token >= 0).length).toBeGreaterThan(0);
  expect(part.tokens.includes(-1)).toBe(true);
  const rest = await engine.call('paint', { ...request, forced: part.tokens });
  expect(rest.tokens).toEqual(whole.tokens);
});

test('one worker and two make the same picture, pixel by pixel', async () => {
  // High enough for tiles that are final before the last token.
  const tall = { rows: 20, columns: 16 };
  const given = { ...request, lattice: tall, subCells: new Uint8Array(20 * 16 * 16).fill(3) };
  const pictures: { readonly tokens: Int16Array; readonly pixels: Uint8ClampedArray; readonly tiles: number }[] = [];
  for (const workers of [1, 2] as const) {
    await ready('wasm', workers);
    // Picture pixels a layout pixel: `tiny` has 32 a cell.
    const scale = 2;
    const canvas = new OffscreenCanvas(16 * 16 * scale, 20 * 16 * scale);
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    let tiles = 0;
    const { tokens } = await engine.call('paint', given, {
      onEvent: (event) => {
        if (event.type !== 'tile' || !event.final) return;
        tiles++;
        const { x, y, width, height } = event.rect;
        context.putImageData(new ImageData(event.pixels, scale * width, scale * height), scale * x, scale * y);
      },
    });
    pictures.push({ tokens, pixels: context.getImageData(0, 0, canvas.width, canvas.height).data, tiles });
    engine.dispose();
  }
  const [one, two] = pictures;
  expect(one!.tiles).toBeGreaterThan(1);
  expect(two!.tokens).toEqual(one!.tokens);
  // In one pass: vitest's own comparison takes seconds for so many numbers.
  expect(two!.pixels.every((value, at) => value === one!.pixels[at])).toBe(true);
  expect(two!.pixels.some((value) => value !== 0)).toBe(true);
}, 120_000);

test('a new job cancels the old one, which ends with what it has', async () => {
  await ready('wasm');
  const first = engine.call('paint', request);
  const second = engine.call('paint', { ...request, settings: { ...request.settings, seed: 10 } });
  const ended = await first.catch((error: unknown) => error);
  expect(ended).toMatchObject('tokens' in (ended as object) ? { finished: false } : { code: 'ABORTED' });
  expect((await second).finished).toBe(true);
});

test.each([
  ['painter', 2],
  ['decoder', 2],
  ['painter', 1],
] as const)('a %s of %i that is killed in the middle of a job is noticed, and replaced', async (role, count) => {
  const workers: { readonly role: string; readonly worker: Worker }[] = [];
  engine = createEngine({
    workers: count,
    pingInterval: 50,
    silenceLimit: 10_000,
    spawn: (own) => {
      const worker = new Worker(new URL('./painter.worker.ts', import.meta.url), { type: 'module' });
      workers.push({ role: own, worker });
      return worker;
    },
  });
  await engine.load({ source, backend: 'wasm', need: 'paint' });
  const reasons: string[] = [];
  engine.onRestart((reason) => reasons.push(reason));
  const job = engine.call('paint', {
    ...request,
    lattice: { rows: 32, columns: 64 },
    subCells: new Uint8Array(32768).fill(1),
  });
  workers.find((one) => one.role === role)!.worker.terminate();
  await expect(job).rejects.toMatchObject({ code: 'WORKER_DIED' });
  expect(reasons).toEqual(['silent']);
  await engine.load({ source, backend: 'wasm', need: 'paint' });
  expect((await engine.call('paint', request)).finished).toBe(true);
  expect(workers).toHaveLength(2 * count);
});

test('a photograph has a token for each cell, the same each time, and one that does not fit is refused', async () => {
  await ready('wasm');
  await engine.load({ source, backend: 'wasm', need: 'encode' });
  const pixels = Uint8ClampedArray.from({ length: 4 * cells * 256 }, (_, at) => (at * 7 + (at >> 9)) % 256);
  const phases: string[] = [];
  const tokens = await engine.call(
    'encode',
    { lattice, pixels },
    { onEvent: (event) => event.type === 'progress' && phases.push(`${event.phase} ${event.done}`) },
  );
  expect(phases).toEqual(['encode 0', `encode ${cells}`]);
  expect(tokens).toHaveLength(cells);
  expect(tokens.every((token) => token >= 0 && token < 1024)).toBe(true);
  expect(new Set(tokens).size).toBeGreaterThan(1);
  expect(await engine.call('encode', { lattice, pixels })).toEqual(tokens);
  const call = engine.call('encode', { lattice, pixels: pixels.slice(4) });
  await expect(call).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('a request that cannot be is refused with a sentence', async () => {
  await ready('wasm');
  const call = engine.call('paint', { ...request, lattice: { rows: 8, columns: 9 } });
  await expect(call).rejects.toMatchObject({ code: 'BAD_REQUEST', message: 'The model cannot paint 9 x 8 cells.' });
});

test('files that a person picked are a bundle too, and one without a manifest is refused', async () => {
  const names = ['manifest.json', 'context.onnx', 'step.onnx', 'features.onnx', 'upsampler.onnx', 'swatches.bin'];
  const files = await Promise.all(
    names.map(async (name) => new File([await (await fetch(`/models/tiny/${name}`)).blob()], name)),
  );
  engine = createEngine();
  await storeNothing();
  await engine.load({ source: { kind: 'files', files }, backend: 'wasm', need: 'paint' });
  expect((await engine.call('paint', request)).finished).toBe(true);
  const call = engine.call('inspect', { source: { kind: 'files', files: files.slice(1) }, backend: 'wasm' });
  await expect(call).rejects.toMatchObject({ code: 'MANIFEST_MISSING' });
});

test('an address without a manifest, and one with something else, are refused with a sentence', async () => {
  engine = createEngine();
  const missing = engine.call('inspect', {
    source: { kind: 'url', url: '/models/none-such/manifest.json' },
    backend: 'wasm',
  });
  // A development server answers with the page.
  await expect(missing).rejects.toMatchObject({ code: expect.stringMatching(/^MANIFEST_/) as string });
  const wrong = engine.call('inspect', { source: { kind: 'url', url: '/package.json' }, backend: 'wasm' });
  await expect(wrong).rejects.toMatchObject({ code: 'MANIFEST_INVALID' });
});
