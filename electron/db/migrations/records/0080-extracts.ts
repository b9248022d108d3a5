import type { Migration } from '../../migrator';

/** Extracts have a table of their own for children, candidates and pairs; what was written for pairs before moves into it. */
export const extracts: Migration = {
  version: 80,
  name: 'extracts',
  sql: [
    `CREATE TABLE "released_extract" ("id" text PRIMARY KEY NOT NULL, "year" integer NOT NULL, "no" integer NOT NULL, "version" integer NOT NULL, "number" text NOT NULL, "subject_kind" text NOT NULL, "subject_id" text NOT NULL, "purpose" text NOT NULL, "purpose_note" text NOT NULL, "recipients" text NOT NULL, "recommendation" text, "text" text NOT NULL, "language" text NOT NULL, "valid_until" text, "signed_by" text NOT NULL, "signed_on" text NOT NULL, "signed_at" text NOT NULL, "sha256" text NOT NULL, "replaced_by" text, "withdrawn_on" text, "withdrawn_reason" text NOT NULL, CONSTRAINT "uq_released_extract_number" UNIQUE ("year", "no", "version"))`,
    `CREATE INDEX "ix_released_extract_subject" ON "released_extract" ("subject_kind", "subject_id")`,
    `INSERT INTO "released_extract" SELECT "id", 0, row_number() OVER (ORDER BY "created_at", "id"), 1, "number", 'pair', "pair_id", 'matching', '', '["staff","coordinator","administrator"]', "recommendation", "text", 'ru', "valid_until", "signed_by", "signed_on", "created_at", '', NULL, "withdrawn_on", "withdrawn_reason" FROM "pair_extract"`,
    `DROP TABLE "pair_extract"`,
  ],
};
