import { join } from 'node:path';
import { refusal } from '../../../shared/kernel/errors';
import { openVault, type Vault as OpenVault, type VaultSpec } from '../../db/connection';
import type { ReadDb } from '../../db/types';
import type { LiveSession } from '../../ipc/live-session';
import type { Jobs } from '../../ipc/jobs';
import type { Language } from '../../../shared/kernel/roles';
import type { Trouble } from '../../../shared/modules/session/session.model';
import type { Services } from '../../services/services';
import { VAULT_FILE, type FolderLock, type Keyring, type Vault, type VaultOptions } from '../../vault';

/** The names under which one table's files lie in the file store. */
export type FileOwner = (db: ReadDb) => string[];

export type VaultSchema = Pick<VaultSpec, 'entities' | 'migrations'>;

/** The running program: the folder it guards, the keyring, and the session, if any. One per process. */
export interface Program {
  dataDir: string;
  version: string;
  services: Services;
  clock: () => Date;
  schemas: Record<Vault, VaultSchema>;
  vaultOptions: VaultOptions;
  /** Who owns files of the store; a table that is missing here would lose them. */
  fileOwners: Record<Vault, readonly FileOwner[]>;
  keyring: Keyring | null;
  folderLock: FolderLock | null;
  trouble: Trouble | null;
  session: LiveSession | null;
  language: Language;
  /** Vaults whose journal ended before its anchor when they were last opened, and nobody has said yet that they know. */
  olderVaults: Set<Vault>;
  /** Refused attempts to come in since the last good one: they are written down as soon as a journal can be opened. */
  refusedSignIns: { at: string; userId: string | null; action: 'session.signIn' | 'session.acceptInvitation' }[];
  /** A lock under way: nobody comes in before its files are closed. */
  locking: Promise<void> | null;
  jobs: Jobs | null;
  onLocked: Set<() => void>;
}

export function requireKeyring(program: Program): Keyring {
  if (!program.keyring) throw refusal('SESSION.NOT_SET_UP');
  return program.keyring;
}

export const vaultFile = (program: Program, vault: Vault): string => join(program.dataDir, VAULT_FILE[vault]);

/** Opens one vault with a key that this function wipes. */
export async function openProgramVault(program: Program, vault: Vault, key: Buffer, mustExist: boolean): Promise<OpenVault> {
  try {
    return await openVault({ file: vaultFile(program, vault), ...program.schemas[vault] }, key, { mustExist });
  } finally {
    key.fill(0);
  }
}
