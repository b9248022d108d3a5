import type { DataSource, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { Connection } from './pragmas';
import type { EntityClass, SqlValue, WriteDb, WriteTable } from './types';

interface Column {
  property: string;
  name: string;
  kind: 'plain' | 'boolean' | 'json';
}

type Row = Record<string, unknown>;

function columnOf(meta: ColumnMetadata): Column {
  const type = meta.type;
  const kind = type === 'boolean' || type === Boolean ? 'boolean' : type === 'simple-json' ? 'json' : 'plain';
  return { property: meta.propertyName, name: meta.databaseName, kind };
}

function encode(column: Column, value: unknown): SqlValue {
  if (value === undefined) throw new TypeError(`${column.property} is undefined`);
  if (value === null) return null;
  if (column.kind === 'boolean') return value ? 1 : 0;
  if (column.kind === 'json') return JSON.stringify(value);
  return value as SqlValue;
}

interface Prepared {
  run(...params: SqlValue[]): { changes: number };
  get(...params: SqlValue[]): unknown;
  all(...params: SqlValue[]): unknown[];
}

/** A prepared-statement cache over one connection. The key is the SQL text, which never holds data. */
export class Statements {
  private readonly cache = new Map<string, Prepared>();
  constructor(readonly connection: Connection) {}

  of(sql: string): Prepared {
    let statement = this.cache.get(sql);
    if (!statement) {
      statement = this.connection.prepare(sql);
      this.cache.set(sql, statement);
    }
    return statement;
  }
}

class Table<E extends object> implements WriteTable<E> {
  private readonly columns: Column[];
  private readonly byProperty: Map<string, Column>;
  private readonly coded: Column[];
  private readonly name: string;
  private readonly select: string;
  private readonly selectById: string;
  private readonly selectOne: string;
  private readonly insertInto: string;

  constructor(
    private readonly statements: Statements,
    meta: EntityMetadata,
  ) {
    this.columns = meta.columns.map(columnOf);
    this.byProperty = new Map(this.columns.map((column) => [column.property, column]));
    this.coded = this.columns.filter((column) => column.kind !== 'plain');
    this.name = `"${meta.tableName}"`;
    this.select = `SELECT ${this.columns.map((c) => `"${c.name}" AS "${c.property}"`).join(', ')} FROM ${this.name}`;
    // Spelled once: a text put together for every call would have to be hashed anew to find its statement.
    this.selectById = `${this.select} WHERE "id" = ?`;
    this.selectOne = `SELECT 1 FROM ${this.name} WHERE "id" = ?`;
    const names = this.columns.map((c) => `"${c.name}"`).join(', ');
    this.insertInto = `INSERT INTO ${this.name} (${names}) VALUES (${this.columns.map(() => '?').join(', ')})`;
  }

  private decode(row: Row): E {
    for (const column of this.coded) {
      const value = row[column.property];
      if (value === null) continue;
      row[column.property] = column.kind === 'boolean' ? value === 1 : JSON.parse(value as string);
    }
    return row as E;
  }

  private column(property: string): Column {
    const column = this.byProperty.get(property);
    if (!column) throw new TypeError(`no column ${property} in ${this.name}`);
    return column;
  }

  private condition(match: Partial<E>): { sql: string; values: SqlValue[] } {
    const entries = Object.entries(match as Row);
    const values: SqlValue[] = [];
    const parts = entries.map(([property, value]) => {
      const column = this.column(property);
      if (value === null) return `"${column.name}" IS NULL`;
      values.push(encode(column, value));
      return `"${column.name}" = ?`;
    });
    return { sql: parts.length > 0 ? ` WHERE ${parts.join(' AND ')}` : '', values };
  }

  byId(id: string): E | undefined {
    const row = this.statements.of(this.selectById).get(id) as Row | undefined;
    return row && this.decode(row);
  }

  exists(id: string): boolean {
    return this.statements.of(this.selectOne).get(id) !== undefined;
  }

  where(match: Partial<E>, orderBy?: keyof E & string): E[] {
    const { sql, values } = this.condition(match);
    const order = orderBy ? ` ORDER BY "${this.column(orderBy).name}"` : '';
    return (this.statements.of(`${this.select}${sql}${order}`).all(...values) as Row[]).map((row) => this.decode(row));
  }

  count(match: Partial<E> = {}): number {
    const { sql, values } = this.condition(match);
    return (this.statements.of(`SELECT count(*) AS n FROM ${this.name}${sql}`).get(...values) as { n: number }).n;
  }

  insert(row: E): void {
    const values = this.columns.map((column) => encode(column, (row as Row)[column.property]));
    this.statements.of(this.insertInto).run(...values);
  }

  update(id: string, patch: Partial<E>): boolean {
    const entries = Object.entries(patch as Row);
    if (entries.length === 0) return this.exists(id);
    const columns = entries.map(([property]) => this.column(property));
    const values = entries.map(([, value], index) => encode(columns[index] as Column, value));
    const sets = columns.map((c) => `"${c.name}" = ?`).join(', ');
    return this.statements.of(`UPDATE ${this.name} SET ${sets} WHERE "id" = ?`).run(...values, id).changes > 0;
  }

  remove(id: string): boolean {
    return this.statements.of(`DELETE FROM ${this.name} WHERE "id" = ?`).run(id).changes > 0;
  }
}

/**
 * The one way to the rows of a vault. TypeORM supplies the metadata (tables, columns, types) and guards the schema by the
 * drift test; the statements themselves are prepared once and run without its query builder, which costs 1.4 to 8 times
 * the raw call on the paths that people wait for (goals P1 to P4).
 */
export class VaultDb implements WriteDb {
  readonly statements: Statements;
  private readonly tables = new Map<EntityClass<object>, Table<object>>();

  constructor(
    private readonly source: DataSource,
    connection: Connection,
  ) {
    this.statements = new Statements(connection);
  }

  get<T>(sql: string, ...params: SqlValue[]): T | undefined {
    return this.statements.of(sql).get(...params) as T | undefined;
  }

  all<T>(sql: string, ...params: SqlValue[]): T[] {
    return this.statements.of(sql).all(...params) as T[];
  }

  run(sql: string, ...params: SqlValue[]): number {
    return this.statements.of(sql).run(...params).changes;
  }

  table<E extends object>(entity: EntityClass<E>): WriteTable<E> {
    let table = this.tables.get(entity);
    if (!table) {
      table = new Table<object>(this.statements, this.source.getMetadata(entity));
      this.tables.set(entity, table);
    }
    return table as unknown as WriteTable<E>;
  }
}
