import { appendJournal } from '../audit';
import type { LiveSession } from '../../ipc/live-session';
import { anchorJournals } from './anchors';
import { endEmergency } from './emergency';
import type { Program } from './program';

type Ending = 'session.lock' | 'session.close';

/** Anchors the journals, closes files, wipes keys, tells the windows. Safe to call at any time, also twice. */
export async function lockProgram(program: Program, action: Ending = 'session.lock'): Promise<void> {
  const { session } = program;
  if (session) {
    // From this moment every request is answered "locked", whatever is still being put in order behind it.
    program.session = null;
    program.locking = endSession(program, session, action).finally(() => {
      program.locking = null;
    });
  }
  await program.locking;
}

async function endSession(program: Program, session: LiveSession, action: Ending): Promise<void> {
  program.jobs?.cancelAll();
  // A key that is being changed: the change is given up and undone, or was past that point and is finished, and then all is closed.
  if (session.rotation) await session.rotation.catch(() => undefined);
  if (session.sweeping) await session.sweeping;
  await endEmergency(program, session, 'locked');
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
