import type { ReadDb } from '../../db/types';
import { DEFAULT_NOTE_TERM_DAYS } from '../../../shared/modules/institutions/institutions.model';
import { programmes } from '../institutions';

/** After how many days an unsigned note is overdue: the shortest term among the programmes that still run. */
export function noteTermDays(records: ReadDb): number {
  const terms = programmes(records)
    .filter(({ closed }) => !closed)
    .map((programme) => programme.noteTermDays);
  return terms.length > 0 ? Math.min(...terms) : DEFAULT_NOTE_TERM_DAYS;
}
