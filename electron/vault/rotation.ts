import { closeSync, existsSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rekey, vacuumInto, verifyEveryPage, type TableHash } from '../db/file-work';
import { openEncrypted } from '../db/pragmas';
import { syncFile, syncFolder } from './atomic-file';
import { keyIdOf, newKey, wipe } from './crypto';
import type { LiveSession } from './key-session';
import type { Keyring } from './keyring';
import type { KeyringBody } from './keyring-format';
import { checkMembers, entryOf, makeAnchor, makeGrant, makeMembers, nameOf, sealForCode, sealForSheet, type KeyName } from './keyring-grants';
import { keyringMac, KeyringStore } from './keyring-store';
import { live, type Ring } from './ring';
import { RECOVERY_OF, VAULT_FILE, type KeySession, type Vault } from './types';
import { VaultError } from './vault-error';

/*
 * Rotation of a vault key. The file's first 16 bytes are its salt, in clear; a rekey gives it another. The salt tells a
 * start-up without any key which file is in place:
 *
 *   intent written (old salt) -> copy -> rekey -> verify -> sync -> intent READY (new salt, the whole next body)
 *     -> old -wal/-shm gone -> rename -> sync folder -> body adopted -> clean
 *
 *   old salt in place: undo (the copy and the intent go; nothing was lost)
 *   new salt in place: finish (the prepared body is adopted)
 *   any other salt:    ROTATION.UNCLEAR, nothing is touched
 */
export const ROTATION_STEPS = ['intent', 'copy', 'rekey', 'verify', 'sync', 'ready', 'clear-wal', 'rename', 'sync-folder', 'adopt', 'clean'] as const;
export type RotationStep = (typeof ROTATION_STEPS)[number];

export interface RotationProgress {
  step: RotationStep;
  done: number;
  total: number;
}

export interface RotationOptions {
  onProgress?: (progress: RotationProgress) => void;
  signal?: AbortSignal;
  /** Called before each step; a crash test throws from it. */
  hook?: (step: RotationStep) => void;
}

const SIDE_FILES = ['-wal', '-shm', '-journal'] as const;
const nextFile = (file: string): string => `${file}.next`;

function removeWithSideFiles(file: string): void {
  for (const ending of ['', ...SIDE_FILES]) rmSync(file + ending, { force: true });
}

function saltOf(file: string): string {
  const salt = Buffer.alloc(16);
  const handle = openSync(file, 'r');
  try {
    if (readSync(handle, salt, 0, 16, 0) !== 16) throw new VaultError('ROTATION.UNCLEAR');
  } finally {
    closeSync(handle);
  }
  return salt.toString('hex');
}

/** The keyring as it will be: the new key sealed to every trusted holder, every open code and the recovery sheet. */
function nextBody(ring: Ring, session: LiveSession, vault: Vault, oldKey: Buffer, key: Buffer): KeyringBody {
  const body = structuredClone(ring.store.body);
  const entry = entryOf(body, vault);
  const check = checkMembers(body, vault, oldKey);
  // Sealing to a recovery key that nobody vouched for would hand the new key to whoever wrote it there.
  if (check.recoveryChanged) throw new VaultError('VAULT.KEY_CHANGED', { vault });
  const name: KeyName = { vault, version: entry.version + 1, keyId: keyIdOf(key) };
  for (const user of body.users) {
    const member = check.trusted.find((one) => one.userId === user.id);
    user.grants[vault] = member ? makeGrant(session, { id: user.id, ...member }, name, key, 'rotation') : null;
    const { invitation } = user;
    if (vault === 'records' && invitation) {
      user.invitation = {
        ...invitation,
        version: name.version,
        keyId: name.keyId,
        sealed: sealForCode(invitation.publicKey, user.id, invitation.until, name, key),
      };
    }
  }
  entry.version = name.version;
  entry.keyId = name.keyId;
  entry.mustRotate = false;
  entry.recovery.sealed = sealForSheet(RECOVERY_OF[vault], entry.recovery.publicKey, nameOf(vault, entry), key);
  entry.members = makeMembers(key, name, entry.recovery.publicKey, check.trusted);
  if (entry.anchor) entry.anchor = makeAnchor(key, vault, entry.anchor);
  body.generation += 1;
  return body;
}

const sameTables = (a: TableHash[], b: TableHash[]): boolean => JSON.stringify(a) === JSON.stringify(b);

interface Job {
  store: KeyringStore;
  file: string;
  copy: string;
  oldKey: Buffer;
  key: Buffer;
  options: RotationOptions;
}

