export { FileStore } from './file-store';
export type { StoredFile } from './file-store';
export { checkFile } from './file-type';
export type { CheckedFile, FileType } from './file-type';
