import Database from 'better-sqlite3-multiple-ciphers';
import type { EntityClass, SqlValue, WriteDb, WriteTable } from '../../electron/db/types';

/** A bare in-memory or file database behind the WriteDb interface, for tests that need SQL and no entities. */
export function plainDb(connection: Database.Database = new Database(':memory:')): WriteDb & { connection: Database.Database } {
  const statements = new Map<string, Database.Statement<SqlValue[]>>();
  const of = (sql: string): Database.Statement<SqlValue[]> => {
    const statement = statements.get(sql) ?? connection.prepare<SqlValue[]>(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    connection,
    get: <T>(sql: string, ...params: SqlValue[]) => of(sql).get(...params) as T | undefined,
    all: <T>(sql: string, ...params: SqlValue[]) => of(sql).all(...params) as T[],
    run: (sql: string, ...params: SqlValue[]) => of(sql).run(...params).changes,
    table: <E extends object>(_entity: EntityClass<E>): WriteTable<E> => {
      throw new Error('this test database has no entities');
    },
  };
}

export const JOURNAL_SQL = [
  `CREATE TABLE "journal" ("seq" integer PRIMARY KEY NOT NULL, "at" text NOT NULL, "user_id" text, "session_id" text, "action" text NOT NULL,
    "subject" text NOT NULL, "subject_id" text, "outcome" text NOT NULL, "detail" text, "h" text, "mac" blob NOT NULL)`,
  `CREATE TABLE "journal_key" ("epoch" integer PRIMARY KEY NOT NULL, "key" blob NOT NULL)`,
];
