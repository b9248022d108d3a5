import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Entries that share one chain key. After that many the key is replaced by its successor and forgotten. */
export const EPOCH_LENGTH = 1000;
const BYTES = 32;

/** What a chain protects: every column of a journal row except `mac` itself. */
export interface ChainEntry {
  seq: number;
  at: string;
  userId: string | null;
  sessionId: string | null;
  action: string;
  subject: string;
  subjectId: string | null;
  outcome: string;
  detail: string | null;
  h: string | null;
}

/** The two 32-byte values of an entry, stored side by side in the `mac` column. */
export interface ChainState {
  mac: Buffer;
  link: Buffer;
}

export const GENESIS: Readonly<ChainState> = { mac: Buffer.alloc(BYTES), link: Buffer.alloc(BYTES) };

export const epochOf = (seq: number): number => Math.floor((seq - 1) / EPOCH_LENGTH);

/** Length-prefixed, so that no two different entries have the same bytes; null is told apart from the empty string. */
export function canonical(entry: ChainEntry): Buffer {
  const parts: Buffer[] = [Buffer.from('tirek-journal-v1\0')];
  const fields = [
    String(entry.seq),
    entry.at,
    entry.userId,
    entry.sessionId,
    entry.action,
    entry.subject,
    entry.subjectId,
    entry.outcome,
    entry.detail,
    entry.h,
  ];
  for (const field of fields) {
    const bytes = field === null ? null : Buffer.from(field, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes === null ? 0xffffffff : bytes.length);
    parts.push(length);
    if (bytes !== null) parts.push(bytes);
  }
  return Buffer.concat(parts);
}

const linkOf = (previous: ChainState, entry: ChainEntry): Buffer => createHash('sha256').update(previous.link).update(canonical(entry)).digest();

const macOf = (key: Uint8Array, previous: ChainState, link: Buffer): Buffer => createHmac('sha256', key).update(previous.mac).update(link).digest();

/** link_n = SHA-256(link_{n-1} | entry_n); mac_n = HMAC-SHA-256(k_epoch, mac_{n-1} | link_n). */
export function extend(key: Uint8Array, previous: ChainState, entry: ChainEntry): ChainState {
  const link = linkOf(previous, entry);
  return { link, mac: macOf(key, previous, link) };
}

/** One-way: from a later key no earlier one can be computed, so what an epoch closed cannot be rewritten with what is left. */
export const nextKey = (key: Uint8Array): Buffer => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'tirek/journal/next', BYTES));

/** The key of an epoch, from the first key (held only under the recovery key). */
export function keyOfEpoch(firstKey: Uint8Array, epoch: number): Buffer {
  let key: Buffer = Buffer.from(firstKey);
  for (let at = 0; at < epoch; at += 1) {
    const next = nextKey(key);
    key.fill(0);
    key = next;
  }
  return key;
}

export const packState = (state: ChainState): Buffer => Buffer.concat([state.mac, state.link]);

export function unpackState(stored: Uint8Array): ChainState | null {
  if (stored.length !== 2 * BYTES) return null;
  const bytes = Buffer.from(stored);
  return { mac: bytes.subarray(0, BYTES), link: bytes.subarray(BYTES) };
}

export type EntryFault = 'gap' | 'malformed' | 'link' | 'mac';

/**
 * Checks one entry against the state before it. `key` is null for an epoch whose key no longer exists: then only the
 * plain link is checked, and what it is worth depends on the MACs and anchors that come after it (README.md).
 */
export function whyBroken(
  previous: ChainState,
  expectedSeq: number,
  entry: ChainEntry,
  stored: Uint8Array,
  key: Uint8Array | null,
): EntryFault | null {
  if (entry.seq !== expectedSeq) return 'gap';
  const state = unpackState(stored);
  if (!state) return 'malformed';
  if (!timingSafeEqual(state.link, linkOf(previous, entry))) return 'link';
  if (key && !timingSafeEqual(state.mac, macOf(key, previous, state.link))) return 'mac';
  return null;
}
