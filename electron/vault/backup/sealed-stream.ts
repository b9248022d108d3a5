import type { FileHandle } from 'node:fs/promises';
import { refusal } from '../../../shared/kernel/errors';
import { CHUNK, ChunkError, ChunkReader, ChunkWriter, HEADER, TAG } from '../../services/file-store/chunk-cipher';
import { STREAM_MAGIC } from './backup-format';

export const damaged = (): Error => refusal('BACKUP.DAMAGED');

/** Encrypts what is written to it, chunk by chunk, behind whatever the file already holds. */
export class SealedSink {
  private pending: Buffer[] = [];
  private held = 0;
  private readonly writer: ChunkWriter;

  constructor(
    private readonly handle: FileHandle,
    key: Uint8Array,
    context: string,
  ) {
    this.writer = new ChunkWriter(key, STREAM_MAGIC, context);
  }

  async begin(): Promise<void> {
    await writeAll(this.handle, this.writer.header);
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.pending.push(Buffer.from(bytes));
    this.held += bytes.length;
    // One chunk is always held back: only end() knows which one is the last.
    if (this.held <= CHUNK) return;
    let all = Buffer.concat(this.pending);
    while (all.length > CHUNK) {
      await writeAll(this.handle, this.writer.chunk(all.subarray(0, CHUNK), false));
      all = all.subarray(CHUNK);
    }
    this.pending = [Buffer.from(all)];
    this.held = all.length;
  }

  async end(): Promise<void> {
    await writeAll(this.handle, this.writer.chunk(Buffer.concat(this.pending), true));
  }
}

/** Decrypts from `start` to the end of the file; every answer was authenticated before it is given. */
export class SealedSource {
  private readonly reader: ChunkReader;
  private buffer: Buffer = Buffer.alloc(0);
  private ended = false;

  private constructor(
    private readonly handle: FileHandle,
    private at: number,
    private readonly size: number,
    key: Uint8Array,
    header: Buffer,
    context: string,
  ) {
    this.reader = translated(() => new ChunkReader(key, header, STREAM_MAGIC, context));
  }

  static async open(handle: FileHandle, start: number, key: Uint8Array, context: string): Promise<SealedSource> {
    const { size } = await handle.stat();
    const header = await readExactly(handle, start, HEADER);
    return new SealedSource(handle, start + HEADER, size, key, header, context);
  }

  /** The next 1 to `limit` bytes; refuses when the stream has ended. */
  async next(limit: number): Promise<Buffer> {
    if (this.buffer.length === 0) await this.fill();
    const part = this.buffer.subarray(0, limit);
    this.buffer = this.buffer.subarray(part.length);
    return part;
  }

  async exactly(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let missing = length; missing > 0;) {
      const part = await this.next(missing);
      parts.push(Buffer.from(part));
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** Nothing may follow the last file, and the last chunk must have been seen. */
  async finish(): Promise<void> {
    if (this.buffer.length > 0) throw damaged();
    if (!this.ended) {
      await this.fill(true);
      if (this.buffer.length > 0) throw damaged();
    }
  }

  private async fill(mayBeEmpty = false): Promise<void> {
    if (this.ended) throw damaged();
    const left = this.size - this.at;
    const length = Math.min(CHUNK + TAG, left);
    const last = left <= CHUNK + TAG;
    const sealed = await readExactly(this.handle, this.at, length);
    this.buffer = translated(() => this.reader.chunk(sealed, last));
    this.at += length;
    this.ended = last;
    if (this.buffer.length === 0 && !mayBeEmpty) throw damaged();
  }
}

export async function readExactly(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, length));
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await handle.read(bytes, done, bytes.length - done, position + done);
    if (bytesRead === 0) throw damaged();
    done += bytesRead;
  }
  return bytes;
}

export async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done);
    done += bytesWritten;
  }
}

function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ChunkError) throw error.code === 'FILE.NEWER' ? refusal('BACKUP.NEWER') : damaged();
    throw error;
  }
}
