/** See build/gzippedFile.ts. */
declare module '*?gzipped' {
  const file: { readonly url: string; readonly bytes: number; readonly sha256: string };
  export default file;
}
