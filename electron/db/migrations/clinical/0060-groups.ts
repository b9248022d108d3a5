import type { Migration } from '../../migrator';

/** What of art-therapy groups is sealed: plans, sessions, a row a child of observation, and the scales they are judged by. */
export const clinicalGroups: Migration = {
  version: 60,
  name: 'clinical-groups',
  sql: [
    `CREATE TABLE "group_session" ("id" text PRIMARY KEY NOT NULL, "group_id" text NOT NULL, "scale_set" integer NOT NULL, "content" text NOT NULL, "pending" text)`,
    `CREATE INDEX "ix_group_session_group" ON "group_session" ("group_id")`,
    `CREATE TABLE "group_observation" ("id" text PRIMARY KEY NOT NULL, "session_id" text NOT NULL, "child_id" text NOT NULL, "fields" text NOT NULL, CONSTRAINT "uq_group_observation" UNIQUE ("session_id", "child_id"))`,
    `CREATE INDEX "ix_group_observation_child" ON "group_observation" ("child_id")`,
    `CREATE TABLE "group_plan" ("id" text PRIMARY KEY NOT NULL, "fields" text NOT NULL)`,
    `CREATE TABLE "group_scale_set" ("id" text PRIMARY KEY NOT NULL, "version" integer NOT NULL, "scales" text NOT NULL, "note" text NOT NULL, "author_name" text NOT NULL, "made_at" text, CONSTRAINT "uq_group_scale_set" UNIQUE ("version"))`,
  ],
};
