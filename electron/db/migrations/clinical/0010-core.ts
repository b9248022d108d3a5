import { JOURNAL_TABLES } from '../records/0010-core';
import type { Migration } from '../../migrator';

/** The clinical vault begins with its own journal and the list of people whose public keys may hold its key. */
export const clinicalCore: Migration = {
  version: 10,
  name: 'clinical-core',
  sql: [
    ...JOURNAL_TABLES,
    `CREATE TABLE "clinical_member" ("id" text PRIMARY KEY NOT NULL, "name" text NOT NULL, "public_key" text NOT NULL, "words" text NOT NULL, "granted_by" text NOT NULL, "granted_at" text NOT NULL, "removed_at" text)`,
  ],
};
