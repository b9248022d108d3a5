export { FileStore } from './file-store';
export type { StoredFile } from './file-store';
export { checkFile, FILE_LIMIT, FILE_TYPES, PIXEL_LIMIT } from './file-type';
export type { CheckedFile, FileType } from './file-type';
export { displayFileName } from './file-name';
