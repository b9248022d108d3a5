import type { Migration } from '../../migrator';

export const conclusions: Migration = {
  version: 70,
  name: 'conclusions',
  sql: [
    `CREATE TABLE "extract_draft" ("id" text PRIMARY KEY NOT NULL, "fields" text NOT NULL, "replaces" text)`,
    `CREATE TABLE "conclusion" ("id" text PRIMARY KEY NOT NULL, "kind" text NOT NULL, "year" integer, "no" integer, "fields" text NOT NULL, CONSTRAINT "uq_conclusion_number" UNIQUE ("year", "no"))`,
  ],
};
