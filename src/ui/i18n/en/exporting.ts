/** Words of the dialog in which one chooses what to save. */
export const exporting = {
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
  // What a layout's pixels have in the file.
  convention: 'Values',
  conventionLoses: 'ADE20K has neither clouds nor snow: they become sky and mountain.',
  projectNote: 'Everything in one file, to open here and go on with.',
  copy: 'Copy',
  copyNote: 'Copies it as PNG, to paste elsewhere.',
};

export type ExportMessages = typeof exporting;
