import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { z } from 'zod';
import type { BackupKeys } from '../types';

/**
 * A backup file:
 *
 *   "TIREKBAK" | length of head (4, big endian) | head (JSON, in clear) | SHA-256 of the head
 *   then one chunked stream (services/file-store/chunk-cipher.ts) under a random file key, holding
 *   length of manifest (4) | manifest (JSON) | the files of the manifest, one after another
 *
 * The head says when the backup was made and for which sheet; the file key stands there sealed to the public key of
 * R_org. Everything else, the names of people and files included, is inside the stream. The head is the stream's
 * associated data, so heads cannot be exchanged.
 */
export const MAGIC = Buffer.from('TIREKBAK', 'ascii');
export const STREAM_MAGIC = 'TKBS';
export const FORMAT = 1;
export const MAX_HEAD = 64 * 1024;
export const MAX_MANIFEST = 64 * 1024 * 1024;
export const ENDING = '.tirekbackup';

const hex = (bytes: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${String(bytes * 2)}}$`));

export const BackupHead = z.object({
  format: z.literal(FORMAT),
  id: hex(16),
  madeAt: z.iso.datetime(),
  program: z.string().max(40),
  /** X25519 public key of the sheet that opens this backup. */
  recoveryPublicKey: hex(32),
  sealedKey: z.base64().max(1000),
});
export type BackupHead = z.infer<typeof BackupHead>;

/** The only names a backup may put into a data folder. */
export const FILE_PATH = /^(records\.db|clinical\.db|clinical\.db-wal|interface\.json|blobs\/[0-9a-f]{32})$/;

const BackedUpFile = z.object({ path: z.string().regex(FILE_PATH), size: z.number().int().min(0), sha256: hex(32) });
export type BackedUpFile = z.infer<typeof BackedUpFile>;

const SealedVault = z.object({
  version: z.number().int().min(1),
  keyId: z.string().max(64),
  recoveryPublicKey: z.string().max(200),
  sealed: z.string().max(4000),
  confirmed: z.boolean(),
});
const Keys = z.object({
  format: z.literal(1),
  vaults: z.object({ records: SealedVault.optional(), clinical: SealedVault.optional() }),
  users: z.array(z.object({ id: z.string().max(64), name: z.string().max(200) })),
}) as unknown as z.ZodType<BackupKeys>;

const Head = z.object({ seq: z.number().int().min(1), mac: hex(64) });
const Person = z.object({ id: z.string().max(64), name: z.string().max(200) });

export const BackupManifest = z.object({
  id: hex(16),
  madeAt: z.iso.datetime(),
  madeBy: Person,
  organisation: z.string().max(400).nullable(),
  /** Who may be given a new password when this backup is restored. */
  administrators: z.array(Person),
  schema: z.object({ records: z.number().int(), clinical: z.number().int().nullable() }),
  /** Rows a table of the records vault, and of the clinical vault when the maker could read it. */
  rows: z.object({ records: z.record(z.string(), z.number().int()), clinical: z.record(z.string(), z.number().int()).nullable() }),
  /** `copied`: the maker held no clinical key; the encrypted file was taken as it lay. */
  clinical: z.enum(['absent', 'copied', 'vacuumed']),
  heads: z.object({ records: Head, clinical: Head.nullable() }),
  keys: Keys,
  files: z.array(BackedUpFile),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

export const headBinding = (headBytes: Uint8Array): string => createHash('sha256').update(headBytes).digest('hex');
export const keyBinding = (id: string, madeAt: string): Buffer => Buffer.from(`tirek/backup-key/v1|${id}|${madeAt}`, 'utf8');

/** Ties the list of files to the records key: who lacks that key cannot recombine a backup even with the sheet's public key. */
export function manifestMac(recordsKey: Uint8Array, manifest: Uint8Array): Buffer {
  const key = Buffer.from(hkdfSync('sha256', recordsKey, Buffer.alloc(0), 'tirek/backup-manifest/v1', 32));
  try {
    return createHmac('sha256', key).update(manifest).digest();
  } finally {
    key.fill(0);
  }
}

/** `Tirek-2026-11-22-1a2b3c4d.tirekbackup` */
export const backupFileName = (madeAt: string, id: string): string => `Tirek-${madeAt.slice(0, 10)}-${id.slice(0, 8)}${ENDING}`;
