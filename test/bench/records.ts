import { randomUUID } from 'node:crypto';
import { contract } from '../../shared/contract/registry';
import type { ChildId } from '../../shared/kernel/ids';
import { wrongChildFields } from '../../shared/modules/children/children.rules';
import { openEncrypted } from '../../electron/db/pragmas';
import type { WriteDb } from '../../electron/db/types';
import type { WriteContext } from '../../electron/ipc/context';
import { appendJournal } from '../../electron/modules/audit';
import { ChildEntity } from '../../electron/modules/children/child.entity';
import { countOfChildren, pageOfChildren } from '../../electron/modules/children/children.repository';
import { createChild } from '../../electron/modules/children/children.service';
import { idAt, type Ground } from './ground';
import { sideBySide, type Cost, type Way } from './measure';
import { childOf, fieldsOf } from './people';
import { ms, times, type Report } from './report';

const LISTING = { search: '', filter: {}, sort: 'name', descending: false } as const;
const LIST_SQL = `SELECT c."id", c."no", c."code", c."short_name", c."birth_date", i."short_name" AS institution, c."group_name", c."state", c."waiting_since", c."wishes", c."wishes_on", c."consent_until", c."open_flags", c."blocked", c."sort_key" FROM "child" c LEFT JOIN "institution" i ON i."id" = c."institution_id" ORDER BY c."sort_key", c."no" LIMIT 50`;

interface Compared {
  goal: string;
  what: string;
  limit: number;
}

async function compare(report: Report, rounds: number, { goal, what, limit }: Compared, ours: Way, raw: Way): Promise<void> {
  const { cost, ratio } = await sideBySide(rounds, { ours, raw });
  const found = ratio('ours', 'raw');
  const say = (one: Cost): string => ms(one.cpu);
  report.add(goal, what, `<= ${times(limit)} CPU`, `${times(found)} (${say(cost.ours)} : ${say(cost.raw)})`, found <= limit, {
    ratio: found,
    cpu: cost.ours.cpu,
    wall: cost.ours.wall,
    rawCpu: cost.raw.cpu,
    rawWall: cost.raw.wall,
  });
}

export async function reads(ground: Ground, report: Report, rounds: number): Promise<void> {
  const { plain, context, places } = ground;
  const table = context.db.table(ChildEntity);
  const id = (turn: number): string => idAt(ground, turn);
  const list = plain.prepare(LIST_SQL);
  await compare(
    report,
    rounds,
    { goal: 'P1', what: 'list of 50 against raw, unencrypted', limit: 1.15 },
    { times: 300, run: () => pageOfChildren(context, LISTING, null, 50) },
    { times: 300, run: () => list.all() },
  );
  const byId = plain.prepare('SELECT * FROM "child" WHERE "id" = ?');
  await compare(
    report,
    rounds,
    { goal: 'P2', what: 'read by id against raw, unencrypted', limit: 1.5 },
    { times: 5000, run: (turn) => table.byId(id(turn)) },
    { times: 5000, run: (turn) => byId.get(id(turn)) },
  );
  const count = plain.prepare('SELECT count(*) AS n FROM "child" c WHERE 1');
  await compare(
    report,
    rounds,
    { goal: 'P3', what: 'count of all children', limit: 1.5 },
    { times: 20, run: () => countOfChildren(context, '', {}) },
    { times: 20, run: () => count.get() },
  );
  const countOfHouse = plain.prepare('SELECT count(*) AS n FROM "child" WHERE "institution_id" = ?');
  const [institutionId = ''] = places.institutionIds;
  await compare(
    report,
    rounds,
    { goal: 'P3', what: 'count of one house', limit: 1.5 },
    { times: 20, run: () => table.count({ institutionId }) },
    { times: 20, run: () => countOfHouse.get(institutionId) },
  );
  const exists = plain.prepare('SELECT 1 FROM "child" WHERE "id" = ?');
  await compare(
    report,
    rounds,
    { goal: 'P3', what: 'exists', limit: 1.5 },
    { times: 10_000, run: (turn) => table.exists(id(turn)) },
    { times: 10_000, run: (turn) => exists.get(id(turn)) },
  );
}

function writing(ground: Ground, db: WriteDb): WriteContext {
  return {
    ...ground.context,
    db,
    newId: randomUUID,
    journal: (entry) => void appendJournal(db, { at: ground.context.nowIso, userId: null, sessionId: null, ...entry }),
  };
}

const entry = (ground: Ground, id: string) => ({
  at: ground.context.nowIso,
  userId: ground.context.actor.userId,
  sessionId: ground.context.actor.sessionId,
  action: 'children.create',
  subject: 'child',
  subjectId: id,
});