async function prepareCopy(job: Job, begin: (step: RotationStep) => void): Promise<void> {
  const { file, copy, oldKey, key, options } = job;
  const work = { ...(options.signal ? { signal: options.signal } : {}) };
  begin('copy');
  removeWithSideFiles(copy);
  await vacuumInto(file, oldKey, copy, work);
  begin('rekey');
  await rekey(copy, oldKey, key, work);
  begin('verify');
  const onProgress = (done: number, total: number): void => {
    options.onProgress?.({ step: 'verify', done, total });
  };
  const [before, after] = [await verifyEveryPage(file, oldKey, { ...work, onProgress }), await verifyEveryPage(copy, key, { ...work, onProgress })];
  if (!sameTables(before, after)) throw new VaultError('ROTATION.CHECK_FAILED');
  begin('sync');
  for (const ending of SIDE_FILES) rmSync(copy + ending, { force: true });
  syncFile(copy);
}

function exchange(job: Job, begin: (step: RotationStep) => void): void {
  begin('clear-wal');
  // A log of the old file beside the new one would be replayed into it. Nobody has it open, and it was checkpointed.
  for (const ending of SIDE_FILES) rmSync(job.file + ending, { force: true });
  begin('rename');
  renameSync(job.copy, job.file);
  begin('sync-folder');
  syncFolder(job.store.folder);
}

/**
 * Gives a vault a new key. Every connection to its file must be closed before, and may be opened again with the session's
 * key afterwards. When it throws, `finishOrUndoRotation` has already brought one valid state about, unless the program died.
 */
export async function rotateVault(keyring: Keyring, session: KeySession, vault: Vault, options: RotationOptions = {}): Promise<void> {
  const ring = keyring.internals;
  const own = live(ring, session);
  const { store } = ring;
  const file = join(store.folder, VAULT_FILE[vault]);
  const begin = (step: RotationStep): void => {
    options.hook?.(step);
    options.onProgress?.({ step, done: ROTATION_STEPS.indexOf(step), total: ROTATION_STEPS.length });
  };
  if (store.rotation) throw new VaultError('KEYRING.BUSY');
  const oldKey = own.vaultKey(vault);
  if (!oldKey) throw new VaultError('VAULT.NOT_HOLDER', { vault });
  const key = newKey();
  const job: Job = { store, file, copy: nextFile(file), oldKey, key, options };
  try {
    const body = nextBody(ring, own, vault, oldKey, key);
    const mac = vault === 'records' ? keyringMac(key, body) : own.withKey('records', (recordsKey) => keyringMac(recordsKey, body));
    checkpoint(file, oldKey);
    begin('intent');
    const oldSalt = saltOf(file);
    store.saveRotation({ vault, oldSalt, ready: null });
    await prepareCopy(job, begin);
    begin('ready');
    store.saveRotation({ vault, oldSalt, ready: { newSalt: saltOf(job.copy), body, mac } });
    exchange(job, begin);
    begin('adopt');
    store.adoptRotated();
    own.setVaultKey(vault, Buffer.from(key));
    begin('clean');
    removeWithSideFiles(job.copy);
  } catch (error) {
    if (!(error instanceof CrashForTest)) tidyUp(store);
    adoptKey(own, store, vault, key);
    throw error;
  } finally {
    wipe(oldKey, key);
  }
}

/** What cannot be tidied now (a full disk) is tidied at the next start; the first error is the one to show. */
function tidyUp(store: KeyringStore): void {
  try {
    settle(store);
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
  }
}

/** Thrown by a test's hook: the program "died", so nothing may tidy up behind it. */
export class CrashForTest extends Error {}

/** After a failed run that was finished all the same, the session must hold the key that now opens the file. */
function adoptKey(session: LiveSession, store: KeyringStore, vault: Vault, key: Buffer): void {
  if (session.isWiped || store.body.vaults[vault]?.keyId !== keyIdOf(key)) return;
  session.setVaultKey(vault, Buffer.from(key));
}

/** Brings a log left by a crash into the file, by opening and closing it once under its key. */
function checkpoint(file: string, key: Buffer): void {
  const db = openEncrypted(file, key, { mustExist: true });
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

function settle(store: KeyringStore): 'finished' | 'undone' | 'nothing' {
  const { rotation } = store;
  if (!rotation) return 'nothing';
  const file = join(store.folder, VAULT_FILE[rotation.vault]);
  const inPlace = existsSync(file) ? saltOf(file) : '';
  if (rotation.ready && inPlace === rotation.ready.newSalt) {
    for (const ending of SIDE_FILES) rmSync(nextFile(file) + ending, { force: true });
    syncFolder(store.folder);
    store.adoptRotated();
    removeWithSideFiles(nextFile(file));
    return 'finished';
  }
  if (inPlace !== rotation.oldSalt) throw new VaultError('ROTATION.UNCLEAR', { vault: rotation.vault });
  removeWithSideFiles(nextFile(file));
  store.saveRotation(null);
  return 'undone';
}

/** At start-up, before anyone signs in and before any database is opened. Needs no key: the file's salt decides. */
export function finishOrUndoRotation(place: Keyring | string): 'finished' | 'undone' | 'nothing' {
  if (typeof place !== 'string') return settle(place.internals.store);
  return KeyringStore.inspect(place) === 'ready' ? settle(KeyringStore.load(place)) : 'nothing';
}
