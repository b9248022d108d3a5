import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVault, type Vault } from '../../electron/db/connection';
import type { ReadContext } from '../../electron/ipc/context';
import { schemas } from '../../electron/modules';
import { ChildEntity } from '../../electron/modules/children/child.entity';
import { countOfChildren, pageOfChildren, rankedChildren, type Listing } from '../../electron/modules/children/children.repository';
import { indexChild, matchAnywhere } from '../../electron/modules/children/children-search.repository';
import { sortKey } from '../../shared/kernel/names';
import { childOf } from '../bench/people';

const places = { institutionIds: ['house-1', 'house-2'], programmeId: 'programme' };
const folder = mkdtempSync(join(tmpdir(), 'tirek-search-'));
let vault: Vault;
let context: ReadContext;

/** Enough people for searches that are too many to look up: 900 Yakovlevs at the end of the alphabet, and all other names. */
beforeAll(async () => {
  vault = await openVault({ file: join(folder, 'records.db'), ...schemas.records }, randomBytes(32));
  vault.transaction((db) => {
    for (let no = 1; no <= 6_400; no++) {
      const child = childOf(no, places, '2026-11-20T06:00:00.000Z');
      if (no % 7 === 0) child.name = { ...child.name, ru: { ...child.name.ru, surname: no % 14 === 0 ? 'Яковлев' : 'Яковлева' } };
      if (no % 640 === 0) child.name = { ...child.name, ru: { ...child.name.ru, patronymic: 'Яковлевич' } };
      if (no % 14 === 0 || no % 3 === 0) child.interests = ['керлинг'];
      const row = { ...child, id: randomUUID(), sortKey: sortKey(child.name) };
      db.table(ChildEntity).insert(row);
      indexChild(db, row);
    }
  });
  const actor = { institutionIds: 'all', childIds: 'all' };
  context = { actor, db: vault.db, today: '2026-11-20' } as unknown as ReadContext;
}, 120_000);
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Page after page, as a screen asks for them. */
function everyPage(listing: Listing, limit: number): number[] {
  const found: number[] = [];
  let cursor: string | null = null;
  do {
    const page: ReturnType<typeof pageOfChildren> = pageOfChildren(context, listing, cursor, limit);
    found.push(...page.lines.map(({ no }) => no));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

/** All matches of the index, put into order here: by letters, then by number. */
function expected(search: string, descending: boolean): number[] {
  const rows = context.db.all<{ no: number; key: string }>(
    'SELECT "no", "sort_key" AS "key" FROM "child" WHERE "no" IN (SELECT rowid FROM "child_search" WHERE "child_search" MATCH ?)',
    matchAnywhere(search) ?? '',
  );
  const ascending = rows.sort((a, b) => (a.key === b.key ? a.no - b.no : a.key < b.key ? -1 : 1)).map(({ no }) => no);
  return descending ? ascending.reverse() : ascending;
}

const TYPED = [
  'яков',
  'яковлев',
  'яковлева',
  'яковлевич',
  'ах',
  'али',
  'яковлев али',
  'яковлев керлинг',
  'али яковлев',
  'тимур',
  'рисование',
  'школа',
  'школа 12 яков',
];

describe('a searched list', () => {
  it.each(TYPED)('holds every match of «%s» once and in order, however many there are', (search) => {
    const all = expected(search, false);
    expect(all.length).toBeGreaterThan(0);
    expect(everyPage({ search, filter: {}, sort: 'name', descending: false }, 97)).toEqual(all);
    expect(everyPage({ search, filter: {}, sort: 'name', descending: true }, 97)).toEqual(expected(search, true));
    expect(countOfChildren(context, search, {})).toBe(all.length);
  });

  it('finds people of a patronymic beside the many whose surname begins alike', () => {
    const father = context.db.all<{ no: number }>(`SELECT "no" FROM "child" WHERE "name" LIKE '%Яковлевич%'`).map(({ no }) => no);
    expect(father.length).toBeGreaterThan(5);
    expect(everyPage({ search: 'яков', filter: {}, sort: 'name', descending: false }, 50)).toEqual(expect.arrayContaining(father));
  });

  it('keeps its filter where the search is read from two places', () => {
    const filter = { flagged: true };
    const flagged = new Set(context.db.all<{ no: number }>('SELECT "no" FROM "child" WHERE "open_flags" > 0').map(({ no }) => no));
    const all = expected('яков', false).filter((no) => flagged.has(no));
    expect(all.length).toBeGreaterThan(5);
    expect(everyPage({ search: 'яков', filter, sort: 'name', descending: false }, 10)).toEqual(all);
  });

  it.each(['birth', 'code'] as const)('is in the order of %s as well', (sort) => {
    expect(everyPage({ search: 'яков', filter: {}, sort, descending: false }, 200).sort((a, b) => a - b)).toEqual(
      expected('яков', false).sort((a, b) => a - b),
    );
  });
});

describe('a quick search', () => {
  it('of a word that thousands have shows people whose name has it first, and fills up from the list', () => {
    const no = 7_001;
    vault.transaction((db) => {
      const child = childOf(no, places, '2026-11-20T06:00:00.000Z');
      child.name = { ru: { surname: 'Аабова', given: 'Школана', patronymic: '' }, kk: null };
      db.table(ChildEntity).insert({ ...child, sortKey: sortKey(child.name) });
      indexChild(db, child);
    });
    const found = rankedChildren(context, 'школа', 8).map((line) => line.no);
    expect(found[0]).toBe(no);
    expect(new Set(found).size).toBe(8);
  });
});
