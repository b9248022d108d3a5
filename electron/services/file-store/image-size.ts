/** Width and height as the header states them, read without decoding a pixel. Null when the header makes no sense. */
export function sizeOfImage(content: Buffer, type: 'jpeg' | 'png' | 'webp'): { width: number; height: number } | null {
  try {
    return type === 'png' ? png(content) : type === 'webp' ? webp(content) : jpeg(content);
  } catch {
    return null; // a read past the end: the file stops inside its header
  }
}

function png(content: Buffer): { width: number; height: number } | null {
  if (content.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
}

function webp(content: Buffer): { width: number; height: number } | null {
  const kind = content.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: 1 + content.readUIntLE(24, 3), height: 1 + content.readUIntLE(27, 3) };
  if (kind === 'VP8L') {
    if (content[20] !== 0x2f) return null;
    const bits = content.readUInt32LE(21);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (kind === 'VP8 ') return { width: content.readUInt16LE(26) & 0x3fff, height: content.readUInt16LE(28) & 0x3fff };
  return null;
}

/** Walks the segments to the frame header: every SOF marker except DHT (C4), JPG (C8) and DAC (CC). */
function jpeg(content: Buffer): { width: number; height: number } | null {
  let at = 2;
  while (at < content.length) {
    if (content.readUInt8(at) !== 0xff) return null;
    const marker = content.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) };
    }
    if (marker === 0xd9 || marker === 0xda) return null;
    const length = content.readUInt16BE(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}

/** False for a picture that was cut off on its way: a JPEG without its end of image, a PNG without IEND, a WebP shorter than it says. */
export function isWhole(content: Buffer, type: 'jpeg' | 'png' | 'webp'): boolean {
  if (type === 'png') return content.includes('IEND', 24, 'latin1');
  if (type === 'webp') return content.readUInt32LE(4) + 8 <= content.length + 1;
  const scan = startOfScan(content);
  return scan !== null && content.includes(Buffer.from([0xff, 0xd9]), scan);
}

/**
 * Where the pixels of a JPEG begin. An end of image before this place belongs to a thumbnail inside a segment; after it,
 * no pixel can look like one, because FF inside the data is always followed by 00.
 */
function startOfScan(content: Buffer): number | null {
  let at = 2;
  while (at + 4 <= content.length && content[at] === 0xff) {
    const marker = content[at + 1];
    if (marker === 0xda) return at + 2;
    at += marker === 0xff ? 1 : 2 + content.readUInt16BE(at + 2);
  }
  return null;
}
