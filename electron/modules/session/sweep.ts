import { existsSync } from 'node:fs';
import { appendJournal } from '../audit';
import { forgetWords } from '../children';
import type { LiveSession } from '../../ipc/live-session';
import { VAULTS } from '../../vault';
import { vaultOf } from './anchors';
import { vaultFile, type Program } from './program';

/**
 * Removes stored files that no row owns: left by a crash between file and row, or by a removal that failed. Only where every
 * owner can be asked. A session that holds one vault of two would take the other's files for nobody's; a vault that is older
 * than its anchor does not know the newest ones.
 */
export function sweepUnownedFiles(program: Program, session: LiveSession): void {
  if (session.readOnly.size === 0) forgetErasedWords(program, session);
  if (!knowsEveryOwner(program, session)) return;
  session.sweeping = sweep(program, session)
    .catch((error: unknown) => {
      program.services.logger.error('stored files were not cleared', { error });
    })
    .finally(() => {
      session.sweeping = null;
    });
}

/** What an erasure that was cut short left in the search index, portion by portion between other requests. */
function forgetErasedWords(program: Program, session: LiveSession): void {
  const portion = (): void => {
    if (program.session !== session || session.busy) return;
    if (session.records.transaction(forgetWords)) setImmediate(portion);
  };
  setImmediate(() => {
    try {
      portion();
    } catch (error) {
      program.services.logger.error('the search index was not put in order', { error });
    }
  });
}

function knowsEveryOwner(program: Program, session: LiveSession): boolean {
  if (session.readOnly.size > 0) return false;
  if (session.clinical) return true;
  return !program.keyring?.vault('clinical') && !existsSync(vaultFile(program, 'clinical'));
}

async function sweep(program: Program, session: LiveSession): Promise<void> {
  const owned = VAULTS.flatMap((vault) => {
    const open = vaultOf(session, vault);
    return open ? program.fileOwners[vault].flatMap((owner) => owner(open.db)) : [];
  });
  const removed = await program.services.files.sweep(new Set(owned));
  if (removed.length === 0) return;
  await session.rotation?.catch(() => undefined);
  session.records.transaction((db) => {
    appendJournal(db, {
      at: program.clock().toISOString(),
      userId: session.keys.userId,
      sessionId: session.id,
      action: 'files.swept',
      subject: 'file',
      subjectId: null,
      detail: { files: removed.length },
    });
  });
}
