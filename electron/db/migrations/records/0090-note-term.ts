import type { Migration } from '../../migrator';

/** After how many days an unsigned note of a psychologist is overdue: the programme says. */
export const noteTerm: Migration = {
  version: 90,
  name: 'note-term',
  sql: [`ALTER TABLE "programme" ADD COLUMN "note_term_days" integer NOT NULL DEFAULT (3)`],
};
