import type { ReadDb } from '../../db/types';

const DEFAULT_NOTE_TERM_DAYS = 3;

/** After how many days an unsigned note is overdue; the programme's setting once it has one. */
export const noteTermDays = (_records: ReadDb): number => DEFAULT_NOTE_TERM_DAYS;
