/** Labels of entries of the history that change the layout alone: a running job does not mind them. */
export const LAYOUT_ENTRIES: ReadonlySet<string> = new Set([
  'stroke',
  'erase',
  'fill',
  'clear',
  'shape',
  'roughen',
  'move',
  'cut',
  'paste',
  'flip',
]);
