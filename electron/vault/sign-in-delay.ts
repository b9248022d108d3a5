import { sha256 } from './crypto';
import { normaliseName, type KeyringFile } from './keyring-format';

type Counts = KeyringFile['signIn'];

const LONGEST_MS = 60_000;
const BUCKETS = 64;

/** 1, 2, 4 ... 60 seconds. It only slows an honest screen; against a thief of the file the Argon2 cost stands alone. */
export const delayAfter = (failures: number): number => (failures <= 0 ? 0 : Math.min(LONGEST_MS, 1000 * 2 ** Math.min(failures - 1, 10)));

/**
 * Names fall into 64 buckets, so that unknown names are slowed like known ones and the file never keeps a hash from
 * which a password typed into the name's field could be guessed.
 */
export const bucketOf = (name: string): number => (sha256(Buffer.from(normaliseName(name)))[0] ?? 0) % BUCKETS;

/** Milliseconds until the next attempt. A wait longer than the longest one means that the clock was moved: nobody is locked out for it. */
export function waitFor(counts: Counts, name: string, now: Date): number {
  const entry = counts.find((one) => one.bucket === bucketOf(name));
  if (!entry) return 0;
  const left = Date.parse(entry.until) - now.getTime();
  return left > 0 && left <= LONGEST_MS ? left : 0;
}

export function afterFailure(counts: Counts, name: string, now: Date): Counts {
  const bucket = bucketOf(name);
  const failures = Math.min(1000, (counts.find((one) => one.bucket === bucket)?.failures ?? 0) + 1);
  const until = new Date(now.getTime() + delayAfter(failures)).toISOString();
  return [...counts.filter((one) => one.bucket !== bucket), { bucket, failures, until }].sort((a, b) => a.bucket - b.bucket);
}

export const afterSuccess = (counts: Counts, name: string): Counts => counts.filter((one) => one.bucket !== bucketOf(name));
