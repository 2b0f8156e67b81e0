import type { ExportedThing } from '../../../state/exporting/exportChoice.ts';
import type { PictureFormat } from '../../../protocol/fileMaker.ts';

/** Words of the dialog in which one chooses what to save. */
export interface ExportMessages {
  readonly what: string;
  readonly things: Readonly<Record<ExportedThing, string>>;
  readonly size: string;
  readonly format: string;
  readonly formatNotes: Readonly<Record<PictureFormat, string>>;
  readonly pngOfPicture: string;
  /** What a layout's pixels have in the file. */
  readonly convention: string;
  readonly conventionLoses: string;
  readonly projectNote: string;
  readonly copy: string;
  readonly copyNote: string;
}

export const exporting: ExportMessages = {
  what: 'What',
  things: { picture: 'Picture', layout: 'Layout', pair: 'Both', project: 'Project' },
  size: 'Size in pixels',
  format: 'Format',
  formatNotes: {
    png: 'Every pixel as it is.',
    jpeg: 'Small, and opens everywhere.',
    webp: 'Smaller than JPEG, and opens in browsers.',
  },
  pngOfPicture: 'Every pixel as it is, and how the picture was made.',
  convention: 'Values',
  conventionLoses: 'ADE20K has neither clouds nor snow: they become sky and mountain.',
  projectNote: 'Everything in one file, to open here and go on with.',
  copy: 'Copy',
  copyNote: 'Copies it as PNG, to paste elsewhere.',
};
