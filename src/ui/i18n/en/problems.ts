import type { ProblemMessages } from '../messages.ts';
import { counted, list, number } from './format.ts';

const READS = 'This page reads pictures, projects and models.';
const MODEL = 'Pick manifest.json together with the files that it names.';

/** Words for what cannot be used, and what to do about it. */
export const problems: ProblemMessages = {
  empty: ({ file }) => `“${file}” is empty.`,
  'cut-off': ({ file }) => `“${file}” is cut off. Save or download it again.`,
  damaged: ({ file }) => `“${file}” is damaged.`,
  'too-large': ({ file }) => `“${file}” is larger than anything this page reads.`,
  'unknown-file': ({ file }) => `“${file}” cannot be opened here. ${READS}`,
  'not-picture': ({ file }) => `“${file}” is not a picture that this page reads.`,
  'not-png': ({ file }) => `“${file}” is not a PNG file.`,
  'not-layout': ({ file }) => `“${file}” is not a layout: that is a PNG with one byte of class id for each pixel.`,
  'not-project': ({ file }) => `“${file}” is a ZIP file, but not a Plein Air project.`,
  incomplete: ({ file }) => `“${file}” is incomplete: part of it is missing.`,
  'other-version': ({ file }) => `“${file}” was made by another version of this page. Reload the page and try again.`,
  'unreadable-picture': ({ file }) => `“${file}” contains a picture that this browser cannot read.`,
  'unpacks-too-large': ({ file }) =>
    `“${file}” holds more data than this page unpacks. Save it with 8 bits per channel, or smaller.`,
  'too-large-for-browser': ({ file }) =>
    `“${file}” is too large for this browser. A PNG might work, or a smaller file.`,
  'photograph-among-maps': ({ file }) => `“${file}” looks like a photo. Open it on its own to extend it.`,
  'not-shared': ({ file }) =>
    `“${file}” is on another site that does not let this page download it. Save it there, and drop the file here.`,
  'partly-fetched': ({ file }) => `“${file}” was only partly downloaded. Drag it here once more.`,
  'link-damaged': () => 'This link is damaged or cut off. Ask for it once more.',
  'link-version': () => 'This link was made by another version of this page. Reload the page and try again.',
  'empty-address': () => 'There is no picture in what you dropped.',
  'nothing-dropped': () => `There is nothing to open in that. ${READS}`,
  'nothing-in-folder': () => `There is nothing to open in that folder. ${READS}`,
  'no-manifest': () => `A model has a file called manifest.json. ${MODEL}`,
  'picture-held': () => 'That picture is open in another tab. Continue there, or duplicate it.',
  'picture-missing': () => 'That picture is gone: it was deleted in another tab.',
  'picture-unreadable': () =>
    'That picture cannot be read. It is kept: you can save it as a file from “Your pictures”.',
  'part-unfetched': () => 'A part of the page could not be downloaded. Check the connection and try again.',
  'reading-no-memory': () => 'There was not enough memory to read this. Scale it down, or close other tabs.',
  'reading-failed': () => 'This could not be read. If other programs open it, please report it.',
  'reading-stopped': () => 'Reading was stopped.',
  'making-no-memory': () =>
    'There was not enough memory to make this file. Close other tabs, or save the picture at its own size.',
  'making-failed': () => 'The file could not be made. Try again, or save it in another format.',
  'making-stopped': () => 'Making the file was stopped.',
  'no-film': () => 'This browser could not make a film of the picture. Save it as a GIF instead.',
  'not-copied': () => 'The browser did not let the picture be copied. Save it instead.',
  'page-fault': () => 'Something went wrong in the page. Nothing is lost: try again.',
  'not-fetched': ({ file, status }) =>
    `“${file}” could not be downloaded${status === undefined ? '' : ` (status ${status})`}. Try again in a moment.`,
  'wrong-entry': ({ file, entry, reason }) =>
    `“${file}” cannot be read: ${entry === '' ? 'it' : `its entry “${entry}”`} is wrong (${reason}).`,
  'wrong-size': ({ file, size, expected }) =>
    `“${file}” has ${pixels(size)} pixels where ${expected.map(pixels).join(' or ')} were expected.`,
  'no-class': ({ file, classId }) => `“${file}” has a pixel of class ${classId}, and there is no such class.`,
  interlaced: ({ file, bits }) =>
    `“${file}” is interlaced with ${counted(bits, 'bit', 'bits')} per pixel. Save it without interlacing.`,
  'map-size': ({ file, size, minimum, maximum }) =>
    `“${file}” has ${pixels(size)} pixels. A side may have ${number(minimum)} to ${number(maximum)}: scale it first.`,
  'photograph-small': ({ file, size, minimum }) =>
    `“${file}” has ${pixels(size)} pixels, which is too small: a side needs at least ${number(minimum)}.`,
  'photograph-large': ({ file, size, maximum }) =>
    `“${file}” has ${megapixels(size.width * size.height)} megapixels. ` +
    `This page reads photos of up to ${megapixels(maximum)}: scale it down first.`,
  undecodable: ({ file, format }) =>
    format === undefined
      ? `“${file}” is damaged, or a picture that this browser cannot read.`
      : `“${file}” is ${format === 'heic' ? 'a HEIC' : 'an AVIF'} picture, which this browser cannot read. ` +
        'Save it as JPEG or PNG to open it here.',
  'left-out': ({ files }) => `Not opened with the rest: ${list(files.map((file) => `“${file}”`))}.`,
  'many-files': ({ most }) => `That folder has more than ${number(most)} files. Pick the folder of one model.`,
};

function pixels({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${width} × ${height}`;
}

function megapixels(count: number): string {
  return number(count / 1e6);
}
