import type { Migration } from '../../migrator';

/** Individual work: requests, plans with their ratings, sessions, tellings, disclosures and closing summaries. */
export const clinicalCasework: Migration = {
  version: 50,
  name: 'clinical-casework',
  sql: [
    `CREATE TABLE "casework_request" ("id" text PRIMARY KEY NOT NULL, "subject_kind" text NOT NULL, "subject_id" text NOT NULL, "content" text NOT NULL, "decision" text)`,
    `CREATE INDEX "ix_casework_request_subject" ON "casework_request" ("subject_kind", "subject_id")`,
    `CREATE TABLE "casework_plan" ("id" text PRIMARY KEY NOT NULL, "subject_kind" text NOT NULL, "subject_id" text NOT NULL, "version_no" integer NOT NULL, "content" text NOT NULL)`,
    `CREATE INDEX "ix_casework_plan_subject" ON "casework_plan" ("subject_kind", "subject_id")`,
    `CREATE TABLE "casework_rating" ("id" text PRIMARY KEY NOT NULL, "plan_id" text NOT NULL, "rated_on" text NOT NULL, "content" text NOT NULL, "author_id" text NOT NULL, "author_name" text NOT NULL, "at" text NOT NULL, "struck" text)`,
    `CREATE INDEX "ix_casework_rating_plan" ON "casework_rating" ("plan_id", "rated_on")`,
    `CREATE TABLE "casework_session" ("id" text PRIMARY KEY NOT NULL, "subject_kind" text NOT NULL, "subject_id" text NOT NULL, "on_date" text NOT NULL, "at_time" text NOT NULL, "minutes" integer NOT NULL, "place" text NOT NULL, "series_id" text, "series_no" integer NOT NULL, "series_of" integer NOT NULL, "keeper_id" text NOT NULL, "keeper_name" text NOT NULL, "status" text NOT NULL, "moves" text NOT NULL, "cancellation" text, "was_planned" boolean NOT NULL, "content" text, "exception" text NOT NULL, "risk_open" boolean NOT NULL)`,
    `CREATE INDEX "ix_casework_session_day" ON "casework_session" ("on_date", "at_time")`,
    `CREATE INDEX "ix_casework_session_subject" ON "casework_session" ("subject_kind", "subject_id", "on_date")`,
    `CREATE INDEX "ix_casework_session_series" ON "casework_session" ("series_id", "series_no")`,
    `CREATE INDEX "ix_casework_session_risk" ON "casework_session" ("risk_open")`,
    `CREATE TABLE "casework_route" ("id" text PRIMARY KEY NOT NULL, "record_id" text NOT NULL, "content" text NOT NULL, "answer" text, "author_id" text NOT NULL, "author_name" text NOT NULL, "at" text NOT NULL)`,
    `CREATE INDEX "ix_casework_route_record" ON "casework_route" ("record_id")`,
    `CREATE TABLE "casework_disclosure" ("id" text PRIMARY KEY NOT NULL, "subject_kind" text NOT NULL, "subject_id" text NOT NULL, "content" text NOT NULL, "completed" text, "open" boolean NOT NULL)`,
    `CREATE INDEX "ix_casework_disclosure_subject" ON "casework_disclosure" ("subject_kind", "subject_id")`,
    `CREATE INDEX "ix_casework_disclosure_open" ON "casework_disclosure" ("open")`,
    `CREATE TABLE "casework_closing" ("id" text PRIMARY KEY NOT NULL, "subject_kind" text NOT NULL, "subject_id" text NOT NULL, "content" text NOT NULL, "reopened" text)`,
    `CREATE INDEX "ix_casework_closing_subject" ON "casework_closing" ("subject_kind", "subject_id")`,
  ],
};
