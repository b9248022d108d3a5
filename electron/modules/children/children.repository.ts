import { createHash } from 'node:crypto';
import { phoneticKey, soundOf } from '../../../shared/kernel/phonetic';
import { displayName } from '../../../shared/kernel/names';
import { fold, stem, words } from '../../../shared/kernel/search-text';
import type { PlainDate } from '../../../shared/kernel/plain-date';
import type { ChildFilter, SORTS } from '../../../shared/modules/children/children.model';
import { birthRange } from '../../../shared/modules/children/children.rules';
import type { ReadContext } from '../../ipc/context';
import type { ReadDb, SqlValue, WriteDb } from '../../db/types';
import { ChildDetailEntity, ChildEntity, type DetailKind } from './child.entity';
import { visibleChildren } from './children.policy';

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

interface Condition {
  sql: string;
  params: SqlValue[];
}

/**
 * Every typed word must begin a word of the name or of the rest (inflected or not), or sound like a name. A single sign must be a
 * whole word, and at the end of the text it is still being typed and asks for nothing yet: as a beginning it would match half of everybody.
 */
export function matchQuery(text: string): string | null {
  const typed = words(text).slice(0, 8);
  const asked = typed.filter((word, index) => word.length > 1 || typed.length === 1 || index < typed.length - 1);
  if (asked.length === 0) return null;
  return asked
    .map((word) => {
      if (word.length === 1) return `{name other} : "${word}"`;
      const alternatives = [`{name other} : "${stem(word)}" *`];
      const sound = soundOf(word);
      if (word.length >= 4 && sound.length >= 3) alternatives.push(`sound : "${sound}"`);
      return `(${alternatives.join(' OR ')})`;
    })
    .join(' AND ');
}

/** What a search asks of the list: nothing, a first letter of the surname, or a match of the index. */
function searched(db: ReadDb, text: string, inOrder: boolean): Condition | null {
  const letter = fold(text);
  if (/^\p{L}$/u.test(letter)) return { sql: 'c."sort_key" >= ? AND c."sort_key" < ?', params: [letter, `${letter}\u{10ffff}`] };
  const match = matchQuery(text);
  if (match === null) return null;
  // Few matches are looked up and sorted; of many, the list is read in its order until the page is full.
  const sieve = inOrder && isCommon(db, match) ? '+' : '';
  return { sql: `${sieve}c."no" IN (SELECT rowid FROM "child_search" WHERE "child_search" MATCH ?)`, params: [match] };
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

const MANY = 400;

const isCommon = (db: ReadDb, match: string): boolean =>
  (db.get<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 FROM "child_search" WHERE "child_search" MATCH ? ${LIMIT})`, match, MANY)?.n ?? 0) ===
  MANY;

/** A page by keyset: page two thousand costs what page one costs. Children who do not wait are left out of the order by waiting. */
export function pageOfChildren(
  context: ReadContext,
  listing: Listing,
  cursorText: string | null,
  limit: number,
): { lines: ListLine[]; nextCursor: string | null } {
  const base = conditions(context, listing.filter, '+');
  const search = searched(context.db, listing.search, true);
  const column = COLUMN[listing.sort];
  const [order, beyond] = listing.descending ? (['DESC', '<'] as const) : (['ASC', '>'] as const);
  const cursor = readCursor(cursorText);
  const parts = [base.sql];
  const params: SqlValue[] = [...base.params];
  if (search) {
    parts.unshift(search.sql);
    params.unshift(...search.params);
  }
  if (listing.sort === 'waiting') parts.push('c."waiting_since" IS NOT NULL');
  if (cursor) {
    parts.push(`(c."${column}", c."no") ${beyond} (?, ?)`);
    params.push(...cursor);
  }
  const where = parts.join(' AND ');
  const lines = context.db.all<ListLine>(
    `SELECT ${LINE}, c."${column}" AS "key" FROM "child" c LEFT JOIN "institution" i ON i."id" = c."institution_id" WHERE ${where} ORDER BY c."${column}" ${order}, c."no" ${order} ${LIMIT}`,
    ...params,
    limit + 1,
  );
  const page = lines.slice(0, limit);
  const last = page.at(-1);
  return { lines: page, nextCursor: lines.length > limit && last ? JSON.stringify([last.key, last.no]) : null };
}

export function countOfChildren(context: ReadContext, text: string, filter: ChildFilter): number {
  const base = conditions(context, filter);
  const search = searched(context.db, text, false);
  const where = search ? `${search.sql} AND ${base.sql}` : base.sql;
  return context.db.get<{ n: number }>(`SELECT count(*) AS n FROM "child" c WHERE ${where}`, ...(search?.params ?? []), ...base.params)?.n ?? 0;
}

/** The best matches over every indexed field, ranked: a word of the name weighs more than one of the rest. */
export function rankedChildren(context: ReadContext, text: string, limit: number): ListLine[] {
  const match = matchQuery(text);
  if (match === null) return [];
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

/** Writes the search row of a child anew. */
export function indexChild(db: WriteDb, child: ChildEntity): void {
  const names = [displayName(child.name, 'ru'), child.name.kk ? displayName(child.name, 'kk') : ''].join(' ');
  const other = [child.code, child.code.replace('-', ' '), child.group, child.school, child.fileNumber, ...child.interests, ...child.strengths];
  const numbers = [child.personalNumber, child.identity?.number ?? ''].flatMap(numberToken);
  db.run('DELETE FROM "child_search" WHERE rowid = ?', child.no);
  db.run(
    'INSERT INTO "child_search" (rowid, name, sound, other) VALUES (?, ?, ?, ?)',
    child.no,
    fold(names),
    phoneticKey(names),
    fold([...other, ...numbers].join(' ')),
  );
}

export function unindexChild(db: WriteDb, no: number): void {
  db.run('DELETE FROM "child_search" WHERE rowid = ?', no);
}

/** Removing a row only marks it: its words stay in the index's segments until they are merged. Erasing a person merges them now. */
export function forgetWords(db: WriteDb): void {
  db.run(`INSERT INTO "child_search" ("child_search") VALUES ('optimize')`);
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

/** Everyone who could be the same child: by number, by paper, or by how the name sounds. A same or similar name always sounds the same. */
export function duplicateCandidates(db: ReadDb, probe: { names: string[]; sortKey: string; numbers: string[] }): ChildEntity[] {
  const sounding = probe.names.map((name) =>
    phoneticKey(name)
      .split(' ')
      .filter((sound) => sound.length > 1)
      .map((sound) => `sound : "${sound}"`)
      .join(' AND '),
  );
  const numbers = probe.numbers.flatMap((number) => numberToken(number)).map((token) => `other : "${token}"`);
  const matches = [...numbers, ...sounding].filter((match) => match !== '');
  const nos = new Set(db.all<{ no: number }>('SELECT "no" FROM "child" WHERE "sort_key" = ? LIMIT 100', probe.sortKey).map((row) => row.no));
  for (const match of matches) {
    for (const row of db.all<{ no: number }>('SELECT rowid AS "no" FROM "child_search" WHERE "child_search" MATCH ? LIMIT 200', match))
      nos.add(row.no);
  }
  return [...nos].flatMap((no) => db.table(ChildEntity).where({ no }));
}

/** Numbers as written on papers and typed with or without their punctuation. */
export const plainNumber = (number: string): string => number.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

/** A number stands in the search index as a digest: the whole number finds its child, its first digits find nobody. */
function numberToken(number: string): string[] {
  const plain = plainNumber(number);
  return plain === '' ? [] : [`n${createHash('sha256').update(plain).digest('hex').slice(0, 24)}`];
}
