import type { Migration } from '../../migrator';

export const assessments: Migration = {
  version: 30,
  name: 'assessments',
  sql: [
    `CREATE TABLE "instrument_definition" ("id" text PRIMARY KEY NOT NULL, "instrument_id" text NOT NULL, "version" text NOT NULL, "text" text NOT NULL, "origin" text NOT NULL, "imported_by" text, "imported_at" text, "retired" boolean NOT NULL, CONSTRAINT "uq_instrument_definition_version" UNIQUE ("instrument_id", "version"))`,
    `CREATE TABLE "assessment" ("id" text PRIMARY KEY NOT NULL, "no" integer NOT NULL, "subject_id" text NOT NULL, "instrument_id" text NOT NULL, "version" text NOT NULL, "definition" text NOT NULL, "stage" text NOT NULL, "given" text NOT NULL, "language" text NOT NULL, "respondent" text NOT NULL, "respondent_name" text NOT NULL, "place" text NOT NULL, "birth_date" text, "age_years" integer, "sex" text, "answers" text NOT NULL, "second" text, "seconds" text NOT NULL, "note" text NOT NULL, "summary" text NOT NULL, "open_alerts" integer NOT NULL, "batch_id" text, CONSTRAINT "uq_assessment_no" UNIQUE ("no"))`,
    `CREATE INDEX "ix_assessment_instrument" ON "assessment" ("instrument_id", "no")`,
    `CREATE INDEX "ix_assessment_subject" ON "assessment" ("subject_id", "no")`,
    `CREATE INDEX "ix_assessment_batch" ON "assessment" ("batch_id")`,
    `CREATE TABLE "assessment_result" ("id" text PRIMARY KEY NOT NULL, "assessment_id" text NOT NULL, "result" text NOT NULL, "engine" text NOT NULL, "norm_ids" text NOT NULL, "definition" text NOT NULL, "made_at" text NOT NULL, "made_by" text NOT NULL, "current" boolean NOT NULL)`,
    `CREATE INDEX "ix_assessment_result_assessment" ON "assessment_result" ("assessment_id")`,
    `CREATE TABLE "assessment_alert" ("id" text PRIMARY KEY NOT NULL, "assessment_id" text NOT NULL, "item" text NOT NULL, "n" integer NOT NULL, "level" text NOT NULL, "text" text NOT NULL, "answer" text, "raised_at" text NOT NULL, "action" text NOT NULL, "route" text NOT NULL, "acted_by" text, "acted_at" text)`,
    `CREATE INDEX "ix_assessment_alert_assessment" ON "assessment_alert" ("assessment_id")`,
    `CREATE INDEX "ix_assessment_alert_open" ON "assessment_alert" ("acted_at")`,
    `CREATE TABLE "external_result" ("id" text PRIMARY KEY NOT NULL, "fields" text NOT NULL)`,
    `CREATE TABLE "projective_work" ("id" text PRIMARY KEY NOT NULL, "fields" text NOT NULL)`,
    `CREATE TABLE "respondent" ("id" text PRIMARY KEY NOT NULL, "code" text NOT NULL, "birth_date" text, "sex" text, "note" text NOT NULL, "created_at" text NOT NULL, CONSTRAINT "uq_respondent_code" UNIQUE ("code"))`,
  ],
};
