import type { PlainDate } from '../../../shared/kernel/plain-date';
import type { ChildFilter, SORTS } from '../../../shared/modules/children/children.model';
import { birthRange } from '../../../shared/modules/children/children.rules';
import type { ReadContext } from '../../ipc/context';
import type { ReadDb, SqlValue, WriteDb } from '../../db/types';
import type { ChildEntity } from './child.entity';
import { ChildDetailEntity, type DetailKind } from './child.entity';
import { visibleChildren } from './children.policy';
import { isCommon, matchAnywhere, matchNames, searched, searchedInOrder, type Condition } from './children-search.repository';

/** What one line of the list needs; one statement reads fifty of them. */
export interface ListLine {
  id: string;
  no: number;
  code: string;
  shortName: string;
  birthDate: PlainDate;
  institution: string | null;
  group: string;
  state: ChildEntity['state'];
  waitingSince: PlainDate | null;
  wishes: ChildEntity['wishes'];
  wishesOn: PlainDate | null;
  consentUntil: string;
  openFlags: number;
  blocked: number;
  key: SqlValue;
}

const LINE = `c."id", c."no", c."code", c."short_name" AS shortName, c."birth_date" AS birthDate, i."short_name" AS institution, c."group_name" AS "group", c."state", c."waiting_since" AS waitingSince, c."wishes", c."wishes_on" AS wishesOn, c."consent_until" AS consentUntil, c."open_flags" AS openFlags, c."blocked"`;

/** A bare `LIMIT ?` makes SQLite prepare the statement anew whenever it is bound (it looks into the value to plan); under a cast it does not (P1). */
const LIMIT = 'LIMIT CAST(? AS INTEGER)';

export interface Listing {
  search: string;
  filter: ChildFilter;
  sort: (typeof SORTS)[number];
  descending: boolean;
}

function conditions(context: Pick<ReadContext, 'actor' | 'today'>, filter: ChildFilter, sieve: '' | '+' = ''): Condition {
  const scope = visibleChildren(context, sieve);
  const parts = [scope.sql];
  const params = [...scope.params];
  const oneOf = (column: string, values: readonly string[] | undefined): void => {
    if (!values || values.length === 0) return;
    const one = values.length === 1;
    parts.push(one ? `c."${column}" = ?` : `${sieve}c."${column}" IN (SELECT value FROM json_each(?))`);
    params.push(one ? (values[0] ?? '') : JSON.stringify(values));
  };
  const compare = (sql: string, value: SqlValue | undefined): void => {
    if (value === undefined || value === null) return;
    parts.push(sql);
    params.push(value);
  };
  oneOf('institution_id', filter.institutionIds);
  oneOf('programme_id', filter.programmeIds);
  oneOf('state', filter.states);
  const born = birthRange(filter.ageFrom, filter.ageTo, context.today);
  compare('c."birth_date" > ?', born.after);
  compare('c."birth_date" <= ?', born.until);
  compare('c."wishes" = ?', filter.wishes);
  if (filter.consent) compare(filter.consent === 'active' ? 'c."consent_until" >= ?' : 'c."consent_until" < ?', context.today);
  if (filter.flagged !== undefined) parts.push(filter.flagged ? 'c."open_flags" > 0' : 'c."open_flags" = 0');
  return { sql: parts.join(' AND '), params };
}

const COLUMN = { name: 'sort_key', birth: 'birth_date', code: 'no', waiting: 'waiting_since' } as const;

function readCursor(cursor: string | null): [SqlValue, number] | null {
  if (cursor === null) return null;
  try {
    const value: unknown = JSON.parse(cursor);
    if (!Array.isArray(value) || value.length !== 2 || typeof value[1] !== 'number') return null;
    const first: unknown = value[0];
    return typeof first === 'string' || typeof first === 'number' || first === null ? [first, value[1]] : null;
  } catch {
    return null;
  }
}

