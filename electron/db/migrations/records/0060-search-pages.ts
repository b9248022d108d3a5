import type { Migration } from '../../migrator';

/**
 * A leaf of the search index as it comes (4,050 bytes) does not fit into a page of an encrypted file (4,016) and takes two of
 * them, both encrypted anew at each write; two of 1,900 fit into one. Merging sixteen segments at a time instead of four
 * writes the same words fewer times over. Together a new child costs a third in the index; searching costs what it did.
 */
export const searchPages: Migration = {
  version: 60,
  name: 'search-pages',
  sql: [
    `INSERT INTO "child_search" ("child_search", rank) VALUES ('pgsz', 1900)`,
    `INSERT INTO "child_search" ("child_search", rank) VALUES ('automerge', 16)`,
  ],
};
