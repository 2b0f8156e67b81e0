import { number } from '../format.ts';

/** Words of sharing a picture, and of one that was shared. */
export const sharing = {
  button: 'Share',
  heading: 'Share a link',
  note: 'The picture is in the link itself: nothing is uploaded, and whoever has the link has the picture. They need this page and the decoder of its model.',
  title: 'Title, if you like',
  link: 'The link',
  size: (characters: number) => `${number(characters)} characters.`,
  copy: 'Copy the link',
  copied: 'The link is copied.',
  notCopied: 'The browser did not let it be copied. It is selected: copy it with the keyboard.',
  send: 'Send…',
  code: 'The link as a QR code',
  dense: 'It is a dense one: hold the camera close and still.',
  noCode: 'The link is too long for a QR code.',
  tooLong: (characters: number) =>
    `The link would have ${number(characters)} characters, and some messengers cut what is that long. Send the project file instead.`,
  saveProject: 'Save the project',
  notYet: 'A link can be made as soon as the model is known. Try again in a moment.',
  otherTokens:
    'The model that made this picture has more codes than a link has room for. Send the project file instead.',
  offered: {
    heading: 'A shared picture',
    note: 'The address has a picture in it. It would take the place of what you have here; undo would bring that back.',
    named: (title: string) => `It is called “${title}”.`,
    open: 'Open it here',
    leave: 'Leave it',
  },
};

export type ShareMessages = typeof sharing;
