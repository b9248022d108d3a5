import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHUNK, HEADER, sealedSize, TAG } from './chunk-cipher';
import { FileStore } from './file-store';

let dir: string;
let store: FileStore;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tirek-blobs-'));
  store = new FileStore(dir);
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'ok',
    (error: unknown) => (error as Error).message,
  );

describe('the file store', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 5 * CHUNK + 17])('gives back the %i bytes that were put', async (size) => {
    const bytes = randomBytes(size);
    const file = await store.put(bytes);
    expect(file.fileId).toMatch(/^[0-9a-f]{32}$/);
    expect(readFileSync(join(dir, file.fileId))).toHaveLength(sealedSize(size));
    expect((await store.get(file)).equals(bytes)).toBe(true);
  });

  it('leaves nothing readable on the disk, neither content nor name', async () => {
    const marker = Buffer.from('Рисунок Ақбөпе marker-7731');
    const file = await store.put(Buffer.concat([marker, randomBytes(100), marker]));
    expect(readFileSync(join(dir, file.fileId)).includes(marker)).toBe(false);
    expect(readdirSync(dir)).toEqual([file.fileId]);
  });

  it('refuses every single flipped bit of a small file and 400 of a large one', async () => {
    const small = await store.put(Buffer.from('письмо'));
    const large = await store.put(randomBytes(3 * CHUNK + 5));
    for (const [file, flips] of [
      [small, 0],
      [large, 400],
    ] as const) {
      const path = join(dir, file.fileId);
      const sound = readFileSync(path);
      const count = flips === 0 ? sound.length * 8 : flips;
      for (let n = 0; n < count; n += 1) {
        const bit = flips === 0 ? n : Math.floor((n / count) * sound.length * 8) + (n % 8);
        const broken = Buffer.from(sound);
        broken[bit >> 3] = (broken[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        writeFileSync(path, broken);
        expect(await code(store.get(file))).toMatch(/^FILE\.(DAMAGED|NEWER)$/);
      }
      writeFileSync(path, sound);
      expect(await code(store.get(file))).toBe('ok');
    }
  });

  it('refuses a file cut at any length, a chunk border included', async () => {
    const file = await store.put(randomBytes(2 * CHUNK + 100));
    const path = join(dir, file.fileId);
    const sound = readFileSync(path);
    const border = HEADER + CHUNK + TAG;
    const lengths = [0, 1, HEADER - 1, HEADER, border - 1, border, border + 1, 2 * border - HEADER, sound.length - 1];
    for (let at = 0; at < sound.length; at += 4099) lengths.push(at);
    for (const length of lengths) {
      writeFileSync(path, sound.subarray(0, length));
      // Without the hash: the chunks alone must show that the end is missing.
      expect(await code(store.get({ fileId: file.fileId, key: file.key }))).toBe('FILE.DAMAGED');
    }
  });

  it('refuses swapped, repeated and foreign chunks', async () => {
    const file = await store.put(randomBytes(4 * CHUNK));
    const other = await store.put(randomBytes(4 * CHUNK));
    const path = join(dir, file.fileId);
    const sound = readFileSync(path);
    const part = (n: number, from = sound): Buffer => from.subarray(HEADER + n * (CHUNK + TAG), HEADER + (n + 1) * (CHUNK + TAG));
    const head = sound.subarray(0, HEADER);
    const mixtures = [
      [head, part(1), part(0), part(2), part(3)],
      [head, part(0), part(0), part(1), part(2), part(3)],
      [head, part(0), part(2), part(3)],
      [head, part(0), part(1, readFileSync(join(dir, other.fileId))), part(2), part(3)],
    ];
    for (const mixture of mixtures) {
      writeFileSync(path, Buffer.concat(mixture));
      expect(await code(store.get({ fileId: file.fileId, key: file.key }))).toBe('FILE.DAMAGED');
    }
  });

  it('never opens one file in the place of another, nor a path outside its folder', async () => {
    const a = await store.put(Buffer.from('a'));
    const b = await store.put(Buffer.from('b'));
    writeFileSync(join(dir, a.fileId), readFileSync(join(dir, b.fileId)));
    expect(await code(store.get({ fileId: a.fileId, key: b.key }))).toBe('FILE.DAMAGED');
    for (const bad of ['../keyring.json', 'a/../../b', '', 'CON', `${a.fileId}/x`])
      expect(await code(store.get({ fileId: bad, key: a.key }))).toBe('FILE.MISSING');
  });

  it('sweeps orphans and interrupted parts, and keeps known, young and foreign files', async () => {
    const known = await store.put(Buffer.from('known'));
    const orphan = await store.put(Buffer.from('orphan'));
    const young = await store.put(Buffer.from('young'));
    writeFileSync(join(dir, 'notes.txt'), 'mine');
    writeFileSync(join(dir, `${'0'.repeat(32)}.part`), 'half');
    const old = new Date(Date.now() - 7_200_000);
    for (const name of readdirSync(dir)) if (name !== young.fileId) utimesSync(join(dir, name), old, old);
    expect((await store.sweep(new Set([known.fileId]))).sort()).toEqual([orphan.fileId, `${'0'.repeat(32)}.part`].sort());
    expect(readdirSync(dir).sort()).toEqual([known.fileId, 'notes.txt', young.fileId].sort());
  });

  it('lets no file vanish while a backup copies, and removes it after the last one has ended', async () => {
    const file = await store.put(Buffer.from('x'));
    const [first, second] = [store.holdRemovals(), store.holdRemovals()];
    await store.remove(file.fileId);
    await first();
    await first();
    expect(await code(store.get(file))).toBe('ok');
    await second();
    expect(await code(store.get(file))).toBe('FILE.MISSING');
  });

  it('answers a missing file as missing and removes twice without complaint', async () => {
    const file = await store.put(Buffer.from('x'));
    await store.remove(file.fileId);
    await store.remove(file.fileId);
    expect(await code(store.get(file))).toBe('FILE.MISSING');
  });
});
