import { join } from 'node:path';
import { openVault, type Vault as OpenVault, type VaultSpec } from '../../db/connection';
import type { LiveSession } from '../../ipc/live-session';
import type { Jobs } from '../../ipc/jobs';
import type { Language } from '../../../shared/kernel/roles';
import type { Trouble } from '../../../shared/modules/session/session.model';
import type { Services } from '../../services/services';
import { VAULT_FILE, type FolderLock, type Keyring, type Vault, type VaultOptions } from '../../vault';

export type VaultSchema = Pick<VaultSpec, 'entities' | 'migrations'>;

/** The running program: the folder it guards, the keyring, and the session, if any. One per process. */
export interface Program {
  dataDir: string;
  version: string;
  services: Services;
  clock: () => Date;
  schemas: Record<Vault, VaultSchema>;
  vaultOptions: VaultOptions;
  keyring: Keyring | null;
  folderLock: FolderLock | null;
  trouble: Trouble | null;
  session: LiveSession | null;
  language: Language;
  /** The head of a journal was older than its anchor when the vault was opened. */
  journalWarning: boolean;
  /** Refused sign-ins since the last good one: they are written down as soon as a journal can be opened. */
  refusedSignIns: { at: string; userId: string | null }[];
  jobs: Jobs | null;
  onLocked: Set<() => void>;
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
