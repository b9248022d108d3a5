import type { PickedFile } from '../../ui';

const MEGABYTE = 1_048_576;

/** The file as the program wants it; null when it is larger than is ever accepted. */
export function readPicked(file: File, mostMegabytes: number): Promise<PickedFile | null> {
  if (file.size > mostMegabytes * MEGABYTE) return Promise.resolve(null);
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => {
      const base64 = typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : '';
      done({ name: file.name, type: file.type, size: file.size, base64 });
    };
    reader.onerror = () => {
      fail(new Error('file not read'));
    };
    reader.readAsDataURL(file);
  });
}
