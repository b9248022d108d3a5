import { setImmediate as nextTurn } from 'node:timers/promises';
import { invalid, refusal } from '../../../shared/kernel/errors';
import type { Blocker } from '../../../shared/modules/children/children.model';
import type { ReadContext, StepsContext, WriteContext } from '../../ipc/context';
import type { ReadDb } from '../../db/types';
import { organisationOf } from '../institutions';
import { ChildDetailEntity, ChildEntity, ChildEventEntity, ChildFileEntity, ChildTombstoneEntity, DETAIL_KINDS } from './child.entity';
import { destructionAct } from './children.papers';
import { visibleChild } from './children.policy';
import { forgetWords, markWordsToForget, unindexChild } from './children-search.repository';
import { childTies } from './children.ties';

function whatGoes(db: ReadDb, id: string): Record<string, number> {
  const goes: Record<string, number> = {};
  for (const kind of DETAIL_KINDS) goes[kind] = db.table(ChildDetailEntity).count({ childId: id, kind });
  goes['file'] = db.table(ChildFileEntity).count({ childId: id });
  goes['event'] = db.table(ChildEventEntity).count({ childId: id });
  for (const tie of childTies()) if (!tie.stays) goes[tie.name] = tie.count(db, id);
  return goes;
}

const blockersOf = (child: ChildEntity): Blocker[] =>
  child.state === 'in-pair' ? [{ code: 'CHILD.HAS_PAIR', params: {}, weight: 'refused', section: 'overview' }] : [];

export function erasePreview(context: ReadContext, id: string): { goes: Record<string, number>; stays: string[]; blockers: Blocker[] } {
  const child = visibleChild(context, id);
  return {
    goes: whatGoes(context.db, id),
    stays: childTies()
      .filter((tie) => tie.stays && tie.count(context.db, id) > 0)
      .map((tie) => tie.name),
    blockers: blockersOf(child),
  };
}

export interface EraseInput {
  id: string;
  basis: string;
  confirmCode: string;
  secondPerson: string;
}

/**
 * The act is rendered before anything goes; then all rows go in one transaction, which also leaves the tombstone. The
 * stored files lose their keys with their rows at once and their bytes with the sweep that follows.
 */
export async function eraseChild(ctx: StepsContext, input: EraseInput): Promise<{ pdf: string; fileName: string; actNumber: string }> {
  const plan = ctx.read((c) => prepare(c, input));
  const bytes = await ctx.services.pdf.render(
    destructionAct({
      ...plan,
      basis: input.basis,
      by: ctx.actor.name,
      second: input.secondPerson,
      language: ctx.actor.language === 'kk' ? 'kk' : 'ru',
      at: ctx.nowIso,
    }),
    { signal: ctx.signal },
  );
  const stored = ctx.transaction((tx) => {
    // While the act was being rendered somebody may have opened a pair, added a paper, or taken the act's number.
    const still = prepare(tx, input);
    if (JSON.stringify(still) !== JSON.stringify(plan)) throw refusal('ERASE.RECORD_CHANGED');
    tx.journal({
      action: 'children.erased',
      subject: 'child',
      subjectId: input.id,
      detail: { act: plan.number, basis: input.basis, second: input.secondPerson },
    });
    return remove(tx, input.id, plan.number);
  });
  while (ctx.upkeep(forgetWords)) await nextTurn();
  for (const file of stored) await ctx.services.files.remove(file).catch(() => undefined);
  return { pdf: Buffer.from(bytes).toString('base64'), fileName: `act-${plan.number.replace('/', '-')}.pdf`, actNumber: plan.number };
}

function prepare(context: ReadContext, input: EraseInput): { number: string; organisation: string; code: string; goes: Record<string, number> } {
  const child = visibleChild(context, input.id);
  if (blockersOf(child).length > 0) throw refusal('CHILD.HAS_PAIR');
  if (input.confirmCode.trim().toLocaleUpperCase('ru') !== child.code.toLocaleUpperCase('ru')) throw refusal('ERASE.CODE_DIFFERS');
  if (input.secondPerson.trim() === context.actor.name) throw invalid([{ path: 'secondPerson', code: 'ERASE.SECOND_PERSON' }]);
  const year = context.today.slice(0, 4);
  const before =
    context.db.get<{ n: number }>(`SELECT count(*) AS n FROM "child_tombstone" WHERE "how" = 'erased' AND substr("at", 1, 4) = ?`, year)?.n ?? 0;
  return {
    number: `${String(before + 1)}/${year}`,
    organisation: organisationOf(context.db).nameRu,
    code: child.code,
    goes: whatGoes(context.db, input.id),
  };
}

function remove(tx: WriteContext, id: string, actNumber: string): string[] {
  const child = visibleChild(tx, id);
  const files = tx.db
    .table(ChildFileEntity)
    .where({ childId: id })
    .map((file) => file.stored);
  for (const tie of childTies()) tie.remove(tx.db, id);
  tx.db.run(`DELETE FROM "child_detail" WHERE "child_id" = ? OR ("kind" = 'sibling' AND json_extract("data", '$.childId') = ?)`, id, id);
  tx.db.run('DELETE FROM "child_file" WHERE "child_id" = ?', id);
  tx.db.run('DELETE FROM "child_event" WHERE "child_id" = ?', id);
  tx.db.run('DELETE FROM "draft" WHERE instr("form_key", ?) > 0', id);
  unindexChild(tx.db, child.no);
  markWordsToForget(tx.db);
  tx.db.table(ChildEntity).remove(id);
  tx.db.table(ChildTombstoneEntity).insert({ id, no: child.no, how: 'erased', intoId: null, actNumber, at: tx.nowIso });
  return files;
}
