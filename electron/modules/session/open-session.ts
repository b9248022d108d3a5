import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { refusal } from '../../../shared/kernel/errors';
import { appendJournal, headOf } from '../audit';
import type { Vault as OpenVault } from '../../db/connection';
import type { LiveSession } from '../../ipc/live-session';
import { VAULTS, type Keyring, type KeySession, type Vault } from '../../vault';
import { discardKept } from '../../vault/backup';
import { openProgramVault, vaultFile, type Program } from './program';

/** Opens what the keys open and writes the sign-in down. On any failure everything is closed and wiped again. */
export async function openSession(program: Program, keys: KeySession, action: string): Promise<LiveSession> {
  let records: OpenVault | null = null;
  let clinical: OpenVault | null = null;
  try {
    records = await openFor(program, keys, 'records');
    if (!records) throw new Error('a session without the records key');
    clinical = existsSync(vaultFile(program, 'clinical')) ? await openFor(program, keys, 'clinical') : null;
    if (program.session) throw refusal('SESSION.SOMEBODY_IS_IN');
    const now = program.clock();
    const session: LiveSession = {
      id: randomUUID(),
      keys,
      records,
      clinical,
      emergencyUntil: null,
      startedAt: now,
      lastSeen: now,
      busy: false,
      sheets: {},
    };
    checkAnchors(program, session);
    tellSignIn(program, session, action);
    program.session = session;
    await discardDataOfBefore(program, session);
    return session;
  } catch (error) {
    await records?.close();
    await clinical?.close();
    keys.wipe();
    throw error;
  }
}

/** Somebody is in: the data that a restore had put aside is not needed any more. Failing to remove it stops nobody. */
async function discardDataOfBefore(program: Program, session: LiveSession): Promise<void> {
  const removed = await discardKept(program.dataDir).catch(() => []);
  if (removed.length === 0 || program.session !== session) return;
  session.records.transaction((db) => {
    appendJournal(db, {
      at: program.clock().toISOString(),
      userId: session.keys.userId,
      sessionId: session.id,
      action: 'restore.oldDataRemoved',
      subject: 'backup',
      subjectId: null,
      detail: { folders: removed.length },
    });
  });
}

async function openFor(program: Program, keys: KeySession, vault: Vault): Promise<OpenVault | null> {
  const key = keys.vaultKey(vault);
  return key ? openProgramVault(program, vault, key, true) : null;
}

export const vaultOf = (session: LiveSession, vault: Vault): OpenVault | null => (vault === 'records' ? session.records : session.clinical);

function checkAnchors(program: Program, session: LiveSession): void {
  const keyring = program.keyring as Keyring;
  for (const vault of VAULTS) {
    const anchor = keyring.anchor(vault);
    const open = vaultOf(session, vault);
    if (!anchor || !open) continue;
    const head = headOf(open.db);
    const entry = open.db.get<{ mac: Uint8Array }>('SELECT mac FROM journal WHERE seq = ?', anchor.seq);
    const rolledBack = !head || head.seq < anchor.seq || !entry || Buffer.from(entry.mac).toString('hex') !== anchor.mac;
    if (!rolledBack) continue;
    program.journalWarning = true;
    open.transaction((db) => {
      appendJournal(db, {
        at: program.clock().toISOString(),
        userId: session.keys.userId,
        sessionId: session.id,
        action: 'journal.olderThanAnchor',
        subject: 'journal',
        subjectId: null,
        outcome: 'failed',
        detail: { anchor: anchor.seq, head: head?.seq ?? 0 },
      });
    });
  }
}

function tellSignIn(program: Program, session: LiveSession, action: string): void {
  const common = { userId: session.keys.userId, sessionId: session.id, subject: 'session', subjectId: null };
  session.records.transaction((db) => {
    for (const refused of program.refusedSignIns) {
      appendJournal(db, { ...common, userId: refused.userId, sessionId: null, at: refused.at, action: 'session.signIn', outcome: 'refused' });
    }
    appendJournal(db, { ...common, at: program.clock().toISOString(), action });
    for (const notice of session.keys.notices) {
      appendJournal(db, {
        ...common,
        at: program.clock().toISOString(),
        action: 'session.keyNotice',
        outcome: 'failed',
        detail: { code: notice.code, vault: notice.vault ?? null },
      });
    }
  });
  program.refusedSignIns = [];
}

/** Anchors the journals, closes files, wipes keys, tells the windows. Safe to call at any time, also twice. */
export async function lockProgram(program: Program, action: 'session.lock' | 'session.close' = 'session.lock'): Promise<void> {
  const session = program.session;
  if (!session) return;
  program.session = null;
  program.jobs?.cancelAll();
  try {
    session.records.transaction((db) => {
      appendJournal(db, {
        at: program.clock().toISOString(),
        userId: session.keys.userId,
        sessionId: session.id,
        action,
        subject: 'session',
        subjectId: null,
      });
    });
    anchorJournals(program, session);
  } catch (error) {
    // A full or vanished disk must never keep the keys in memory: the lock goes on.
    program.services.logger.error('lock without its journal line', { error });
  }
  session.sheets = {};
  session.keys.wipe();
  await session.records.close().catch(() => undefined);
  await session.clinical?.close().catch(() => undefined);
  for (const tell of program.onLocked) tell();
}

export function anchorJournals(program: Program, session: LiveSession): void {
  const keyring = program.keyring as Keyring;
  for (const vault of VAULTS) {
    const open = vaultOf(session, vault);
    const head = open ? headOf(open.db) : null;
    if (!head) continue;
    keyring.setAnchor(session.keys, vault, { seq: head.seq, mac: head.mac, generation: (keyring.anchor(vault)?.generation ?? 0) + 1 });
  }
}