/** Numbers of the raw twin's new rows: taken once, whoever measures. */
let rawNo = 5_000_000;

function rawInsert(ground: Ground): Way {
  const columns = ground.records.source.getMetadata(ChildEntity).columns;
  const statement = ground.encrypted.prepare(
    `INSERT INTO "child" (${columns.map((one) => `"${one.databaseName}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const encoded = (value: unknown): unknown =>
    typeof value === 'boolean' ? Number(value) : value !== null && typeof value === 'object' ? JSON.stringify(value) : value;
  return {
    times: 40,
    run: () => {
      rawNo += 1;
      const child = childOf(rawNo, ground.places, ground.context.nowIso) as unknown as Record<string, unknown>;
      return statement.run(...columns.map((one) => encoded(child[one.propertyName])));
    },
  };
}

function checkedInsert(ground: Ground): Way {
  const { input } = contract.children.operations.create;
  let no = 6_000_000;
  return {
    times: 40,
    run: () => {
      no += 1;
      const child = childOf(no, ground.places, ground.context.nowIso);
      const parsed = input.parse({ id: child.id, fields: fieldsOf(no, ground.places), knownDuplicates: [], ageReason: '' });
      return ground.records.transaction((db) => {
        if (wrongChildFields(parsed.fields, ground.context.today).length > 0) throw new Error('a wrong child');
        db.table(ChildEntity).insert(child);
        appendJournal(db, entry(ground, child.id));
      });
    },
  };
}

function wholeCreate(ground: Ground): Way {
  let no = 700_000;
  return {
    times: 20,
    run: () => {
      no += 1;
      const fields = fieldsOf(no, ground.places);
      const name = { ...fields.name, ru: { ...fields.name.ru, surname: `${fields.name.ru.surname}${'абвгдежиклмнопрстуфхцчшщ'.charAt(no % 24)}ян` } };
      return ground.records.transaction((db) => {
        const record = createChild(writing(ground, db), {
          id: randomUUID() as ChildId,
          fields: { ...fields, name },
          knownDuplicates: [],
          ageReason: 'решение программы',
        });
        appendJournal(db, entry(ground, record.id));
        return record;
      });
    },
  };
}

export async function writes(ground: Ground, report: Report, rounds: number): Promise<void> {
  const { records, encrypted } = ground;
  const id = (turn: number): string => idAt(ground, turn);
  const update = encrypted.prepare('UPDATE "child" SET "group_name" = ? WHERE "id" = ?');
  await compare(
    report,
    rounds,
    { goal: 'P3', what: 'update by id against raw, encrypted', limit: 1.3 },
    { times: 60, run: (turn) => records.transaction((db) => db.table(ChildEntity).update(id(turn), { group: `г ${String(turn)}` })) },
    { times: 60, run: (turn) => update.run(`г ${String(turn)}`, id(turn)) },
  );
  await compare(
    report,
    rounds,
    { goal: 'P4', what: 'insert with validation, version and journal row', limit: 2 },
    checkedInsert(ground),
    rawInsert(ground),
  );
  await compare(
    report,
    rounds,
    { goal: 'P4', what: 'whole command: also duplicates, search, history, answer', limit: 2 },
    wholeCreate(ground),
    rawInsert(ground),
  );
}

/** P5: what the cipher costs once the pages are in the cache, at the same size of cache on both sides. */
export async function cipher(ground: Ground, report: Report, rounds: number): Promise<void> {
  const { plain, encrypted, encryptedFile, key, cacheMiB } = ground;
  const id = (turn: number): string => idAt(ground, turn);
  const sql = 'SELECT * FROM "child" WHERE "id" = ?';
  const way = (connection: typeof plain): Way => {
    const one = connection.prepare(sql);
    const warm = connection.prepare('SELECT sum(length("name")) FROM "child"');
    warm.get();
    return { times: 5000, run: (turn) => one.get(id(turn)) };
  };
  await compare(
    report,
    rounds,
    { goal: 'P5', what: `warm encrypted reads against plain, cache ${String(cacheMiB)} MiB`, limit: 1.1 },
    way(encrypted),
    way(plain),
  );
  const small = openEncrypted(encryptedFile, key, { cacheMiB: 16, readonly: true });
  const { cost, ratio } = await sideBySide(rounds, { small: { ...way(small), times: 1000 }, plain: { ...way(plain), times: 1000 } });
  small.close();
  report.add(
    'P5',
    'the same with a cache of 16 MiB',
    'told, no goal',
    `${times(ratio('small', 'plain'))} (${ms(cost.small.cpu)} : ${ms(cost.plain.cpu)})`,
    null,
    {
      ratio: ratio('small', 'plain'),
      cpu: cost.small.cpu,
      rawCpu: cost.plain.cpu,
    },
  );
}
