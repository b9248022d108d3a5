import type { Migration } from '../../migrator';

export const documents: Migration = {
  version: 40,
  name: 'documents',
  sql: [
    `CREATE TABLE "contract_draft" ("id" text PRIMARY KEY NOT NULL, "pair_ids" text NOT NULL, "child_ids" text NOT NULL, "mentor_id" text NOT NULL, "institution_id" text NOT NULL, "programme_id" text NOT NULL, "jurisdiction" text NOT NULL, "terms" text NOT NULL, "warning_reasons" text NOT NULL, "corrects" text, "correction_reason" text NOT NULL, "issued_as" text, "dropped_on" text, "dropped_reason" text NOT NULL, "created_at" text NOT NULL, "updated_at" text NOT NULL)`,
    `CREATE INDEX "ix_contract_draft_updated" ON "contract_draft" ("updated_at")`,
    `CREATE TABLE "document" ("id" text PRIMARY KEY NOT NULL, "kind" text NOT NULL, "year" integer NOT NULL, "no" integer NOT NULL, "version" integer NOT NULL, "number" text NOT NULL, "state" text NOT NULL, "draft_id" text NOT NULL, "issued_on" text NOT NULL, "issued_at" text NOT NULL, "issued_by" text NOT NULL, "mentor_id" text NOT NULL, "mentor_name" text NOT NULL, "child_ids" text NOT NULL, "child_names" text NOT NULL, "pair_ids" text NOT NULL, "institution_id" text NOT NULL, "jurisdiction" text NOT NULL, "term_from" text NOT NULL, "term_to" text NOT NULL, "search" text NOT NULL, "sha256" text NOT NULL, "byte_count" integer NOT NULL, "snapshot" text NOT NULL, "template_version" text NOT NULL, "rule_pack_version" text NOT NULL, "engine_version" text NOT NULL, "warning_reasons" text NOT NULL, "corrects" text, "correction_reason" text NOT NULL, "annulled_on" text, "annul_reason" text NOT NULL, CONSTRAINT "uq_document_number" UNIQUE ("kind", "year", "no", "version"), CONSTRAINT "uq_document_draft" UNIQUE ("draft_id"))`,
    `CREATE INDEX "ix_document_issued" ON "document" ("issued_at", "id")`,
    `CREATE TABLE "document_file" ("id" text PRIMARY KEY NOT NULL, "content" blob NOT NULL)`,
    `CREATE TABLE "document_number" ("id" text PRIMARY KEY NOT NULL, "last" integer NOT NULL)`,
    `CREATE TABLE "template_version" ("id" text PRIMARY KEY NOT NULL, "template_id" text NOT NULL, "version" text NOT NULL, "text" text NOT NULL, "in_force_from" text NOT NULL, "note" text NOT NULL, "saved_at" text NOT NULL, "saved_by" text NOT NULL, CONSTRAINT "uq_template_version" UNIQUE ("template_id", "version"))`,
    `CREATE TABLE "rule_parameters" ("id" text PRIMARY KEY NOT NULL, "jurisdiction" text NOT NULL, "version" text NOT NULL, "in_force_from" text NOT NULL, "source_note" text NOT NULL, "checked_by" text NOT NULL, "checked_on" text NOT NULL, "parameters" text NOT NULL, "saved_at" text NOT NULL, "saved_by" text NOT NULL, CONSTRAINT "uq_rule_parameters" UNIQUE ("jurisdiction", "in_force_from"))`,
    `CREATE TABLE "transfer" ("id" text PRIMARY KEY NOT NULL, "institution_id" text NOT NULL, "year" integer NOT NULL, "no" integer NOT NULL, "document_id" text NOT NULL, "child_id" text NOT NULL, "planned_return_on" text NOT NULL, "planned_return_at" text NOT NULL, "facts" text NOT NULL, "handed_over" text NOT NULL, "returned" text, "note" text NOT NULL, "struck" text, "created_at" text NOT NULL, CONSTRAINT "uq_transfer_number" UNIQUE ("institution_id", "year", "no"))`,
    `CREATE INDEX "ix_transfer_document" ON "transfer" ("document_id")`,
    `CREATE INDEX "ix_transfer_child" ON "transfer" ("child_id")`,
  ],
};
