import { hashOf } from '../../core/hashOf.ts';
import { EMPTY_TOKEN, SUB_CELL_PIXELS, SUB_CELLS, type Lattice } from '../../core/lattice.ts';
import { chosenZoom } from '../../core/zoom.ts';
import { subCellsOf } from '../../core/layout.ts';
import { pictureSize } from '../../core/picturePixels.ts';
import { IoError, type Problem } from '../../core/problem.ts';
import { findLink, FRAGMENT } from '../../core/shareLink/findLink.ts';
import { decodeShareLink, encodeShareLink, linkHolds } from '../../core/shareLink/shareLink.ts';
import type { SharedPicture } from '../../core/shareLink/sharedPicture.ts';
import { pictureToSave } from '../../document/pictureToSave.ts';
import { stoppedJob } from '../painting/jobState.ts';
import { knowsTokensOf, type PictureOrigin } from '../picture/pictureOrigin.ts';
import type { Studio } from '../studio.ts';
import { replaceWork } from '../work/replaceWork.ts';

/** Longer addresses are cut by some messengers and mail programs: docs/links.md. Characters. */
export const MOST_ADDRESS = 8_000;

/** Whether a link has room for the picture's tokens: a model may have more codes than its 10 bits. */
export function fitsLink({ document }: Studio): boolean {
  return linkHolds(pictureToSave(document).tokens);
}

/** The picture and its layout as a link; undefined while it is not known which model's tokens they are, or if none has room. */
export function linkOf(studio: Studio, address: string, title: string): string | undefined {
  const { document, store } = studio;
  if (!fitsLink(studio)) return undefined;
  const { origin, bundle, mood, zoom, settings } = store.getState();
  const codebook = origin?.codebook ?? bundle.manifest?.codebook.id;
  const name = origin?.bundle ?? bundle.manifest?.id;
  if (codebook === undefined || name === undefined) return undefined;
  const link = encodeShareLink({
    bundle: name,
    codebook,
    lattice: document.lattice,
    subCells: subCellsOf(document.layout, document.lattice),
    tokens: pictureToSave(document).tokens,
    mood: origin?.mood ?? mood,
    zoom: origin?.zoom ?? zoom,
    settings: origin?.settings ?? settings,
    title,
  });
  const url = new URL(address);
  url.hash = `${FRAGMENT}=${link}`;
  return url.href;
}

/** The parameter with which the page shows a shared picture and its replay alone. */
export const EMBED = 'embed';

/** HTML that puts the shared picture into a page of someone else's. */
export function snippetFor({ document }: Studio, link: string): string {
  const url = new URL(link);
  url.searchParams.set(EMBED, '');
  const { width, height } = pictureSize(document.lattice, document.cellPixels);
  // Room for what is below the picture.
  const size = `width="${width}" height="${height + 120}"`;
  return `<iframe src="${url.href.replaceAll('&', '&amp;')}" ${size} title="Plein Air" loading="lazy"></iframe>`;
}

/** What an address carries after `#p=`, whatever messengers have done to it; undefined where it carries no picture. */
export function linkIn(address: string): string | undefined {
  const { hash } = new URL(address);
  return findLink(hash) ?? (hash.startsWith(`#${FRAGMENT}=`) ? hash.slice(FRAGMENT.length + 2) : undefined);
}

/** The picture that a link carries, or why there is none. */
export function readLink(link: string): SharedPicture | Problem {
  try {
    return decodeShareLink(link);
  } catch (error) {
    if (error instanceof IoError) return error.problem;
    throw error;
  }
}

/** Asks before a picture that came with a link takes the place of the work. */
export function offerLink({ store }: Pick<Studio, 'store'>, offered: string): void {
  store.setState({ dialog: 'link', offered, notice: undefined });
}

/** Opens the page with a picture that came with a link: there is nothing yet that undo could bring back. */
export function beginWithShared(studio: Studio, shared: SharedPicture): void {
  const { lattice, tokens } = shared;
  studio.document.reset({ lattice, tokens, layout: fromSubCells(shared.subCells, lattice) });
  studio.pictures.placed(originOf(shared));
  takeOver(studio, shared, { beside: true });
  studio.store.setState({ opened: true, title: shared.title, from: 'link' });
}

/** Shows a picture that came with a link, in place of the work. */
export async function openShared(studio: Studio, shared: SharedPicture): Promise<void> {
  const { lattice, tokens, title } = shared;
  const content = { lattice, tokens, layout: fromSubCells(shared.subCells, lattice) };
  const origin = () => originOf(shared);
  if (!(await replaceWork(studio, { ...content, label: 'shared', origin, title, from: 'link' }))) return;
  takeOver(studio, shared, { beside: false });
  await showShared(studio);
}

/** How its picture was made; undefined where the link carries a layout alone. */
function originOf(shared: SharedPicture): PictureOrigin | undefined {
  const { tokens, subCells, bundle, codebook, mood, zoom, settings } = shared;
  if (!hasPicture(tokens)) return undefined;
  const finished = !tokens.includes(EMPTY_TOKEN);
  return { bundle, codebook, mood, zoom, settings, layoutHash: hashOf(subCells), finished };
}

function hasPicture(tokens: Int16Array): boolean {
  return tokens.some((token) => token !== EMPTY_TOKEN);
}

function takeOver(
  { document, store }: Studio,
  { lattice, tokens, mood, zoom, settings, title }: SharedPicture,
  { beside }: { readonly beside: boolean },
): void {
  const isStopped = hasPicture(tokens) && tokens.includes(EMPTY_TOKEN);
  store.setState({
    mood,
    zoom: chosenZoom(zoom, lattice),
    settings,
    seedChosen: true,
    view: hasPicture(tokens) ? 'picture' : 'layout',
    notice: { kind: 'shared', title, beside },
    ...(isStopped && { job: stoppedJob(document) }),
  });
}

/** Makes the pixels of a picture that came with a link: the decoder alone is fetched. */
export async function showShared({ document, painter, store }: Studio): Promise<void> {
  await painter.inspect();
  const { bundle, origin, mood } = store.getState();
  const { manifest } = bundle;
  if (!manifest) return;
  if (!manifest.moods.some(({ id }) => id === mood)) store.setState({ mood: 0 });
  if (!hasPicture(document.tokens)) return;
  if (knowsTokensOf(manifest, origin)) await painter.decode();
  else store.setState({ notice: { kind: 'other-codebook', bundle: origin?.bundle ?? '' } });
}

function fromSubCells(subCells: Uint8Array, { rows, columns }: Lattice): Uint8Array {
  const width = columns * SUB_CELLS;
  const ids = new Uint8Array(rows * SUB_CELLS * width * SUB_CELL_PIXELS ** 2);
  for (let at = 0; at < ids.length; at++) {
    const x = at % (width * SUB_CELL_PIXELS);
    const y = Math.floor(at / (width * SUB_CELL_PIXELS));
    ids[at] = subCells[Math.floor(y / SUB_CELL_PIXELS) * width + Math.floor(x / SUB_CELL_PIXELS)]!;
  }
  return ids;
}
