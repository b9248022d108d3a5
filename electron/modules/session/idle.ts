import { endEmergencyIfDue } from './emergency';
import { lockProgram } from './lock';
import type { Program } from './program';

const EVERY = 5_000;
/** However busy, nobody stays signed in longer than a working day without showing the password again. */
const ABSOLUTE_MS = 12 * 3_600_000;

export function idleLimitMs(program: Program): number {
  const session = program.session;
  // While a key is being changed the file is closed for a moment and its owner is waiting for it.
  if (!session || session.busy) return Infinity;
  const minutes =
    session.records.db.get<{ idle: number }>('SELECT idle_minutes AS idle FROM user_account WHERE id = ?', session.keys.userId)?.idle ?? 5;
  return minutes * 60_000;
}

export async function lockIfIdle(program: Program): Promise<boolean> {
  const session = program.session;
  if (!session) return false;
  endEmergencyIfDue(program);
  const now = program.clock().getTime();
  const idle = now - session.lastSeen.getTime() >= idleLimitMs(program);
  if (!idle && now - session.startedAt.getTime() < ABSOLUTE_MS) return false;
  await lockProgram(program);
  return true;
}

/** The main process keeps the clock: a frozen or tampered page cannot hold a session open. */
export function watchIdle(program: Program): () => void {
  const timer = setInterval(() => {
    lockIfIdle(program).catch((error: unknown) => {
      program.services.logger.error('the idle lock failed', { error });
    });
  }, EVERY);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
