/** Whether this browser takes pictures into the clipboard. */
export function mayCopyPictures(): boolean {
  return 'ClipboardItem' in globalThis && typeof navigator.clipboard?.write === 'function';
}

/**
 * Puts a PNG into the clipboard. Has to be called from a click or a key: the picture may be made after that.
 * @throws DOMException where the browser does not let it
 */
export async function copyPng(blob: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
}
