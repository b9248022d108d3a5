import { refusal } from '../../../shared/kernel/errors';
import type { Vault as OpenVault } from '../../db/connection';
import type { LiveSession } from '../../ipc/live-session';
import { appendJournal } from '../audit';
import { rotateVault, type Vault } from '../../vault';
import { vaultOf } from './anchors';
import { requireKeyring, openProgramVault, type Program } from './program';
import { liveSession } from './status';

type Progress = (done: number, total: number) => void;

/**
 * Changes a vault's key while its holder is signed in: the file is closed, copied under the new key by a worker, checked
 * and swapped; then the session goes on with the new key. When anything fails the old file and key are opened again.
 */
export function rotateInSession(program: Program) {
  return async (vault: Vault, progress: Progress, signal: AbortSignal): Promise<void> => {
    const session = liveSession(program);
    const open = vaultOf(session, vault);
    if (!open) throw refusal('VAULT.NOT_HOLDER', { vault });
    if (session.busy) throw refusal('VAULT.BUSY');
    session.busy = true;
    session.rotation = exchange(program, session, { vault, open, progress, signal }).finally(() => {
      session.rotation = null;
    });
    await session.rotation;
  };
}

interface Change {
  vault: Vault;
  open: OpenVault;
  progress: Progress;
  signal: AbortSignal;
}

async function exchange(program: Program, session: LiveSession, { vault, open, progress, signal }: Change): Promise<void> {
  try {
    await open.close();
    await rotateVault(requireKeyring(program), session.keys, vault, {
      signal,
      onProgress: ({ done, total }) => {
        progress(done, total);
      },
    });
  } finally {
    try {
      await reopen(program, session, vault);
    } finally {
      session.busy = false;
    }
  }
  vaultOf(session, vault)?.transaction((db) => {
    appendJournal(db, {
      at: program.clock().toISOString(),
      userId: session.keys.userId,
      sessionId: session.id,
      action: 'vault.rotated',
      subject: 'vault',
      subjectId: vault,
    });
  });
}

/** For a session that is being locked too: the lock waits for this, writes its last line and closes the file. */
async function reopen(program: Program, session: LiveSession, vault: Vault): Promise<void> {
  const key = session.keys.vaultKey(vault);
  if (!key) return;
  const fresh = await openProgramVault(program, vault, key, true);
  if (vault === 'records') session.records = fresh;
  else session.clinical = fresh;
}
