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
    if (!open) throw new Error(`no open ${vault} vault to rotate`);
    session.busy = true;
    await open.close();
    try {
      await rotateVault(requireKeyring(program), session.keys, vault, {
        signal,
        onProgress: ({ done, total }) => {
          progress(done, total);
        },
      });
    } finally {
      const key = session.keys.vaultKey(vault);
      if (key) {
        const fresh = await openProgramVault(program, vault, key, true);
        if (vault === 'records') session.records = fresh;
        else session.clinical = fresh;
      }
      session.busy = false;
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
  };
}
