import type { Migration } from '../../migrator';

const SAME = ['id', 'user_id', 'user_name', 'second_id', 'second_name', 'reason', 'from_at', 'until_at'].map(
  (name) => `NEW."${name}" IS OLD."${name}"`,
);

/** Who came in by the paper key, kept for ever; and which case went from whom to whom. */
export const emergency: Migration = {
  version: 80,
  name: 'emergency',
  sql: [
    `CREATE TABLE "emergency_access" ("id" text PRIMARY KEY NOT NULL, "user_id" text NOT NULL, "user_name" text NOT NULL, "second_id" text, "second_name" text, "reason" text NOT NULL, "from_at" text NOT NULL, "until_at" text NOT NULL, "ended_at" text, "ended_how" text)`,
    `CREATE TRIGGER "emergency_access_stays" BEFORE DELETE ON "emergency_access" BEGIN SELECT RAISE(ABORT, 'an emergency access is never removed'); END`,
    `CREATE TRIGGER "emergency_access_ends_once" BEFORE UPDATE ON "emergency_access" WHEN NOT (OLD."ended_at" IS NULL AND ${SAME.join(' AND ')}) BEGIN SELECT RAISE(ABORT, 'an emergency access is never changed'); END`,
    `CREATE TABLE "clinical_handover" ("id" text PRIMARY KEY NOT NULL, "subject_kind" text NOT NULL, "subject_id" text NOT NULL, "from_id" text NOT NULL, "from_name" text NOT NULL, "to_id" text NOT NULL, "to_name" text NOT NULL, "reason" text NOT NULL, "drafts" integer NOT NULL, "by_id" text NOT NULL, "at" text NOT NULL)`,
    `CREATE INDEX "ix_clinical_handover_subject" ON "clinical_handover" ("subject_kind", "subject_id")`,
  ],
};
