import { refusal } from '../../../shared/kernel/errors';
import type { LiveSession } from '../../ipc/live-session';
import { appendJournal } from '../audit';
import { rotateVault, type Vault } from '../../vault';
import { requireKeyring } from './entry';
import { vaultOf } from './open-session';
import { openProgramVault, type Program } from './program';
import { liveSession } from './status';

/**
 * Changes a vault's key while its holder is signed in: the file is closed, copied under the new key by a worker, checked
 * and swapped; then the session goes on with the new key. When anything fails the old file and key are opened again.
 */
export function rotateInSession(program: Program) {
  return async (vault: Vault, progress: (done: number, total: number) => void, signal: AbortSignal): Promise<void> => {
    const session = liveSession(program);
    const open = vaultOf(session, vault);
    if (!open) throw refusal('VAULT.NOT_HOLDER', { vault });
    if (session.busy) throw refusal('VAULT.BUSY');
    session.busy = true;
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
    if (program.session !== session) return;
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
  };
}

/** A session that was locked meanwhile gets nothing back: an open file without an owner would keep its key in memory. */
async function reopen(program: Program, session: LiveSession, vault: Vault): Promise<void> {
  const key = program.session === session ? session.keys.vaultKey(vault) : undefined;
  if (!key) return;
  const fresh = await openProgramVault(program, vault, key, true);
  if (program.session !== session) await fresh.close();
  else if (vault === 'records') session.records = fresh;
  else session.clinical = fresh;
}
