import { appendJournal, ageAgainst, headOf } from '../audit';
import type { Vault as OpenVault } from '../../db/connection';
import type { LiveSession } from '../../ipc/live-session';
import { VAULTS, type Vault } from '../../vault';
import { requireKeyring, type Program } from './program';

/** Entries that a rollback could take away unseen, at the most. */
export const ANCHOR_EVERY = 50;

/** After these the heads are anchored at once: keys change hands, a paper gets its number, a person is erased, a doubt is settled. */
export const ANCHOR_AT_ONCE: ReadonlySet<string> = new Set([
  'session.setUp',
  'session.createClinicalVault',
  'session.openClinicalWithRecovery',
  'session.emergencyAccess',
  'session.renewRecovery',
  'users.invite',
  'users.update',
  'users.resetPassword',
  'users.leave',
  'users.rotate',
  'users.grantClinical',
  'users.confirmMember',
  'users.removeMember',
  'documents.issue',
  'documents.annul',
  'children.merge',
  'children.erase',
  'backup.make',
  'audit.acknowledgeOlder',
]);

export const vaultOf = (session: LiveSession, vault: Vault): OpenVault | null => (vault === 'records' ? session.records : session.clinical);

/**
 * On every opening of a vault. Older than its anchor, or another one at the anchor's place, or an anchor that no holder of
 * this vault's key has written: the session may read it and not change it, until somebody entitled says that they know.
 */
export function checkAnchor(program: Program, session: LiveSession, vault: Vault): void {
  const open = vaultOf(session, vault);
  if (!open) return;
  const anchor = requireKeyring(program).anchor(vault);
  const isForged = session.keys.notices.some((notice) => notice.code === 'ANCHOR_CHANGED' && notice.vault === vault);
  if (!isForged && ageAgainst(open.db, anchor) === 'current') {
    session.readOnly.delete(vault);
    program.olderVaults.delete(vault);
    return;
  }
  session.readOnly.add(vault);
  program.olderVaults.add(vault);
  const head = headOf(open.db)?.seq ?? 0;
  open.transaction((db) => {
    appendJournal(db, {
      at: program.clock().toISOString(),
      userId: session.keys.userId,
      sessionId: session.id,
      action: 'journal.olderThanAnchor',
      subject: 'journal',
      subjectId: null,
      outcome: 'failed',
      detail: { anchor: anchor?.seq ?? 0, head },
    });
  });
}

/** Somebody entitled has looked: the vault as it stands is the vault from now on. */
export function acceptOlder(program: Program, session: LiveSession, vault: Vault): void {
  anchor(program, session, vault);
  session.readOnly.delete(vault);
  program.olderVaults.delete(vault);
}

export function anchorJournals(program: Program, session: LiveSession): void {
  for (const vault of VAULTS) if (mayAnchor(session, vault)) anchor(program, session, vault);
}

/** After each request: one small file is written now and then. A failure to write it is no failure of the request. */
export function anchorIfDue(program: Program, operation: string): void {
  const { session, keyring } = program;
  if (!session || !keyring || session.busy) return;
  for (const vault of VAULTS) {
    try {
      if (!mayAnchor(session, vault)) continue;
      const open = vaultOf(session, vault);
      const ahead = (open ? (headOf(open.db)?.seq ?? 0) : 0) - (keyring.anchor(vault)?.seq ?? 0);
      if (ahead >= ANCHOR_EVERY || (ahead > 0 && ANCHOR_AT_ONCE.has(operation))) anchor(program, session, vault);
    } catch (error) {
      program.services.logger.error('the journal was not anchored', { error });
    }
  }
}

/** An older vault keeps the anchor that convicts it. */
const mayAnchor = (session: LiveSession, vault: Vault): boolean => !session.readOnly.has(vault) && session.keys.holds(vault);

function anchor(program: Program, session: LiveSession, vault: Vault): void {
  const open = vaultOf(session, vault);
  const head = open ? headOf(open.db) : null;
  if (!head) return;
  const keyring = requireKeyring(program);
  keyring.setAnchor(session.keys, vault, { seq: head.seq, mac: head.mac, generation: (keyring.anchor(vault)?.generation ?? 0) + 1 });
}
