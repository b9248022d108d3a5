import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { refusal, TirekError } from '../../../shared/kernel/errors';
import type { EmergencyEnd } from '../../../shared/modules/users/emergency.model';
import type { Vault as OpenVault } from '../../db/connection';
import type { LiveSession } from '../../ipc/live-session';
import { joinRecoveryHalves } from '../../vault';
import { appendJournal } from '../audit';
import { beginEmergency, endEmergencyRow, tellEmergency, UserEntity } from '../users';
import { checkAnchor } from './anchors';
import { openProgramVault, requireKeyring, vaultFile, type Program } from './program';
import { liveActor, liveSession } from './status';

/*
 * No psychologist can be reached and somebody must know: the sheet R_clin, whole or as two halves that two people bring,
 * opens the clinical vault for an hour, for reading. The key goes into the open file and nowhere else: not into the session's
 * keys, not into the keyring. Who did it and why stands in the vault, in both journals and in the records before a word is shown.
 */
const MINUTES = 60;

interface Asked {
  recoveryKey: string;
  password: string;
  reason: string;
  second: { name: string; password: string; recoveryKey: string } | null;
}

interface Person {
  userId: string;
  name: string;
}

const wrongPassword = (code: string, retryAfterMs: number): TirekError => refusal(code, { seconds: Math.ceil(retryAfterMs / 1000) });

/** An administrator gives out roles and never reads; a psychologist has a way of their own, by a colleague or by the sheet. */
function mustBeEligible(program: Program): LiveSession {
  const session = liveSession(program);
  const { roles } = liveActor(program);
  if (roles.includes('administrator')) throw refusal('CLINICAL.NOT_FOR_ADMINISTRATOR');
  if (roles.includes('psychologist')) throw refusal('EMERGENCY.NOT_FOR_PSYCHOLOGIST');
  if (session.clinical) throw refusal('EMERGENCY.OPEN');
  if (!requireKeyring(program).vault('clinical') || !existsSync(vaultFile(program, 'clinical'))) throw refusal('CLINICAL.ABSENT');
  return session;
}

/** The second person is there in person: an active colleague, other than the first, with the own password, and no administrator either. */
async function secondPerson(program: Program, session: LiveSession, second: NonNullable<Asked['second']>): Promise<Person> {
  const result = await requireKeyring(program).unlock(second.name, second.password);
  if (result.kind !== 'open') throw wrongPassword('EMERGENCY.SECOND_WRONG', result.retryAfterMs);
  const { userId, name } = result.session;
  result.session.wipe();
  stillIn(program, session);
  if (userId === session.keys.userId) throw refusal('EMERGENCY.SECOND_SAME');
  const row = session.records.db.table(UserEntity).byId(userId);
  if (!row?.active) throw refusal('EMERGENCY.SECOND_WRONG', { seconds: 0 });
  if (row.roles.includes('administrator')) throw refusal('CLINICAL.NOT_FOR_ADMINISTRATOR');
  return { userId, name };
}

function stillIn(program: Program, session: LiveSession): void {
  if (program.session !== session) throw new TirekError({ kind: 'locked', code: 'SESSION.LOCKED' });
}

export async function emergencyAccess(program: Program, input: Asked): Promise<{ until: string }> {
  const session = mustBeEligible(program);
  const keyring = requireKeyring(program);
  const own = await keyring.checkPassword(session.keys, input.password);
  if (!own.ok) throw wrongPassword('PASSWORD.WRONG', own.retryAfterMs);
  const second = input.second && (await secondPerson(program, session, input.second));
  const text = input.second ? joinRecoveryHalves(input.recoveryKey, input.second.recoveryKey) : input.recoveryKey;
  const vault = await openProgramVault(program, 'clinical', keyring.openWithRecovery('clinical', text), true);
  try {
    stillIn(program, session);
    return { until: open(program, session, vault, { second, reason: input.reason }) };
  } catch (error) {
    if (session.clinical !== vault) await vault.close();
    throw error;
  }
}

function open(program: Program, session: LiveSession, vault: OpenVault, { second, reason }: { second: Person | null; reason: string }): string {
  const from = program.clock();
  const until = new Date(from.getTime() + MINUTES * 60_000);
  const [id, fromAt, untilAt] = [randomUUID(), from.toISOString(), until.toISOString()];
  const { userId, name } = session.keys;
  const entry = { ...entryOf(program, session, 'clinical.emergencyOpened', id), detail: { until: untilAt, second: second?.userId ?? null } };
  vault.transaction((db) => {
    beginEmergency(db, {
      id,
      userId,
      userName: name,
      secondId: second?.userId ?? null,
      secondName: second?.name ?? null,
      reason,
      fromAt,
      untilAt,
    });
    appendJournal(db, entry);
  });
  session.records.transaction((db) => {
    tellEmergency(db, { id, userId, name, secondName: second?.name ?? null, fromAt, untilAt } as Parameters<typeof tellEmergency>[1]);
    appendJournal(db, entry);
  });
  session.clinical = vault;
  session.emergencyUntil = until;
  const timer = setTimeout(() => {
    void endEmergency(program, session, 'expired');
  }, MINUTES * 60_000);
  timer.unref();
  session.emergency = { id, timer };
  checkAnchor(program, session, 'clinical');
  return untilAt;
}

const entryOf = (program: Program, session: LiveSession, action: string, id: string) => ({
  at: program.clock().toISOString(),
  userId: session.keys.userId,
  sessionId: session.id,
  action,
  subject: 'emergency-access',
  subjectId: id,
});

/** Closes the file, and with it the key. From the first line on every clinical request of this session is refused. */
export async function endEmergency(program: Program, session: LiveSession, how: EmergencyEnd): Promise<void> {
  const { emergency, clinical } = session;
  if (!emergency || !clinical) return;
  clearTimeout(emergency.timer);
  Object.assign(session, { clinical: null, emergency: null, emergencyUntil: null });
  session.readOnly.delete('clinical');
  try {
    const entry = { ...entryOf(program, session, 'clinical.emergencyEnded', emergency.id), detail: { how } };
    clinical.transaction((db) => {
      endEmergencyRow(db, emergency.id, entry.at, how);
      appendJournal(db, entry);
    });
    session.records.transaction((db) => {
      appendJournal(db, entry);
    });
  } catch (error) {
    // A full disk must not keep the file open: its beginning and its latest end are written already.
    program.services.logger.error('the end of an emergency access was not written', { error });
  }
  await clinical.close().catch(() => undefined);
}

/** After each request and at each tick of the idle clock: a machine that slept wakes with its timers late. */
export function endEmergencyIfDue(program: Program): void {
  const session = program.session;
  if (session?.emergencyUntil && program.clock() >= session.emergencyUntil) void endEmergency(program, session, 'expired');
}
