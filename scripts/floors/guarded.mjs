/**
 * What the build uses and the floors lack, and why that does no harm. An entry of ours names the place where it is asked for
 * first; one of a package's says what the package does, and our own files must not use the name at all.
 *
 * @typedef {{ readonly file: string, readonly text: string }} Guard text that stands in the file: what asks for it first.
 * @typedef {{ readonly package: string, readonly why: string }} Foreign
 *
 * @type {Readonly<Record<string, Guard | Foreign>>}
 */
export const GUARDED = {
  'PointerEvent.getCoalescedEvents': {
    file: 'src/canvas/listenToPointer.ts',
    text: 'event.getCoalescedEvents?.() ?? []',
  },
  'ResizeObserverEntry.devicePixelContentBoxSize': {
    file: 'src/canvas/surface.ts',
    text: 'devicePixelContentBoxSize?.[0]',
  },
  'DataTransferItem.webkitGetAsEntry': { file: 'src/io/droppedContent.ts', text: 'item.webkitGetAsEntry?.()' },
  VideoEncoder: { file: 'src/io/videoFormat.ts', text: "!('VideoEncoder' in globalThis)" },
  'VideoEncoder.isConfigSupported_static': {
    file: 'src/io/videoFormat.ts',
    text: "!('VideoEncoder' in globalThis)",
  },
  // By its name the same: films of ours have no sound.
  'AudioDecoder.isConfigSupported_static': {
    file: 'src/io/videoFormat.ts',
    text: "!('VideoEncoder' in globalThis)",
  },
  // Where films are encoded there are the frames for it.
  VideoFrame: { file: 'src/io/videoFormat.ts', text: "!('VideoEncoder' in globalThis)" },
  'Window.launchQueue': { file: 'src/io/receivedFiles.ts', text: 'launchQueue?.setConsumer' },
  'LaunchQueue.setConsumer': { file: 'src/io/receivedFiles.ts', text: 'launchQueue?.setConsumer' },
  'Keyboard.getLayoutMap': { file: 'src/ui/keyNames.ts', text: 'keyboard?.getLayoutMap?.()' },
  'Navigator.share': { file: 'src/ui/share/ShareDialog.tsx', text: "'share' in navigator &&" },
  'Navigator.deviceMemory': { file: 'src/engine/engineWorkers.ts', text: 'deviceMemory !== undefined' },
  'Navigator.connection': { file: 'src/io/savesData.ts', text: 'connection?.saveData' },
  'NetworkInformation.saveData': { file: 'src/io/savesData.ts', text: 'connection?.saveData' },
  // A canvas that does not know it ignores it, and scales as it always does.
  'CanvasRenderingContext2D.imageSmoothingQuality': {
    file: 'workers/reader/scaled.ts',
    text: "context.imageSmoothingQuality = 'high'",
  },
  'Navigator.gpu': {
    file: 'workers/engine/webgpuStatus.ts',
    text: "!('gpu' in navigator) || navigator.gpu === undefined",
  },

  'Window.showOpenFilePicker': { package: 'browser-fs-access', why: 'a file input where it is missing' },
  'Window.showDirectoryPicker': { package: 'browser-fs-access', why: 'a file input where it is missing' },
  'Window.showSaveFilePicker': { file: 'src/io/saveFile.ts', text: "!('showSaveFilePicker' in globalThis)" },
  'FileSystemFileHandle.createWritable': {
    package: 'browser-fs-access',
    why: 'of a handle that showSaveFilePicker gave',
  },
  'HTMLInputElement.webkitdirectory': { package: 'browser-fs-access', why: 'of folders: files in their place' },
  'File.webkitRelativePath': {
    package: 'browser-fs-access',
    why: 'of folders, which a browser without them does not offer',
  },
  Float16Array: { package: 'onnxruntime-web', why: 'asked for first; Uint16Array in its place' },
  'Atomics.waitAsync': { package: 'onnxruntime-web', why: 'asked for first; of threads' },
  'Navigator.ml': { package: 'onnxruntime-web', why: 'WebNN, which is not asked for' },
  'Uint8Array.fromHex': { package: '@noble/hashes', why: 'asked for first' },
  'Uint8Array.toHex': { package: '@noble/hashes', why: 'asked for first' },
  'Error.captureStackTrace': { package: 'fflate', why: 'asked for first' },
  'Window.setImmediate': { package: 'react-dom', why: 'asked for first' },
  'Window.navigation': { package: 'react-dom', why: 'of view transitions, which the page does not use' },
  'Navigation.currentEntry': { package: 'react-dom', why: 'of view transitions' },
  'NavigateEvent.canIntercept': { package: 'react-dom', why: 'of view transitions' },
  'Document.startViewTransition': { package: 'react-dom', why: 'of view transitions' },
  'ViewTransition.skipTransition': { package: 'react-dom', why: 'of view transitions' },
  'css.properties.view-transition-name': { package: 'react-dom', why: 'of view transitions' },
  'css.properties.view-transition-class': { package: 'react-dom', why: 'of view transitions' },
  EncodedVideoChunk: { package: 'mediabunny', why: 'made by the encoder, which is asked for first' },
  EncodedAudioChunk: { package: 'mediabunny', why: 'of sound: films of ours have none' },
  AudioData: { package: 'mediabunny', why: 'of sound: films of ours have none' },
  'AudioEncoder.encodeQueueSize': { package: 'mediabunny', why: 'of sound: films of ours have none' },
  SuppressedError: { package: 'mediabunny', why: 'its compiler’s stand-in where it is missing' },
  'SuppressedError.suppressed': { package: 'mediabunny', why: 'its compiler’s stand-in where it is missing' },
  'Symbol.asyncDispose': { package: 'mediabunny', why: 'of a decoder’s cursors: films of ours are written alone' },
  'Temporal.Duration': { package: 'mediabunny', why: 'no such thing: an element of Matroska' },
  'Touch.force': { package: 'mediabunny', why: 'no such thing: an option of its own' },
  'NetworkInformation.downlink': { package: 'react-dom', why: 'asked for first' },
  'CropTarget.fromElement_static': {
    package: 'react-dom',
    why: 'no such thing: the old name of a mouse event’s relatedTarget',
  },
};

