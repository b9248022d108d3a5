/** The package ships no types; pdf.worker.ts names the four methods that it uses. */
declare module 'pdfmake' {
  const engine: unknown;
  export default engine;
}
