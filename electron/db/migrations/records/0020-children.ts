import type { Migration } from '../../migrator';

export const children: Migration = {
  version: 20,
  name: 'children',
  sql: [
    `CREATE TABLE "child" ("id" text PRIMARY KEY NOT NULL, "no" integer NOT NULL, "code" text NOT NULL, "short_name" text NOT NULL, "sort_key" text NOT NULL, "name" text NOT NULL, "birth_date" text NOT NULL, "sex" text NOT NULL, "citizenship" text NOT NULL, "identity" text, "personal_number" text NOT NULL, "legal_status" text NOT NULL, "legal_basis" text NOT NULL, "institution_id" text NOT NULL, "programme_id" text NOT NULL, "group_name" text NOT NULL, "school" text NOT NULL, "file_number" text NOT NULL, "languages" text NOT NULL, "interests" text NOT NULL, "strengths" text NOT NULL, "helps" text NOT NULL, "upsets" text NOT NULL, "not_to_ask" text NOT NULL, "safety_note" text NOT NULL, "photo_file" text, "state" text NOT NULL, "life" text NOT NULL, "waiting_since" text, "wishes" text NOT NULL, "wishes_on" text, "consent_until" text NOT NULL, "open_flags" integer NOT NULL, "blocked" boolean NOT NULL, "version" integer NOT NULL, "created_at" text NOT NULL, "updated_at" text NOT NULL, CONSTRAINT "uq_child_no" UNIQUE ("no"))`,
    `CREATE INDEX "ix_child_name" ON "child" ("sort_key", "no")`,
    `CREATE INDEX "ix_child_birth" ON "child" ("birth_date", "no")`,
    `CREATE INDEX "ix_child_institution" ON "child" ("institution_id", "sort_key", "no")`,
    `CREATE INDEX "ix_child_waiting" ON "child" ("waiting_since", "no")`,
    `CREATE TABLE "child_detail" ("id" text PRIMARY KEY NOT NULL, "child_id" text NOT NULL, "kind" text NOT NULL, "data" text NOT NULL, "created_at" text NOT NULL, "created_by" text NOT NULL)`,
    `CREATE INDEX "ix_child_detail_child" ON "child_detail" ("child_id", "kind")`,
    `CREATE TABLE "child_file" ("id" text PRIMARY KEY NOT NULL, "child_id" text NOT NULL, "role" text NOT NULL, "name" text NOT NULL, "type" text NOT NULL, "size" integer NOT NULL, "stored" text NOT NULL, "key" blob NOT NULL, "sha256" text NOT NULL, "added_on" text NOT NULL, "added_by" text NOT NULL)`,
    `CREATE INDEX "ix_child_file_child" ON "child_file" ("child_id")`,
    `CREATE TABLE "child_event" ("id" text PRIMARY KEY NOT NULL, "child_id" text NOT NULL, "at" text NOT NULL, "by_name" text NOT NULL, "kind" text NOT NULL, "data" text NOT NULL)`,
    `CREATE INDEX "ix_child_event_child" ON "child_event" ("child_id", "at")`,
    `CREATE TABLE "child_tombstone" ("id" text PRIMARY KEY NOT NULL, "no" integer NOT NULL, "how" text NOT NULL, "into_id" text, "act_number" text NOT NULL, "at" text NOT NULL)`,
    // Folded names, sounds and everything else that a search may look into; rowid is the child's number.
    `CREATE VIRTUAL TABLE "child_search" USING fts5(name, sound, other, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0', prefix='2 3 4')`,
  ],
};
