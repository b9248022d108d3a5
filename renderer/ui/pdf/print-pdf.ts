import { drawPage, type OpenPdf } from './open-pdf';

/** 200 dots an inch: small print stays sharp, and a contract of four pages stays within memory. */
const PRINT_SCALE = 200 / 72;

/**
 * Prints by pictures of the pages. An <iframe> with the file would need `frame-src blob:` and the browser's own viewer;
 * this way neither exists. The pictures leave the page with the print dialog.
 */
export async function printPdf(pdf: OpenPdf): Promise<void> {
  const desk = document.createElement('div');
  desk.id = 'print-desk';
  desk.setAttribute('aria-hidden', 'true');
  const addresses: string[] = [];
  try {
    for (const sheet of pdf.pages) {
      const canvas = document.createElement('canvas');
      await drawPage(sheet, canvas, PRINT_SCALE, 'print');
      const blob = await new Promise<Blob | null>((done) => {
        canvas.toBlob(done, 'image/png');
      });
      if (!blob) throw new Error('page not drawn');
      const image = new Image();
      image.src = URL.createObjectURL(blob);
      addresses.push(image.src);
      await image.decode();
      desk.append(image);
    }
    document.body.append(desk);
    window.print();
  } finally {
    desk.remove();
    for (const address of addresses) URL.revokeObjectURL(address);
  }
}

export function savePdf(bytes: Uint8Array<ArrayBuffer>, fileName: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 1_000);
}
