import type { Studio } from '../studio.ts';
import { pickFiles } from '../../io/pickFiles.ts';
import { orTell } from '../exporting/madeFiles.ts';
import { mayReplace } from '../work/replaceWork.ts';

/** What is kept of the photograph in the dialog stays, and the rest is painted. */
export async function completePhotograph(studio: Studio): Promise<void> {
  const { photographs, completer, store } = studio;
  const { photograph } = store.getState();
  if (photograph?.phase !== 'read' || !photograph.cut || photographs.kept.size === 0) return;
  const { document, kept } = photographs;
  const { mood, takesMood, layout } = photograph;
  const own = { kept: kept.cells.slice(), pixels: document.picture.slice() };
  const { lattice } = document;
  if (!(await mayReplace(studio))) return;
  if (takesMood && mood !== undefined) store.setState({ mood });
  store.setState({ dialog: undefined, view: 'picture' });
  await completer.complete({ lattice, own, layout });
}

/** What the photograph shows becomes the layout, to paint on; nothing else is taken of it. */
export async function takePhotographLayout(studio: Studio): Promise<void> {
  const { photographs, segmenter, store } = studio;
  const { photograph } = store.getState();
  if (photograph?.phase !== 'read' || !photograph.cut) return;
  const { lattice, picture } = photographs.document;
  const pixels = picture.slice();
  if (!(await mayReplace(studio))) return;
  store.setState({ dialog: undefined, view: 'layout' });
  await segmenter.take({ lattice, pixels });
}

/** The next picture is painted in the photograph's mood; nothing else is taken of it. */
export function takePhotographMood(studio: Studio): void {
  const { photograph } = studio.store.getState();
  if (photograph?.phase !== 'read' || photograph.mood === undefined) return;
  studio.store.setState({ mood: photograph.mood, dialog: undefined });
}

/** Lets a person pick a photograph. Has to be called from a click or a key. */
export function pickPhotograph(studio: Studio): Promise<void> {
  return pickFor(studio, (file) => studio.opener.open(file, 'photograph'));
}

/** Lets a person pick a photograph, in whose mood the next picture is painted. Has to be called from a click or a key. */
export function pickMood(studio: Studio): Promise<void> {
  return pickFor(studio, (file) => studio.opener.openForMood(file));
}

function pickFor(studio: Studio, open: (file: File) => Promise<void>): Promise<void> {
  return orTell(studio, async () => {
    const [file] = await pickFiles();
    if (file) await open(file);
  });
}
