import type { Migration } from '../../migrator';

/** Art-therapy groups as educators see them: who, when, what about, and who was there. */
export const groups: Migration = {
  version: 70,
  name: 'groups',
  sql: [
    `CREATE TABLE "art_group" ("id" text PRIMARY KEY NOT NULL, "institution_id" text NOT NULL, "ended_on" text, "fields" text NOT NULL, "leader_id" text NOT NULL, "leader_name" text NOT NULL, "created_at" text NOT NULL)`,
    `CREATE INDEX "ix_art_group_institution" ON "art_group" ("institution_id")`,
    `CREATE TABLE "art_group_member" ("id" text PRIMARY KEY NOT NULL, "group_id" text NOT NULL, "child_id" text NOT NULL, "from_date" text NOT NULL, "to_date" text)`,
    `CREATE INDEX "ix_art_group_member_group" ON "art_group_member" ("group_id")`,
    `CREATE INDEX "ix_art_group_member_child" ON "art_group_member" ("child_id")`,
    `CREATE TABLE "art_group_session" ("id" text PRIMARY KEY NOT NULL, "group_id" text NOT NULL, "on_date" text NOT NULL, "shared" text NOT NULL)`,
    `CREATE INDEX "ix_art_group_session_group" ON "art_group_session" ("group_id", "on_date")`,
    `CREATE TABLE "art_attendance" ("id" text PRIMARY KEY NOT NULL, "session_id" text NOT NULL, "child_id" text NOT NULL, "data" text NOT NULL, CONSTRAINT "uq_art_attendance" UNIQUE ("session_id", "child_id"))`,
    `CREATE INDEX "ix_art_attendance_child" ON "art_attendance" ("child_id")`,
  ],
};
