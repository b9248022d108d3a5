import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Vault as OpenVault } from '../db/connection';
import type { WriteDb } from '../db/types';

/** How long one portion may hold the thread that also serves the screen. */
const STRETCH_MS = 12;

/**
 * One transaction over several turns of the event loop: what is too much for one turn is still all or nothing. Whoever
 * starts it keeps every other request away from this vault until it has ended; they share its connection and would see,
 * or join, half of it.
 */
export async function runPortions(open: OpenVault, work: (db: WriteDb) => Iterable<void>, mustGoOn: () => void): Promise<void> {
  const transaction = open.begin();
  try {
    let since = performance.now();
    for (const _ of work(transaction.db)) {
      if (performance.now() - since < STRETCH_MS) continue;
      await nextTurn();
      mustGoOn();
      since = performance.now();
    }
    transaction.commit();
  } catch (error) {
    transaction.rollback();
    throw error;
  }
}
