import type { Migration } from '../../migrator';

export const mentorsPairs: Migration = {
  version: 30,
  name: 'mentors-pairs',
  sql: [
    `CREATE TABLE "mentor" ("id" text PRIMARY KEY NOT NULL, "name" text NOT NULL, "sort_key" text NOT NULL, "search" text NOT NULL, "birth_date" text NOT NULL, "sex" text NOT NULL, "citizenship" text NOT NULL, "identity" text, "iin" text, "registered_address" text NOT NULL, "actual_address" text, "phone" text NOT NULL, "email" text NOT NULL, "occupation" text NOT NULL, "marital_status" text NOT NULL, "spouse" text, "household" text NOT NULL, "note" text NOT NULL, "created_at" text NOT NULL, "created_by" text NOT NULL, "updated_at" text NOT NULL)`,
    `CREATE INDEX "ix_mentor_sort" ON "mentor" ("sort_key", "id")`,
    `CREATE INDEX "ix_mentor_updated" ON "mentor" ("updated_at", "id")`,
    `CREATE INDEX "ix_mentor_birth" ON "mentor" ("birth_date")`,
    `CREATE TABLE "mentor_institution" ("id" text PRIMARY KEY NOT NULL, "mentor_id" text NOT NULL, "institution_id" text NOT NULL)`,
    `CREATE INDEX "ix_mentor_institution_mentor" ON "mentor_institution" ("mentor_id")`,
    `CREATE INDEX "ix_mentor_institution_institution" ON "mentor_institution" ("institution_id")`,
    `CREATE TABLE "mentor_paper" ("id" text PRIMARY KEY NOT NULL, "mentor_id" text NOT NULL, "kind" text NOT NULL, "subject" text NOT NULL, "number" text NOT NULL, "issued_on" text, "issuer" text NOT NULL, "valid_until" text, "no_expiry" boolean NOT NULL, "presented_on" text, "outcome" text NOT NULL, "note" text NOT NULL, "struck_on" text, "struck_reason" text NOT NULL, "created_at" text NOT NULL)`,
    `CREATE INDEX "ix_mentor_paper_mentor" ON "mentor_paper" ("mentor_id")`,
    `CREATE TABLE "pair" ("id" text PRIMARY KEY NOT NULL, "child_id" text NOT NULL, "mentor_id" text NOT NULL, "programme_id" text NOT NULL, "group_id" text NOT NULL, "stage" text NOT NULL, "since" text NOT NULL, "contract_document_id" text, "contract_number" text, "closing_reason" text, "closing_note" text NOT NULL, "created_at" text NOT NULL)`,
    `CREATE INDEX "ix_pair_child" ON "pair" ("child_id")`,
    `CREATE INDEX "ix_pair_mentor" ON "pair" ("mentor_id")`,
    `CREATE INDEX "ix_pair_group" ON "pair" ("group_id")`,
    `CREATE INDEX "ix_pair_since" ON "pair" ("since", "id")`,
    `CREATE TABLE "pair_stage" ("id" text PRIMARY KEY NOT NULL, "pair_id" text NOT NULL, "no" integer NOT NULL, "from_stage" text, "to_stage" text NOT NULL, "on_date" text NOT NULL, "at" text NOT NULL, "by_name" text NOT NULL, "reason" text NOT NULL)`,
    `CREATE INDEX "ix_pair_stage_pair" ON "pair_stage" ("pair_id")`,
    `CREATE TABLE "child_voice" ("id" text PRIMARY KEY NOT NULL, "pair_id" text NOT NULL, "kind" text NOT NULL, "decision" text NOT NULL, "condition" text NOT NULL, "child_words" text NOT NULL, "explained" text NOT NULL, "said_on" text NOT NULL, "term_from" text NOT NULL, "term_to" text NOT NULL, "talked_by" text NOT NULL, "psychologist_present" text NOT NULL, "withdrawn_on" text, "withdrawn_reason" text NOT NULL, "created_at" text NOT NULL)`,
    `CREATE INDEX "ix_child_voice_pair" ON "child_voice" ("pair_id")`,
    `CREATE TABLE "pair_extract" ("id" text PRIMARY KEY NOT NULL, "pair_id" text NOT NULL, "number" text NOT NULL, "signed_by" text NOT NULL, "signed_on" text NOT NULL, "recommendation" text NOT NULL, "text" text NOT NULL, "valid_until" text NOT NULL, "withdrawn_on" text, "withdrawn_reason" text NOT NULL, "created_at" text NOT NULL)`,
    `CREATE INDEX "ix_pair_extract_pair" ON "pair_extract" ("pair_id")`,
  ],
};
