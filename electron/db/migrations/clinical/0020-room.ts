import type { Migration } from '../../migrator';

/** What the psychologist's rooms share: headers, amendments, sealed files, drafts, cases and the search over notes. */
export const clinicalRoom: Migration = {
  version: 20,
  name: 'clinical-room',
  sql: [
    `CREATE TABLE "clinical_record" ("id" text PRIMARY KEY NOT NULL, "no" integer NOT NULL, "kind" text NOT NULL, "subject_kind" text NOT NULL, "subject_id" text NOT NULL, "label" text NOT NULL, "on_date" text NOT NULL, "author_id" text NOT NULL, "author_name" text NOT NULL, "state" text NOT NULL, "signed_at" text, "signed_hash" text, "version" integer NOT NULL, "created_at" text NOT NULL, "updated_at" text NOT NULL, CONSTRAINT "uq_clinical_record_no" UNIQUE ("no"))`,
    `CREATE INDEX "ix_clinical_record_subject" ON "clinical_record" ("subject_kind", "subject_id", "on_date", "no")`,
    `CREATE INDEX "ix_clinical_record_state" ON "clinical_record" ("state", "author_id", "updated_at")`,
    `CREATE INDEX "ix_clinical_record_kind" ON "clinical_record" ("kind", "no")`,
    `CREATE TABLE "clinical_amendment" ("id" text PRIMARY KEY NOT NULL, "record_id" text NOT NULL, "text" text NOT NULL, "reason" text NOT NULL, "author_id" text NOT NULL, "author_name" text NOT NULL, "at" text NOT NULL)`,
    `CREATE INDEX "ix_clinical_amendment_record" ON "clinical_amendment" ("record_id")`,
    `CREATE TABLE "clinical_file" ("id" text PRIMARY KEY NOT NULL, "record_id" text NOT NULL, "child_id" text, "name" text NOT NULL, "type" text NOT NULL, "size" integer NOT NULL, "width" integer, "height" integer, "caption" text NOT NULL, "stored" text NOT NULL, "key" blob NOT NULL, "sha256" text NOT NULL, "added_at" text NOT NULL)`,
    `CREATE INDEX "ix_clinical_file_record" ON "clinical_file" ("record_id")`,
    `CREATE TABLE "clinical_draft" ("id" text PRIMARY KEY NOT NULL, "user_id" text NOT NULL, "form_key" text NOT NULL, "data" text NOT NULL, "updated_at" text NOT NULL)`,
    `CREATE INDEX "ix_clinical_draft_user" ON "clinical_draft" ("user_id")`,
    `CREATE TABLE "clinical_case" ("id" text PRIMARY KEY NOT NULL, "subject_kind" text NOT NULL, "subject_id" text NOT NULL, "responsible_id" text NOT NULL, "responsible_name" text NOT NULL, "since" text NOT NULL)`,
    `CREATE INDEX "ix_clinical_case_responsible" ON "clinical_case" ("responsible_id")`,
    `CREATE TABLE "clinical_note_text" ("no" integer PRIMARY KEY NOT NULL, "text" text NOT NULL)`,
    `CREATE VIRTUAL TABLE "clinical_note" USING fts5(text, tokenize='unicode61 remove_diacritics 0', prefix='2 3 4 5 6')`,
    // A removed note's words leave the index at once: an index without content of its own could only mark them as removed.
    `INSERT INTO "clinical_note" ("clinical_note", "rank") VALUES ('secure-delete', 1)`,
    `INSERT INTO "clinical_note" ("clinical_note", "rank") VALUES ('pgsz', 1900)`,
  ],
};
