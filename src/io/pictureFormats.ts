import { PICTURE_FORMATS, type PictureFormat } from '../protocol/fileMaker.ts';

/** What a file of each format is called and tells of itself. */
export const PICTURE_FILES: Readonly<Record<PictureFormat, { readonly type: string; readonly ending: string }>> = {
  png: { type: 'image/png', ending: '.png' },
  jpeg: { type: 'image/jpeg', ending: '.jpg' },
  webp: { type: 'image/webp', ending: '.webp' },
};

/** Of the canvas that is tried: a colour, and a side in pixels. */
const TRIED = [200, 120, 40, 255] as const;
const SIDE = 4;

/**
 * The formats that this browser writes. PNG is written by the page; the others by a canvas, where the browser has an encoder for
 * them (Safari has none for WebP) and leaves the pixels as they are: some add noise against those who recognise people by it.
 */
export async function writtenFormats(): Promise<readonly PictureFormat[]> {
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d');
  if (!context) return ['png'];
  context.fillStyle = `rgb(${TRIED.slice(0, 3).join(' ')})`;
  context.fillRect(0, 0, SIDE, SIDE);
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  if (data.some((value, at) => value !== TRIED[at % 4])) return ['png'];
  const writes = await Promise.all(PICTURE_FORMATS.map((format) => doesWrite(context, format)));
  return PICTURE_FORMATS.filter((format, at) => format === 'png' || writes[at]);
}

/** What a browser does not write, it writes as PNG. */
async function doesWrite({ canvas }: OffscreenCanvasRenderingContext2D, format: PictureFormat): Promise<boolean> {
  const { type } = PICTURE_FILES[format];
  const blob = await canvas.convertToBlob({ type }).catch(() => undefined);
  return blob?.type === type;
}
