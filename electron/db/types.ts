/** What a bound parameter may be. Booleans and dates are encoded by the table layer, never here. */
export type SqlValue = string | number | bigint | Buffer | Uint8Array | null;

export type EntityClass<E> = new () => E;

export interface ReadTable<E> {
  byId(id: string): E | undefined;
  exists(id: string): boolean;
  /** Rows equal in every given property; `undefined` is refused (it would match the whole table). */
  where(match: Partial<E>, orderBy?: keyof E & string): E[];
  count(match?: Partial<E>): number;
}

export interface WriteTable<E> extends ReadTable<E> {
  insert(row: E): void;
  /** Writes the given properties only; answers whether the row existed. */
  update(id: string, patch: Partial<E>): boolean;
  remove(id: string): boolean;
}

export interface ReadDb {
  get<T>(sql: string, ...params: SqlValue[]): T | undefined;
  all<T>(sql: string, ...params: SqlValue[]): T[];
  table<E extends object>(entity: EntityClass<E>): ReadTable<E>;
}

/** Handed out inside a transaction only: a query's handler cannot write because its type cannot. */
export interface WriteDb extends ReadDb {
  run(sql: string, ...params: SqlValue[]): number;
  table<E extends object>(entity: EntityClass<E>): WriteTable<E>;
}
