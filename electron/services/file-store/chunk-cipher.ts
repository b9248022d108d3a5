import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Encryption of files in chunks (the STREAM construction), so that no file has to be in memory whole:
 *
 *   header  magic (4) | version (1) | nonce prefix (7)
 *   chunk   AES-256-GCM of up to 64 KiB, tag appended; nonce = prefix | counter (4, big endian) | last flag (1)
 *
 * The counter makes a moved or repeated chunk fail, the last flag makes a file cut at a chunk border fail.
 * Every key encrypts exactly one file, so a nonce cannot repeat. `context` binds a file to its place.
 */
export const CHUNK = 64 * 1024;
export const TAG = 16;
export const HEADER = 12;
const VERSION = 1;
const PREFIX = 7;

export type ChunkFault = 'FILE.DAMAGED' | 'FILE.NEWER';

export class ChunkError extends Error {
  constructor(readonly code: ChunkFault) {
    super(code);
    this.name = 'ChunkError';
  }
}

function nonceOf(prefix: Uint8Array, counter: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.set(prefix, 0);
  nonce.writeUInt32BE(counter, PREFIX);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

export class ChunkWriter {
  readonly header: Buffer;
  private counter = 0;
  private ended = false;
  private readonly aad: Buffer;

  constructor(
    private readonly key: Uint8Array,
    magic: string,
    context: string,
  ) {
    this.header = Buffer.concat([Buffer.from(magic, 'ascii'), Buffer.from([VERSION]), randomBytes(PREFIX)]);
    this.aad = Buffer.concat([this.header, Buffer.from(context, 'utf8')]);
  }

  /** Every chunk but the last one holds exactly CHUNK bytes. */
  chunk(plain: Uint8Array, last: boolean): Buffer {
    if (this.ended || this.counter > 0xfffffffe) throw new Error('the file has ended');
    if (plain.length > CHUNK || (!last && plain.length !== CHUNK)) throw new RangeError('a chunk has 64 KiB');
    const cipher = createCipheriv('aes-256-gcm', this.key, nonceOf(this.header.subarray(5), this.counter, last), { authTagLength: TAG });
    cipher.setAAD(this.aad);
    const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    this.counter += 1;
    this.ended = last;
    return body;
  }
}

export class ChunkReader {
  private counter = 0;
  private ended = false;
  private readonly prefix: Buffer;
  private readonly aad: Buffer;

  constructor(
    private readonly key: Uint8Array,
    header: Uint8Array,
    magic: string,
    context: string,
  ) {
    const bytes = Buffer.from(header);
    if (bytes.length !== HEADER || bytes.toString('latin1', 0, 4) !== magic) throw new ChunkError('FILE.DAMAGED');
    if ((bytes[4] ?? 0) > VERSION) throw new ChunkError('FILE.NEWER');
    if (bytes[4] !== VERSION) throw new ChunkError('FILE.DAMAGED');
    this.prefix = bytes.subarray(5);
    this.aad = Buffer.concat([bytes, Buffer.from(context, 'utf8')]);
  }

  chunk(sealed: Uint8Array, last: boolean): Buffer {
    if (this.ended || sealed.length < TAG || sealed.length > CHUNK + TAG || (!last && sealed.length !== CHUNK + TAG))
      throw new ChunkError('FILE.DAMAGED');
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, nonceOf(this.prefix, this.counter, last), { authTagLength: TAG });
      decipher.setAAD(this.aad);
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
      const plain = Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()]);
      this.counter += 1;
      this.ended = last;
      return plain;
    } catch {
      throw new ChunkError('FILE.DAMAGED');
    }
  }
}

/** Bytes of a chunked file that holds `size` bytes of content. An empty content still has its (empty) last chunk. */
export const sealedSize = (size: number): number => HEADER + size + TAG * Math.max(1, Math.ceil(size / CHUNK));

export function sealWhole(key: Uint8Array, magic: string, context: string, content: Uint8Array): Buffer {
  const writer = new ChunkWriter(key, magic, context);
  const parts = [writer.header];
  for (let at = 0; ; at += CHUNK) {
    const last = at + CHUNK >= content.length;
    parts.push(writer.chunk(content.subarray(at, at + CHUNK), last));
    if (last) return Buffer.concat(parts);
  }
}

export function openWhole(key: Uint8Array, magic: string, context: string, sealed: Uint8Array): Buffer {
  const reader = new ChunkReader(key, sealed.subarray(0, HEADER), magic, context);
  const parts: Buffer[] = [];
  for (let at = HEADER; ; at += CHUNK + TAG) {
    const last = at + CHUNK + TAG >= sealed.length;
    parts.push(reader.chunk(sealed.subarray(at, at + CHUNK + TAG), last));
    if (last) return Buffer.concat(parts);
  }
}
