import { createRequire } from 'node:module';

interface FontReader {
  create(bytes: Uint8Array, family?: string): object;
}

/** A face of its own for one document, over the tables that all share: its glyphs remember what they first stood for. */
const forOneDocument = (face: object): object => Object.create(face, { _glyphs: { value: {}, writable: true } }) as object;

/**
 * The engine reads and decodes its faces anew for every document. They never change while the program runs, so the tables
 * of each are read once; nothing that a document puts into a face outlives the document, neither a text nor an order of
 * glyphs, so that the same paper stays the same bytes. Called before the engine is loaded, which takes hold of the reader
 * then: the reader's own export cannot be written over.
 */
export function rememberFaces(loadEngine: NodeJS.Require): void {
  const fromEngine = createRequire(loadEngine.resolve('pdfmake'));
  const fromPdfkit = createRequire(fromEngine.resolve('pdfkit'));
  const reader = fromPdfkit('fontkit') as FontReader;
  const module = fromPdfkit.cache[fromPdfkit.resolve('fontkit')];
  if (!module) return;
  const known: { bytes: Buffer; face: object }[] = [];
  const create = (bytes: Uint8Array, family?: string): object => {
    let one = known.find((other) => other.bytes.equals(bytes));
    if (!one) {
      one = { bytes: Buffer.from(bytes), face: reader.create(bytes, family) };
      known.push(one);
    }
    return forOneDocument(one.face);
  };
  module.exports = { ...reader, create };
}