/** A page by keyset: page two thousand costs what page one costs. Children who do not wait are left out of the order by waiting. */
export function pageOfChildren(
  context: ReadContext,
  listing: Listing,
  cursorText: string | null,
  limit: number,
): { lines: ListLine[]; nextCursor: string | null } {
  const base = conditions(context, listing.filter, '+');
  const column = COLUMN[listing.sort];
  const [order, beyond] = listing.descending ? (['DESC', '<'] as const) : (['ASC', '>'] as const);
  const cursor = readCursor(cursorText);
  const parts = [base.sql];
  const params: SqlValue[] = [...base.params];
  if (listing.sort === 'waiting') parts.push('c."waiting_since" IS NOT NULL');
  if (cursor) {
    parts.push(`(c."${column}", c."no") ${beyond} (?, ?)`);
    params.push(...cursor);
  }
  const searches = searchedInOrder(context.db, listing.search, listing.sort === 'name').map((search) => search ?? { sql: '1', params: [] });
  const where = parts.join(' AND ');
  const lists = searches.map(
    ({ sql }) =>
      `SELECT ${LINE}, c."${column}" AS "key" FROM "child" c LEFT JOIN "institution" i ON i."id" = c."institution_id" WHERE ${sql} AND ${where}`,
  );
  const lines = context.db.all<ListLine>(
    `${lists.join(' UNION ALL ')} ORDER BY "key" ${order}, "no" ${order} ${LIMIT}`,
    ...searches.flatMap((search) => [...search.params, ...params]),
    limit + 1,
  );
  const page = lines.slice(0, limit);
  const last = page.at(-1);
  return { lines: page, nextCursor: lines.length > limit && last ? JSON.stringify([last.key, last.no]) : null };
}

export function countOfChildren(context: ReadContext, text: string, filter: ChildFilter): number {
  const base = conditions(context, filter);
  const search = searched(text);
  const where = search ? `${search.sql} AND ${base.sql}` : base.sql;
  return context.db.get<{ n: number }>(`SELECT count(*) AS n FROM "child" c WHERE ${where}`, ...(search?.params ?? []), ...base.params)?.n ?? 0;
}

/** Ranking looks at every match: so many are ranked while somebody types, and no more. */
const MANY_TO_RANK = 5000;

/**
 * The best matches over every indexed field: a word of the name weighs more than one of the rest. Where thousands match,
 * no rank tells them apart: names come first, and the rest as they were numbered.
 */
export function rankedChildren(context: ReadContext, text: string, limit: number): ListLine[] {
  const [match, names] = [matchAnywhere(text), matchNames(text)];
  if (match === null || names === null) return [];
  if (!isCommon(context.db, match, MANY_TO_RANK)) return ranked(context, match, limit);
  const best = isCommon(context.db, names, MANY_TO_RANK) ? [] : ranked(context, names, limit);
  const shown = new Set(best.map(({ id }) => id));
  const scope = visibleChildren(context);
  const lines = context.db.all<ListLine>(
    `SELECT ${LINE}, 0 AS "key" FROM "child_search" s CROSS JOIN "child" c ON c."no" = s.rowid LEFT JOIN "institution" i ON i."id" = c."institution_id" WHERE s."child_search" MATCH ? AND ${scope.sql} ${LIMIT}`,
    match,
    ...scope.params,
    limit,
  );
  return [...best, ...lines.filter(({ id }) => !shown.has(id))].slice(0, limit);
}

function ranked(context: ReadContext, match: string, limit: number): ListLine[] {
  const scope = visibleChildren(context);
  if (scope.params.length === 0) {
    // Whoever sees all children gets the best few first and their records after.
    return context.db.all<ListLine>(
      `SELECT ${LINE}, 0 AS "key" FROM (SELECT rowid AS "no", rank AS "place" FROM "child_search" WHERE "child_search" MATCH ? AND rank MATCH 'bm25(10.0, 4.0, 1.0)' ORDER BY rank ${LIMIT}) s JOIN "child" c ON c."no" = s."no" LEFT JOIN "institution" i ON i."id" = c."institution_id" ORDER BY s."place"`,
      match,
      limit,
    );
  }
  return context.db.all<ListLine>(
    `SELECT ${LINE}, 0 AS "key" FROM "child_search" s JOIN "child" c ON c."no" = s.rowid LEFT JOIN "institution" i ON i."id" = c."institution_id" WHERE s."child_search" MATCH ? AND ${scope.sql} ORDER BY bm25(s."child_search", 10.0, 4.0, 1.0) ${LIMIT}`,
    match,
    ...scope.params,
    limit,
  );
}

/** Numbers are given once: those of erased and merged records stay taken. */
export function nextNo(db: ReadDb): number {
  const row = db.get<{ n: number | null }>(
    'SELECT max(n) AS n FROM (SELECT max("no") AS n FROM "child" UNION ALL SELECT max("no") FROM "child_tombstone")',
  );
  return (row?.n ?? 0) + 1;
}

export function details<T>(db: ReadDb, childId: string, kind: DetailKind): (T & { id: string })[] {
  return db
    .table(ChildDetailEntity)
    .where({ childId, kind }, 'createdAt')
    .map((row) => ({ ...(row.data as T), id: row.id }));
}

export function saveDetail(db: WriteDb, row: ChildDetailEntity): void {
  const { id, ...rest } = row;
  if (!db.table(ChildDetailEntity).update(id, { kind: rest.kind, data: rest.data })) db.table(ChildDetailEntity).insert(row);
}
