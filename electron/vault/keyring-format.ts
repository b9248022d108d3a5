import { z } from 'zod';
import { requireSaneCost } from './argon2';
import { sha256 } from './crypto';
import { VaultError } from './vault-error';

/** Raised when an older program could misread the file. */
export const KEYRING_FORMAT = 1;
export const MAX_KEYRING_BYTES = 8 * 1024 * 1024;

const base64 = (bytes: number): z.ZodString =>
  z
    .string()
    .regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/)
    .length(Math.ceil(bytes / 3) * 4);
const sealed = z
  .string()
  .regex(/^[A-Za-z0-9+/]+={0,2}$/)
  .min(40)
  .max(1024);
const hex = (bytes: number): z.ZodString =>
  z
    .string()
    .regex(/^[0-9a-f]*$/)
    .length(bytes * 2);
const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const userId = z.uuid().refine((id) => id === id.toLowerCase());
const cost = { memory: count, passes: count, lanes: count };

const Grant = z.strictObject({
  version: count,
  keyId: hex(8),
  sealed,
  by: userId,
  byKey: base64(32),
  basis: z.enum(['genesis', 'code', 'grant', 'recovery', 'rotation']),
  signature: base64(64),
});
const Keys = z.strictObject({
  kdf: z.strictObject({ ...cost, salt: base64(16) }),
  epoch: count,
  x25519: base64(32),
  ed25519: base64(32),
  wrapped: sealed,
});
const Invitation = z.strictObject({ publicKey: base64(32), until: z.iso.datetime(), version: count, keyId: hex(8), sealed, by: userId });
const User = z.strictObject({
  id: userId,
  name: z.string().min(1).max(120),
  keys: Keys.nullable(),
  grants: z.strictObject({ records: Grant.nullable(), clinical: Grant.nullable() }),
  invitation: Invitation.nullable(),
});
const Member = z.strictObject({ userId, x25519: base64(32), ed25519: base64(32) });
const VaultEntry = z.strictObject({
  version: count,
  keyId: hex(8),
  recovery: z.strictObject({ publicKey: base64(32), sealed, confirmed: z.boolean() }),
  members: z.strictObject({ recovery: base64(32), list: z.array(Member).max(2000), mac: base64(32) }),
  anchor: z.strictObject({ seq: count, mac: z.string().max(200), generation: count, seal: base64(32) }).nullable(),
  mustRotate: z.boolean(),
});
const Body = z.strictObject({
  keyringId: hex(16),
  generation: count,
  kdf: z.strictObject(cost),
  usesDeviceSecret: z.boolean(),
  users: z.array(User).max(2000),
  vaults: z.strictObject({ records: VaultEntry, clinical: VaultEntry.nullable() }),
});
const Rotation = z.strictObject({
  vault: z.enum(['records', 'clinical']),
  oldSalt: hex(16),
  ready: z.strictObject({ newSalt: hex(16), body: Body, mac: base64(32) }).nullable(),
});
const KeyringFile = z.strictObject({
  format: z.literal(KEYRING_FORMAT),
  body: Body,
  mac: base64(32),
  signIn: z.array(z.strictObject({ bucket: count.max(63), failures: count, until: z.iso.datetime() })).max(64),
  rotation: Rotation.nullable(),
});

export type KeyringFile = z.infer<typeof KeyringFile>;
export type KeyringBody = z.infer<typeof Body>;
export type KeyringEntry = z.infer<typeof User>;
export type KeyGrant = z.infer<typeof Grant>;
export type KeyMember = z.infer<typeof Member>;
export type VaultEntry = z.infer<typeof VaultEntry>;
export type RotationIntent = z.infer<typeof Rotation>;

export const normaliseName = (name: string): string => name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('ru');

/** The checksum finds accidents of the disk before any password is blamed; malice is found by the MAC after unlock. */
export function serialise(file: KeyringFile): Buffer {
  const text = JSON.stringify(file);
  return Buffer.from(`${text}\n${sha256(Buffer.from(text)).toString('hex')}\n`, 'utf8');
}

/** The bytes that the keyring's MAC covers. */
export const bodyBytes = (body: KeyringBody): Buffer => Buffer.from(JSON.stringify(body), 'utf8');

function requireSaneBody(body: KeyringBody): void {
  requireSaneCost(body.kdf);
  for (const user of body.users) if (user.keys) requireSaneCost(user.keys.kdf);
  const ids = new Set(body.users.map((user) => user.id));
  const names = new Set(body.users.map((user) => normaliseName(user.name)));
  if (ids.size !== body.users.length || names.size !== body.users.length) throw new VaultError('KEYRING.DAMAGED');
}

/** Refuses everything but the one spelling that `serialise` gives: unknown or doubled keys, `__proto__`, other order, lost bytes. */
export function parseKeyring(bytes: Buffer): KeyringFile {
  if (bytes.length > MAX_KEYRING_BYTES) throw new VaultError('KEYRING.DAMAGED');
  const [text = '', checksum] = bytes.toString('utf8').split('\n', 2);
  if (sha256(Buffer.from(text)).toString('hex') !== checksum) throw new VaultError('KEYRING.DAMAGED');
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new VaultError('KEYRING.DAMAGED');
  }
  const format: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'format') : undefined;
  if (typeof format === 'number' && Number.isInteger(format) && format > KEYRING_FORMAT) throw new VaultError('KEYRING.NEWER', { format });
  const parsed = KeyringFile.safeParse(raw);
  if (!parsed.success || !serialise(parsed.data).equals(bytes)) throw new VaultError('KEYRING.DAMAGED');
  requireSaneBody(parsed.data.body);
  if (parsed.data.rotation?.ready) requireSaneBody(parsed.data.rotation.ready.body);
  return parsed.data;
}
