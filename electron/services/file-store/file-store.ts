import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, open, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal } from '../../../shared/kernel/errors';
import { ChunkError, openWhole, sealWhole } from './chunk-cipher';
import { diskRefusal, renameDurably, syncFolder } from './durable';

const MAGIC = 'TKBL';
const NAME = /^[0-9a-f]{32}$/;
const PART = /^[0-9a-f]{32}\.part$/;

/** What the owning row keeps. The key exists nowhere else: without the row the file is noise. */
export interface StoredFile {
  fileId: string;
  key: Buffer;
  size: number;
  sha256: string;
}

/** Photos, scans and papers: one encrypted file each, under a random name that says nothing. */
export class FileStore {
  private holds = 0;
  private readonly waiting = new Set<string>();

  constructor(private readonly dir: string) {}

  /** Returns when the bytes are on the disk. The row that owns them is written after that; a crash between leaves an orphan for sweep(). */
  async put(bytes: Uint8Array): Promise<StoredFile> {
    const fileId = randomBytes(16).toString('hex');
    const key = randomBytes(32);
    const target = join(this.dir, fileId);
    try {
      await mkdir(this.dir, { recursive: true, mode: 0o700 });
      await writeSynced(`${target}.part`, sealWhole(key, MAGIC, fileId, bytes));
      await renameDurably(`${target}.part`, target);
    } catch (error) {
      await unlink(`${target}.part`).catch(() => undefined);
      throw diskRefusal(error);
    }
    return { fileId, key, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  /** Refuses with FILE.MISSING or FILE.DAMAGED; never answers other bytes than were put. */
  async get(file: { fileId: string; key: Uint8Array; sha256?: string }): Promise<Buffer> {
    let sealed: Buffer;
    try {
      sealed = await readFile(this.pathOf(file.fileId));
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? refusal('FILE.MISSING') : diskRefusal(error);
    }
    let bytes: Buffer;
    try {
      bytes = openWhole(file.key, MAGIC, file.fileId, sealed);
    } catch (error) {
      throw error instanceof ChunkError ? refusal(error.code) : error;
    }
    if (file.sha256 && !timingSafeEqual(createHash('sha256').update(bytes).digest(), Buffer.from(file.sha256, 'hex'))) throw refusal('FILE.DAMAGED');
    return bytes;
  }

  /** Removing what is already gone is not an error: the row went first. */
  async remove(fileId: string): Promise<void> {
    if (this.holds > 0) {
      this.waiting.add(fileId);
      return;
    }
    await unlink(this.pathOf(fileId)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw diskRefusal(error);
    });
  }

  /** While a backup copies, nothing that its databases still name may vanish: removals wait for the release. */
  holdRemovals(): () => Promise<void> {
    this.holds += 1;
    let released = false;
    return async () => {
      if (released) return;
      released = true;
      this.holds -= 1;
      if (this.holds > 0) return;
      const due = [...this.waiting];
      this.waiting.clear();
      for (const fileId of due) await this.remove(fileId);
    };
  }

  async list(): Promise<string[]> {
    return (await this.names()).filter((name) => NAME.test(name)).sort();
  }

  /**
   * Deletes files that no row owns and parts of interrupted writes. Files younger than `minAgeMs` stay: their row may
   * be about to be written. Names that the store did not make are not touched.
   * `known` must hold the files of BOTH vaults: a session without the clinical key cannot know them and must not sweep.
   */
  async sweep(known: ReadonlySet<string>, minAgeMs = 60 * 60_000): Promise<string[]> {
    const removed: string[] = [];
    for (const name of await this.names()) {
      if (!(PART.test(name) || (NAME.test(name) && !known.has(name)))) continue;
      // A backup has begun: what it listed stays until it is done, and the rest waits for the next time.
      if (this.holds > 0) break;
      const path = join(this.dir, name);
      const made = (await stat(path)).mtimeMs;
      if (Date.now() - made < minAgeMs) continue;
      await unlink(path);
      removed.push(name);
    }
    if (removed.length > 0) await syncFolder(this.dir);
    return removed;
  }

  private async names(): Promise<string[]> {
    return readdir(this.dir).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    });
  }

  private pathOf(fileId: string): string {
    if (!NAME.test(fileId)) throw refusal('FILE.MISSING');
    return join(this.dir, fileId);
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
