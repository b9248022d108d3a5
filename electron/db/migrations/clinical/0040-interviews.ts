import type { Migration } from '../../migrator';

/** Interviews with candidates and children, and the guides they are held by. */
export const clinicalInterviews: Migration = {
  version: 40,
  name: 'clinical-interviews',
  sql: [
    `CREATE TABLE "interview" ("id" text PRIMARY KEY NOT NULL, "subject_kind" text NOT NULL, "subject_id" text NOT NULL, "audience" text NOT NULL, "guide_id" text NOT NULL, "guide_version" integer NOT NULL, "guide_title" text NOT NULL, "content" text NOT NULL, "recommendation" text, "valid_until" text)`,
    `CREATE INDEX "ix_interview_subject" ON "interview" ("subject_kind", "subject_id")`,
    `CREATE INDEX "ix_interview_valid" ON "interview" ("valid_until")`,
    `CREATE TABLE "interview_guide" ("id" text PRIMARY KEY NOT NULL, "guide_id" text NOT NULL, "version" integer NOT NULL, "content" text NOT NULL, "note" text NOT NULL, "author_name" text NOT NULL, "made_at" text, "retired" boolean NOT NULL, CONSTRAINT "uq_interview_guide_version" UNIQUE ("guide_id", "version"))`,
  ],
};
