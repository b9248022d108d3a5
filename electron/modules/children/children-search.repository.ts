import { createHash } from 'node:crypto';
import { displayName } from '../../../shared/kernel/names';
import { phoneticKey, soundOf } from '../../../shared/kernel/phonetic';
import { fold, stem, words } from '../../../shared/kernel/search-text';
import type { ReadDb, SqlValue, WriteDb } from '../../db/types';
import { ChildEntity } from './child.entity';

/** A condition on the child's row `c`, with its values. */
export interface Condition {
  sql: string;
  params: SqlValue[];
}

const EVERYWHERE = '{name other}';
const NAMES = '{name}';

/** A single sign must be a whole word, and at the end of the text it is still being typed and asks for nothing yet: as a beginning it would match half of everybody. */
function askedWords(text: string): string[] {
  const typed = words(text).slice(0, 8);
  return typed.filter((word, index) => word.length > 1 || typed.length === 1 || index < typed.length - 1);
}

/** Every typed word must begin a word of the name or of the rest (inflected or not), or sound like a name. */
function matchQuery(text: string, within: typeof EVERYWHERE | typeof NAMES): string | null {
  const asked = askedWords(text);
  if (asked.length === 0) return null;
  return asked
    .map((word) => {
      if (word.length === 1) return `${within} : "${word}"`;
      const alternatives = [`${within} : "${stem(word)}" *`];
      const sound = soundOf(word);
      if (word.length >= 4 && sound.length >= 3) alternatives.push(`sound : "${sound}"`);
      return `(${alternatives.join(' OR ')})`;
    })
    .join(' AND ');
}

export const matchAnywhere = (text: string): string | null => matchQuery(text, EVERYWHERE);
export const matchNames = (text: string): string | null => matchQuery(text, NAMES);

/** So many matches that looking each of them up costs more than reading the list in its order until a page is full. */
const MANY = 400;

/** Whether the index holds at least so many matches; no more of them are looked at. */
export const isCommon = (db: ReadDb, match: string, many = MANY): boolean =>
  (db.get<{ n: number }>(
    'SELECT count(*) AS n FROM (SELECT 1 FROM "child_search" WHERE "child_search" MATCH ? LIMIT CAST(? AS INTEGER))',
    match,
    many,
  )?.n ?? 0) === many;

const FOUND = 'c."no" IN (SELECT rowid FROM "child_search" WHERE "child_search" MATCH ?)';
const SIEVED = `+${FOUND}`;
const BEGINS = 'c."sort_key" >= ? AND c."sort_key" < ?';
const range = (beginning: string): string[] => [beginning, `${beginning}\u{10ffff}`];

/** What a search asks of one list: nothing, a first letter of the surname, or a match of the index. */
export function searched(text: string): Condition | null {
  const letter = fold(text);
  if (/^\p{L}$/u.test(letter)) return { sql: BEGINS, params: range(letter) };
  const match = matchAnywhere(text);
  return match === null ? null : { sql: FOUND, params: [match] };
}

/**
 * The same for a page in its order: one condition, or two that no child meets both, for two short lists that are merged.
 * Few matches are looked up and sorted; of many, the list is read in its order until the page is full. That is slow where
 * many stand together far from the beginning: those whose surname begins with the first word. In the order of names they
 * are one stretch of the index, and beside it the others are few, or everywhere.
 */
export function searchedInOrder(db: ReadDb, text: string, byName: boolean): [Condition | null, ...Condition[]] {
  const whole = searched(text);
  const match = matchAnywhere(text);
  if (whole?.sql !== FOUND || match === null || !isCommon(db, match)) return [whole];
  const sieved = { sql: SIEVED, params: [match] };
  const asked = askedWords(text);
  const beginning = stem(asked[0] ?? '');
  if (!byName || beginning.length < 2) return [sieved];
  const others = `(${match}) NOT (${NAMES} : ^ "${beginning}" *)`;
  if (isCommon(db, others)) return [sieved];
  const surnames = { sql: BEGINS, params: range(beginning) };
  return [asked.length === 1 ? surnames : { sql: `${BEGINS} AND ${SIEVED}`, params: [...surnames.params, match] }, { sql: FOUND, params: [others] }];
}

/** Writes the search row of a child anew. */
export function indexChild(db: WriteDb, child: ChildEntity): void {
  unindexChild(db, child.no);
  indexNewChild(db, child);
}

export function indexNewChild(db: WriteDb, child: ChildEntity): void {
  const names = [displayName(child.name, 'ru'), child.name.kk ? displayName(child.name, 'kk') : ''].join(' ');
  const other = [child.code, child.code.replace('-', ' '), child.group, child.school, child.fileNumber, ...child.interests, ...child.strengths];
  const numbers = [child.personalNumber, child.identity?.number ?? ''].flatMap(numberToken);
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

/** Pages that one portion of merging writes: a few milliseconds of the thread that also serves the screen. */
const PORTION = 32;
const TO_CLEAR = 'search.wordsToClear';

/**
 * Removing a row only marks it: its words stay in the index's segments until those are merged. The mark is part of the
 * erasure's own transaction, so that a crash before the last portion is made good at the next sign-in.
 */
export function markWordsToForget(db: WriteDb): void {
  db.run('INSERT OR REPLACE INTO "setting" ("id", "value") VALUES (?, ?)', TO_CLEAR, 'true');
  mergePart(db, -PORTION);
}

/** One portion of the merging; false when nothing of what was removed is left in the index. */
export function forgetWords(db: WriteDb): boolean {
  if (!db.get('SELECT 1 FROM "setting" WHERE "id" = ?', TO_CLEAR)) return false;
  if (mergePart(db, PORTION)) return true;
  db.run('DELETE FROM "setting" WHERE "id" = ?', TO_CLEAR);
  return false;
}

const written = (db: ReadDb): number => db.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0;

/** A negative number of pages begins to merge everything into one segment, a positive one goes on; no change means it is done. */
function mergePart(db: WriteDb, pages: number): boolean {
  const before = written(db);
  db.run(`INSERT INTO "child_search" ("child_search", "rank") VALUES ('merge', ?)`, pages);
  return written(db) - before >= 2;
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
  const ids = new Set(db.all<{ id: string }>('SELECT "id" FROM "child" WHERE "sort_key" = ? LIMIT 100', probe.sortKey).map(({ id }) => id));
  for (const match of matches) {
    for (const { id } of db.all<{ id: string }>(FOUND_IDS, match)) ids.add(id);
  }
  return [...ids].flatMap((id) => db.table(ChildEntity).byId(id) ?? []);
}

const FOUND_IDS =
  'SELECT c."id" FROM (SELECT rowid AS "no" FROM "child_search" WHERE "child_search" MATCH ? LIMIT 200) s JOIN "child" c ON c."no" = s."no"';

/** Numbers as written on papers and typed with or without their punctuation. */
export const plainNumber = (number: string): string => number.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

/** A number stands in the search index as a digest: the whole number finds its child, its first digits find nobody. */
function numberToken(number: string): string[] {
  const plain = plainNumber(number);
  return plain === '' ? [] : [`n${createHash('sha256').update(plain).digest('hex').slice(0, 24)}`];
}