/** Interfaces whose objects are had through one door alone, and the guard of that door. */
export const BEHIND = [
  { interfaces: /^GPU/, door: 'Navigator.gpu' },
  { interfaces: /^ML/, door: 'Navigator.ml' },
];

/** Names of no API here: minified ones, and words of a package's own. */
export const NO_API = new Set([
  'CSS.ic_static',
  'CSS.pc_static',
  'Function.displayName',
  'CSSStyleDeclaration.cssFloat',
  'Profiler.Profiler',
  'ML.createContext',
  'html.global_attributes.is',
  // A method of ours, and a symbol that mediabunny makes itself where it is missing.
  'Symbol.dispose',
]);

/** Styles that a browser without them leaves out, and what is then lost. */
export const LEFT_OUT = [
  { places: /^css\.properties\.cursor\./, lost: 'a cursor, where there is none' },
  { places: /^css\.properties\.forced-color-adjust/, lost: 'nothing: Safari has no forced colours' },
  { places: /^css\.properties\.scrollbar-width/, lost: 'nothing: bars of fingers lie over what scrolls, for a moment' },
  { places: /^css\.properties\.resize/, lost: 'the handle of a text field, where fingers have none' },
  {
    places: /^css\.selectors\.-(?:webkit|moz)-/,
    lost: 'nothing: each browser has its own name for the part, and all are there',
  },
  {
    places: /^css\.properties\.(?:user-select|-webkit-touch-callout|text-size-adjust)$/,
    lost: 'nothing: beside it stands the name that the others know, or they need none',
  },
];
