const MAX_ENTRIES = 10_000;
const MAX_TOTAL = 200 * 1024 * 1024;
const MAX_RATIO = 100;

interface ZipEntry {
  name: string;
  packed: number;
  unpacked: number;
  isLink: boolean;
}

/**
 * Tells a Word or Excel file by its table of contents. Nothing is unpacked. Macros, encrypted entries, links, absolute or
 * climbing names, and declared sizes of a decompression bomb make it neither.
 */
export function officeKind(content: Buffer): 'docx' | 'xlsx' | null {
  const entries = readDirectory(content);
  if (!entries || !areHarmless(entries)) return null;
  const names = new Set(entries.map((entry) => entry.name));
  if (!names.has('[Content_Types].xml')) return null;
  const isWord = names.has('word/document.xml');
  const isExcel = names.has('xl/workbook.xml');
  return isWord === isExcel ? null : isWord ? 'docx' : 'xlsx';
}

function areHarmless(entries: ZipEntry[]): boolean {
  let total = 0;
  for (const entry of entries) {
    total += entry.unpacked;
    if (total > MAX_TOTAL || entry.isLink) return false;
    if (entry.unpacked > 1024 * 1024 && entry.unpacked > entry.packed * MAX_RATIO) return false;
    if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|\0/i.test(entry.name) || /vbaProject|\.(exe|dll|bat|cmd|js|vbs)$/i.test(entry.name)) return false;
  }
  return new Set(entries.map((entry) => entry.name)).size === entries.length;
}

/** The central directory; null when it is absent, encrypted, zip64 or does not add up. */
function readDirectory(content: Buffer): ZipEntry[] | null {
  const end = content.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end < content.length - 22 - 65_535 || end + 22 > content.length) return null;
  const count = content.readUInt16LE(end + 10);
  let at = content.readUInt32LE(end + 16);
  if (count === 0 || count > MAX_ENTRIES) return null;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || content.readUInt32LE(at) !== 0x02014b50) return null;
    const isEncrypted = (content.readUInt16LE(at + 8) & 1) === 1;
    const nameLength = content.readUInt16LE(at + 28);
    const packed = content.readUInt32LE(at + 20);
    const unpacked = content.readUInt32LE(at + 24);
    if (isEncrypted || packed === 0xffffffff || unpacked === 0xffffffff) return null;
    const isLink = content.readUInt32LE(at + 38) >>> 28 === 0xa;
    entries.push({ name: content.toString('utf8', at + 46, at + 46 + nameLength), packed, unpacked, isLink });
    at += 46 + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return entries;
}
