import type { Output } from '../../../shared/contract/api';

type File = Output<'documents.reprint'>;

/** Hands a file to the person's own "save as". */
export function saveFile({ base64, fileName, mediaType }: File): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 30_000);
}
