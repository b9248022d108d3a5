import { refusal } from '../../../shared/kernel/errors';
import { displayFileName, extensionOf } from './file-name';
import { isWhole, sizeOfImage } from './image-size';
import { officeKind } from './office-file';

const FILE_TYPES = ['jpeg', 'png', 'webp', 'pdf', 'text', 'docx', 'xlsx'] as const;
export type FileType = (typeof FILE_TYPES)[number];

export const FILE_LIMIT = 10 * 1024 * 1024;
const PIXEL_LIMIT = 40_000_000;

const MIME: Record<FileType, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  text: 'text/plain',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const EXTENSIONS: Record<FileType, readonly string[]> = {
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  webp: ['webp'],
  pdf: ['pdf'],
  text: ['txt'],
  docx: ['docx'],
  xlsx: ['xlsx'],
};

export interface CheckedFile {
  type: FileType;
  mime: string;
  /** Safe to show; metadata only. */
  name: string;
  width: number | null;
  height: number | null;
}

/**
 * Decides by content what a given file is, before anything decodes it. The name's ending must agree with the content,
 * so that a renamed program is refused and no file opens as something else after "save as".
 */
export function checkFile(bytes: Uint8Array, givenName: string, accept: readonly FileType[] = FILE_TYPES): CheckedFile {
  if (bytes.length > FILE_LIMIT) throw refusal('FILE.TOO_LARGE', { limitMb: FILE_LIMIT / 1024 / 1024 });
  if (bytes.length === 0) throw refusal('FILE.EMPTY');
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = typeOf(content);
  const name = displayFileName(givenName);
  if (isHeic(content)) throw refusal('FILE.HEIC');
  if (!type || !accept.includes(type) || !EXTENSIONS[type].includes(extensionOf(name))) throw refusal('FILE.TYPE_REFUSED');
  if (type !== 'jpeg' && type !== 'png' && type !== 'webp') return { type, mime: MIME[type], name, width: null, height: null };
  const size = sizeOfImage(content, type);
  if (!size || size.width < 1 || size.height < 1) throw refusal('FILE.TYPE_REFUSED');
  if (size.width * size.height > PIXEL_LIMIT) throw refusal('FILE.TOO_MANY_PIXELS', { limit: PIXEL_LIMIT / 1_000_000 });
  if (!isWhole(content, type)) throw refusal('FILE.CUT_SHORT');
  return { type, mime: MIME[type], name, ...size };
}

/** What telephones write when nobody told them otherwise; no browser shows it, so it is named instead of a bare refusal. */
function isHeic(content: Buffer): boolean {
  return content.toString('latin1', 4, 8) === 'ftyp' && /^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(content.toString('latin1', 8, 12));
}

function typeOf(content: Buffer): FileType | null {
  if (content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  if (content.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png';
  const start = content.toString('latin1', 0, 16);
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp';
  if (start.startsWith('%PDF-')) return content.subarray(-2048).includes('%%EOF') ? 'pdf' : null;
  if (start.startsWith('PK\x03\x04')) return officeKind(content);
  return isPlainText(content) ? 'text' : null;
}

/** UTF-8 or a single-byte Cyrillic encoding, without control bytes, and not markup that a browser or a viewer would run. */
function isPlainText(content: Buffer): boolean {
  for (const byte of content) {
    if ((byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) || byte === 0x7f) return false;
  }
  const opening = content.toString('latin1', 0, 4096).replace(/^ï»¿/, '').trimStart().toLowerCase();
  return !opening.startsWith('<') && !opening.startsWith('#!') && !opening.startsWith('mz');
}
