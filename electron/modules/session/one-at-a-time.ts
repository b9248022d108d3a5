import type { PublicHandlers } from '../../ipc/register';

/** Whatever lets somebody in, makes a vault or puts another folder in place: each looks first whether it may, and then waits for a key. */
const ENTRANCES = [
  'session.setUp',
  'session.signIn',
  'session.acceptInvitation',
  'session.recover',
  'session.createClinicalVault',
  'session.openClinicalWithRecovery',
  'session.emergencyAccess',
  'restore.run',
];

/**
 * One door: a second press, another window or a restore waits until the first has come in or been refused, and is asked
 * again then. Nor does it open while the session before is still being closed.
 */
export function oneAtATime(handlers: PublicHandlers, locked: () => Promise<void> | null): PublicHandlers {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn =
    (run: PublicHandlers[string]): PublicHandlers[string] =>
    (input) => {
      const mine = last.then(locked).then(() => run(input));
      last = mine.catch(() => undefined);
      return mine;
    };
  return Object.fromEntries(Object.entries(handlers).map(([name, run]) => [name, ENTRANCES.includes(name) ? inTurn(run) : run]));
}
