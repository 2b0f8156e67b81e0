/** Raised with every change that an older page would misread. Files of every older version are read, too. */
export const PROJECT_VERSION = 2;

export const PROJECT_ENDING = '.pleinair';

/** What the parts of a project are called within its ZIP. */
export const PROJECT_PARTS = {
  about: 'plein-air.json',
  layout: 'layout.png',
  tokens: 'tokens.bin',
  picture: 'picture.png',
  own: 'photograph.png',
} as const;
