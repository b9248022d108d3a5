import { refusal } from '../../../shared/kernel/errors';
import type { StepsContext } from '../../ipc/context';
import type { LiveSession } from '../../ipc/live-session';
import type { Keyring, Vault } from '../../vault';

/** What the users' room needs of the running program: the keyring, and the session whose keys grant. */
export interface KeyDesk {
  keyring(): Keyring;
  session(): LiveSession;
  rotate(vault: Vault, progress: (done: number, total: number) => void, signal: AbortSignal): Promise<void>;
}

export async function confirmPassword(desk: KeyDesk, ctx: StepsContext, password: string): Promise<void> {
  const answer = await desk.keyring().checkPassword(desk.session().keys, password);
  if (!answer.ok) throw refusal('PASSWORD.WRONG', { seconds: Math.ceil(answer.retryAfterMs / 1000) });
  // While the password was being checked the program may have been locked: nothing goes on with the keys of the next person.
  ctx.read(() => undefined);
}
