import { GlobalWorkerOptions, getDocument, type PDFPageProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

export interface PdfSheet {
  /** In points, 1/72 inch. */
  width: number;
  height: number;
  page: PDFPageProxy;
}

export interface OpenPdf {
  pages: PdfSheet[];
  close: () => void;
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Opens a paper in a worker of our own bundle; nothing is fetched, no code is made from text, no script of the file runs. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const task = getDocument({ data: bytes, isEvalSupported: false, useSystemFonts: false, enableXfa: false, stopAtErrors: true, useWasm: false });
  const pdf = await task.promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index): Promise<PdfSheet> => {
      const page = await pdf.getPage(index + 1);
      const { width, height } = page.getViewport({ scale: 1 });
      return { width, height, page };
    }),
  );
  return {
    pages,
    close: () => {
      void task.destroy();
    },
  };
}

/** Draws a page onto a canvas; `scale` 1 is 72 dots an inch. */
export async function drawPage(sheet: PdfSheet, canvas: HTMLCanvasElement, scale: number, intent: 'display' | 'print' = 'display'): Promise<void> {
  const viewport = sheet.page.getViewport({ scale });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await sheet.page.render({ canvas, viewport, intent }).promise;
}
