import type { Migration } from '../../migrator';

export const JOURNAL_TABLES = [
  `CREATE TABLE "journal" ("seq" integer PRIMARY KEY NOT NULL, "at" text NOT NULL, "user_id" text, "session_id" text, "action" text NOT NULL, "subject" text NOT NULL, "subject_id" text, "outcome" text NOT NULL, "detail" text, "h" text, "mac" blob NOT NULL)`,
  `CREATE INDEX "ix_journal_subject" ON "journal" ("subject", "subject_id")`,
  `CREATE INDEX "ix_journal_user" ON "journal" ("user_id")`,
  `CREATE TABLE "journal_key" ("epoch" integer PRIMARY KEY NOT NULL, "key" blob NOT NULL)`,
];

export const core: Migration = {
  version: 10,
  name: 'core',
  sql: [
    ...JOURNAL_TABLES,
    `CREATE TABLE "user_account" ("id" text PRIMARY KEY NOT NULL, "name" text NOT NULL, "post" text NOT NULL, "roles" text NOT NULL, "institution_ids" text NOT NULL, "child_ids" text NOT NULL, "language" text NOT NULL, "idle_minutes" integer NOT NULL, "active" boolean NOT NULL, "version" integer NOT NULL, "created_at" text NOT NULL, "left_at" text, CONSTRAINT "uq_user_account_name" UNIQUE ("name"))`,
    `CREATE TABLE "organisation" ("id" text PRIMARY KEY NOT NULL, "name_ru" text NOT NULL, "name_kk" text NOT NULL, "registration_number" text NOT NULL, "address_ru" text NOT NULL, "address_kk" text NOT NULL, "phone" text NOT NULL, "email" text NOT NULL, "version" integer NOT NULL)`,
    `CREATE TABLE "institution" ("id" text PRIMARY KEY NOT NULL, "name_ru" text NOT NULL, "name_kk" text NOT NULL, "short_name" text NOT NULL, "jurisdiction" text NOT NULL, "registration_number" text NOT NULL, "address_ru" text NOT NULL, "address_kk" text NOT NULL, "place_ru" text NOT NULL, "place_kk" text NOT NULL, "phone" text NOT NULL, "head_name" text NOT NULL, "head_name_genitive" text NOT NULL, "head_post_ru" text NOT NULL, "head_post_kk" text NOT NULL, "head_basis_ru" text NOT NULL, "head_basis_kk" text NOT NULL, "authority_id" text, "closed" boolean NOT NULL, "version" integer NOT NULL)`,
    `CREATE TABLE "authority" ("id" text PRIMARY KEY NOT NULL, "name_ru" text NOT NULL, "name_kk" text NOT NULL, "jurisdiction" text NOT NULL, "address_ru" text NOT NULL, "address_kk" text NOT NULL, "phone" text NOT NULL, "official_name" text NOT NULL, "official_name_genitive" text NOT NULL, "official_post_ru" text NOT NULL, "official_post_kk" text NOT NULL, "official_basis_ru" text NOT NULL, "official_basis_kk" text NOT NULL, "version" integer NOT NULL)`,
    `CREATE TABLE "programme" ("id" text PRIMARY KEY NOT NULL, "name" text NOT NULL, "jurisdiction" text NOT NULL, "min_age" integer NOT NULL, "max_age" integer NOT NULL, "age_rule" text NOT NULL, "min_mentor_age" integer NOT NULL, "working_languages" text NOT NULL, "rule_pack" text NOT NULL, "preparation_steps" text NOT NULL, "closed" boolean NOT NULL, "version" integer NOT NULL)`,
    `CREATE TABLE "setting" ("id" text PRIMARY KEY NOT NULL, "value" text NOT NULL)`,
    `CREATE TABLE "draft" ("id" text PRIMARY KEY NOT NULL, "user_id" text NOT NULL, "form_key" text NOT NULL, "data" text NOT NULL, "updated_at" text NOT NULL)`,
    `CREATE INDEX "ix_draft_user" ON "draft" ("user_id")`,
    `CREATE TABLE "saved_view" ("id" text PRIMARY KEY NOT NULL, "user_id" text NOT NULL, "list" text NOT NULL, "name" text NOT NULL, "state" text NOT NULL)`,
    `CREATE INDEX "ix_saved_view_user" ON "saved_view" ("user_id")`,
  ],
};
