import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { refusal } from '../../../shared/kernel/errors';
import { appendJournal, sealOf } from '../audit';
import { completeMembers } from '../users';
import type { Vault as OpenVault } from '../../db/connection';
import type { LiveSession } from '../../ipc/live-session';
import { VAULTS, type KeySession, type Vault } from '../../vault';
import { discardKept } from '../../vault/backup';
import { checkAnchor } from './anchors';
import { sweepUnownedFiles } from './sweep';
import { openProgramVault, requireKeyring, vaultFile, type Program } from './program';

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
      emergency: null,
      sitting: null,
      startedAt: now,
      lastSeen: now,
      busy: false,
      rotation: null,
      readOnly: new Set(),
      sweeping: null,
      sheets: {},
    };
    for (const vault of VAULTS) checkAnchor(program, session, vault);
    if (!session.readOnly.has('clinical')) listHolders(program, session);
    tellSignIn(program, session, action);
    program.session = session;
    await discardDataOfBefore(program, session);
    sweepUnownedFiles(program, session);
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

function listHolders(program: Program, { clinical, keys }: LiveSession): void {
  clinical?.transaction((db) => {
    completeMembers(db, requireKeyring(program), keys, program.clock().toISOString());
  });
}

async function openFor(program: Program, keys: KeySession, vault: Vault): Promise<OpenVault | null> {
  const key = keys.vaultKey(vault);
  return key ? openProgramVault(program, vault, key, true) : null;
}

/** What gives somebody the administrator's role without another administrator. */
const MADE_ADMINISTRATOR: ReadonlySet<string> = new Set(['session.setUp', 'session.recover']);

function tellSignIn(program: Program, session: LiveSession, action: string): void {
  const common = { userId: session.keys.userId, sessionId: session.id, subject: 'session', subjectId: null };
  session.records.transaction((db) => {
    for (const refused of program.refusedSignIns) {
      appendJournal(db, { ...common, userId: refused.userId, sessionId: null, at: refused.at, action: refused.action, outcome: 'refused' });
    }
    appendJournal(db, { ...common, at: program.clock().toISOString(), action });
    if (MADE_ADMINISTRATOR.has(action)) {
      const made = { action: 'users.madeAdministrator', subject: 'user', subjectId: session.keys.userId };
      appendJournal(db, { ...common, ...made, at: program.clock().toISOString(), h: sealOf(db, made) });
    }
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
