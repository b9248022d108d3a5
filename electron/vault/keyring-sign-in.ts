import { afterFailure, afterSuccess, delayAfter, waitFor, bucketOf } from './sign-in-delay';
import type { KeyringEntry } from './keyring-format';
import { wipeBundle, type PrivateBundle } from './key-session';
import { openBundle, pretendToOpen } from './private-bundle';
import { costOf, findByName, live, nowOf, openSession, userOf, wrapFor, type Ring } from './ring';
import type { KeySession, UnlockResult } from './types';
import { VaultError } from './vault-error';

/** A count that cannot be written (full disk, read-only folder) still slows this run; it must not keep anyone out. */
function count(ring: Ring, next: Ring['store']['signIn']): void {
  try {
    ring.store.saveSignIn(next);
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
  }
}

/** Milliseconds until the next attempt under this name, by password or by code. */
export function countFailure(ring: Ring, name: string): number {
  const next = afterFailure(ring.store.signIn, name, nowOf(ring));
  count(ring, next);
  return delayAfter(next.find((one) => one.bucket === bucketOf(name))?.failures ?? 1);
}

export function forgetFailures(ring: Ring, name: string): void {
  if (ring.store.signIn.some((one) => one.bucket === bucketOf(name))) count(ring, afterSuccess(ring.store.signIn, name));
}

async function attempt(ring: Ring, user: KeyringEntry | undefined, password: string): Promise<PrivateBundle | undefined> {
  // Without this PC's secret every password would look wrong; say what is really missing.
  if (ring.store.body.usesDeviceSecret && !ring.options.deviceSecret) throw new VaultError('KEYRING.OTHER_PC');
  // An over-long password would only waste memory; the cost of the answer stays the same.
  const typed = password.length > 1024 ? '' : password;
  if (!user?.keys) return pretendToOpen(costOf(ring), typed);
  const { keyringId, usesDeviceSecret } = ring.store.body;
  return openBundle(keyringId, user.id, user.keys, typed, usesDeviceSecret ? ring.options.deviceSecret : undefined);
}

export async function unlock(ring: Ring, name: string, password: string): Promise<UnlockResult> {
  const retryAfterMs = waitFor(ring.store.signIn, name, nowOf(ring));
  if (retryAfterMs > 0) return { kind: 'wait', retryAfterMs };
  const user = findByName(ring.store.body, name);
  const bundle = await attempt(ring, user, password);
  if (!user || !bundle) return { kind: 'wrong', retryAfterMs: countFailure(ring, name) };
  const session = openSession(ring, user, bundle);
  forgetFailures(ring, name);
  return { kind: 'open', session };
}

export async function checkPassword(ring: Ring, session: KeySession, password: string): Promise<{ ok: true } | { ok: false; retryAfterMs: number }> {
  const user = userOf(ring.store.body, live(ring, session).userId);
  const wait = waitFor(ring.store.signIn, user.name, nowOf(ring));
  if (wait > 0) return { ok: false, retryAfterMs: wait };
  const bundle = await attempt(ring, user, password);
  if (!bundle) return { ok: false, retryAfterMs: countFailure(ring, user.name) };
  wipeBundle(bundle);
  forgetFailures(ring, user.name);
  return { ok: true };
}

/** Re-wraps the private keys: one small write. The older generation goes with it, so that the old password opens nothing here. */
export async function changePassword(ring: Ring, session: KeySession, current: string, next: string): Promise<void> {
  const checked = await checkPassword(ring, session, current);
  if (!checked.ok) throw new VaultError('PASSWORD.WRONG', { retryAfterMs: checked.retryAfterMs });
  const own = live(ring, session);
  const epoch = (userOf(ring.store.body, own.userId).keys?.epoch ?? 0) + 1;
  const { x25519, ed25519 } = own.privateBundle;
  const copy = {
    x25519: { publicKey: x25519.publicKey, privateKey: Buffer.from(x25519.privateKey) },
    ed25519: { publicKey: ed25519.publicKey, privateKey: Buffer.from(ed25519.privateKey) },
  };
  const keys = await wrapFor(ring, own.userId, next, copy, epoch);
  wipeBundle(copy);
  live(ring, session).withKey('records', (key) => {
    ring.store.commit(
      key,
      (body) => {
        userOf(body, own.userId).keys = keys;
      },
      { revoking: true },
    );
  });
}
