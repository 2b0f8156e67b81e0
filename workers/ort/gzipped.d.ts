/** See build/gzippedFile.ts. */
declare module '*?gzipped' {
  const url: string;
  export default url;
}
