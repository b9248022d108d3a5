import { notAllowed, refusal } from '../../../shared/kernel/errors';
import type { StepsContext } from '../../ipc/context';
import type { LiveSession } from '../../ipc/live-session';
import type { Keyring, Vault } from '../../vault';
import { appendJournal, headOf } from './journal';

/** What the acknowledgement needs of the running program beside the keyring and the session. */
export interface OlderDesk {
  keyring(): Keyring;
  session(): LiveSession;
  /** Anchors the vault as it stands and lets it be changed again. */
  acceptOlder(vault: Vault): void;
}

/**
 * "This vault was put back to an earlier day, and I know it." Written down in the vault concerned before the new anchor
 * takes the place of the one that convicted it, so that the journal for ever says from where to where it fell, and who knew.
 */
export async function acknowledgeOlder(
  desk: OlderDesk,
  ctx: StepsContext,
  input: { vault: Vault; password: string },
): Promise<Record<string, never>> {
  const { vault } = input;
  const session = desk.session();
  const entitled = vault === 'records' ? ctx.actor.roles.includes('administrator') : ctx.actor.roles.includes('psychologist') && session.clinical;
  if (!entitled) throw notAllowed();
  if (!session.readOnly.has(vault)) throw refusal('JOURNAL.NOT_OLDER');
  const answer = await desk.keyring().checkPassword(session.keys, input.password);
  if (!answer.ok) throw refusal('PASSWORD.WRONG', { seconds: Math.ceil(answer.retryAfterMs / 1000) });
  const anchor = desk.keyring().anchor(vault)?.seq ?? 0;
  ctx.transaction((tx) => {
    if (vault === 'records') tx.journal({ ...entry, subjectId: vault, detail: { anchor, head: headOf(tx.db)?.seq ?? 0 } });
  });
  if (vault === 'clinical')
    session.clinical?.transaction((db) => {
      const head = headOf(db)?.seq ?? 0;
      appendJournal(db, { ...entry, at: ctx.nowIso, userId: ctx.actor.userId, sessionId: session.id, subjectId: vault, detail: { anchor, head } });
    });
  desk.acceptOlder(vault);
  return {};
}

const entry = { action: 'journal.olderAcknowledged', subject: 'vault' } as const;
