import { invalid, refusal } from '../../../shared/kernel/errors';
import type { Blocker, ChildFields, ChildRecord } from '../../../shared/modules/children/children.model';
import { maskedFields, wrongChildFields } from '../../../shared/modules/children/children.rules';
import type { ReadContext, WriteContext } from '../../ipc/context';
import { ChildDetailEntity, ChildEntity, ChildEventEntity, ChildFileEntity, ChildTombstoneEntity, DETAIL_KINDS } from './child.entity';
import { tellEvent } from './children.events';
import { visibleChild } from './children.policy';
import { fieldsOf, recordOf, shortNameOf, summarise } from './children.record';
import { indexChild, unindexChild } from './children-search.repository';
import { childTies } from './children.ties';
import { sortKey } from '../../../shared/kernel/names';

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function pairOf(context: Pick<ReadContext, 'actor' | 'db'>, keepId: string, mergeId: string): [ChildEntity, ChildEntity] {
  if (keepId === mergeId) throw refusal('MERGE.SAME');
  return [visibleChild(context, keepId), visibleChild(context, mergeId)];
}

export interface MergePreview {
  fields: { field: string; keep: unknown; merge: unknown }[];
  moves: Record<string, number>;
  blockers: Blocker[];
}

export function mergePreview(context: ReadContext, keepId: string, mergeId: string): MergePreview {
  const [keep, merge] = pairOf(context, keepId, mergeId);
  const [kept, other] = [maskedFields(fieldsOf(keep)), maskedFields(fieldsOf(merge))];
  const keys = Object.keys(kept) as (keyof ChildFields)[];
  const moves: Record<string, number> = {};
  for (const kind of DETAIL_KINDS) moves[kind] = context.db.table(ChildDetailEntity).count({ childId: mergeId, kind });
  moves['file'] = context.db.table(ChildFileEntity).count({ childId: mergeId });
  for (const tie of childTies()) moves[tie.name] = tie.count(context.db, mergeId);
  return {
    fields: keys.filter((key) => !equal(kept[key], other[key])).map((field) => ({ field, keep: kept[field], merge: other[field] })),
    moves,
    blockers: mergeBlockers(merge),
  };
}

const mergeBlockers = (merge: ChildEntity): Blocker[] =>
  merge.state === 'in-pair' ? [{ code: 'CHILD.HAS_PAIR', params: {}, weight: 'refused', section: 'overview' }] : [];

/** Two cards of one child become one: chosen fields come over, every row moves, the other number stays taken. */
export function mergeChildren(
  context: WriteContext,
  input: { keepId: string; mergeId: string; take: readonly string[]; reason: string },
): ChildRecord {
  const [keep, merge] = pairOf(context, input.keepId, input.mergeId);
  if (mergeBlockers(merge).length > 0) throw refusal('CHILD.HAS_PAIR');
  const fields = fieldsOf(keep);
  const other = fieldsOf(merge);
  for (const key of input.take) {
    if (!Object.hasOwn(fields, key)) throw invalid([{ path: 'take', code: 'FIELD.UNKNOWN' }]);
    Object.assign(fields, { [key]: other[key as keyof ChildFields] });
  }
  // What each card held rightly may contradict itself once joined: a birth date of one and an identity number of the other.
  const wrong = wrongChildFields(fields, context.today);
  if (wrong.length > 0) throw invalid(wrong.map((field) => ({ ...field, path: `take.${field.path}` })));
  const { db } = context;
  db.table(ChildEntity).update(keep.id, { ...fields, sortKey: sortKey(fields.name), shortName: shortNameOf(fields.name) });
  moveRows(context, merge.id, keep.id);
  unindexChild(db, merge.no);
  db.table(ChildEntity).remove(merge.id);
  db.table(ChildTombstoneEntity).insert({ id: merge.id, no: merge.no, how: 'merged', intoId: keep.id, actNumber: '', at: context.nowIso });
  tellEvent(context, keep.id, 'merged', { code: merge.code, reason: input.reason, before: fieldsOf(keep), other });
  const summed = summarise(db, keep.id, context.nowIso, context.today);
  indexChild(db, summed);
  return recordOf(context, summed);
}

function moveRows({ db }: WriteContext, from: string, to: string): void {
  const steps = new Set(
    db
      .table(ChildDetailEntity)
      .where({ childId: to, kind: 'step' })
      .map((row) => row.data['code']),
  );
  for (const row of db.table(ChildDetailEntity).where({ childId: from })) {
    if (row.kind === 'step') {
      db.table(ChildDetailEntity).remove(row.id);
      const code = String(row.data['code']);
      if (!steps.has(code)) db.table(ChildDetailEntity).insert({ ...row, id: `${to}/step/${code}`, childId: to });
    } else if (row.kind === 'sibling' && row.data['childId'] === to) db.table(ChildDetailEntity).remove(row.id);
    else db.table(ChildDetailEntity).update(row.id, { childId: to });
  }
  // Links of other children that pointed at the card that goes.
  const pointing = db.all<{ id: string; child: string }>(
    `SELECT "id", "child_id" AS child FROM "child_detail" WHERE "kind" = 'sibling' AND json_extract("data", '$.childId') = ?`,
    from,
  );
  for (const { id, child } of pointing) {
    const row = db.table(ChildDetailEntity).byId(id);
    if (child === to || !row) db.table(ChildDetailEntity).remove(id);
    else db.table(ChildDetailEntity).update(id, { data: { ...row.data, childId: to } });
  }
  leaveOneLink(db, to);
  db.run('UPDATE "child_file" SET "child_id" = ?, "role" = \'file\' WHERE "child_id" = ?', to, from);
  db.run('UPDATE "child_event" SET "child_id" = ? WHERE "child_id" = ?', to, from);
  for (const tie of childTies()) tie.move(db, from, to);
}

/** A brother linked to both cards is linked to the one that stays once, in each direction. */
function leaveOneLink(db: WriteContext['db'], id: string): void {
  const rows = db.all<{ id: string; ends: string }>(
    `SELECT "id", "child_id" || '>' || json_extract("data", '$.childId') AS ends FROM "child_detail" WHERE "kind" = 'sibling' AND ("child_id" = ? OR json_extract("data", '$.childId') = ?) ORDER BY "created_at", "id"`,
    id,
    id,
  );
  const seen = new Set<string>();
  for (const row of rows) {
    if (seen.has(row.ends)) db.table(ChildDetailEntity).remove(row.id);
    seen.add(row.ends);
  }
}

export const eventsOf = (context: ReadContext, id: string): ChildEventEntity[] => {
  visibleChild(context, id);
  return context.db.table(ChildEventEntity).where({ childId: id }, 'at').reverse();
};
