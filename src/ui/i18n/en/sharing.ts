import { number } from './format.ts';

/** Words of sharing a picture, and of one that was shared. */
export const sharing = {
  button: 'Share',
  heading: 'Share a link',
  note: 'The picture is in the link itself. Nothing is uploaded, and anyone with the link can see the picture.',
  title: 'Title (optional)',
  link: 'Link',
  size: (characters: number) => `${number(characters)} characters.`,
  copy: 'Copy link',
  copied: 'Link copied.',
  notCopied: 'The browser blocked copying. The link is selected: copy it with the keyboard.',
  send: 'Send…',
  code: 'QR code of the link',
  dense: 'This code is dense: hold the camera close and still.',
  noCode: 'This link is too long for a QR code.',
  tooLong: (characters: number) =>
    `The link would have ${number(characters)} characters, and some messengers cut links that long. Send the project file instead.`,
  saveProject: 'Save the project',
  notYet: 'A link needs the description of the model, which has not been read yet. Try again in a moment.',
  otherTokens: 'The model that made this picture has more codes than fit into a link. Send the project file instead.',
  offered: {
    heading: 'A shared picture',
    note: 'This link has a picture in it. Opening it replaces what you have here; undo brings that back.',
    named: (title: string) => `It is called “${title}”.`,
    open: 'Open it here',
    leave: 'Ignore',
  },
};

export type ShareMessages = typeof sharing;
