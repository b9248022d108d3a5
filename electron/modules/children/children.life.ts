import { invalid, notFound, refusal } from '../../../shared/kernel/errors';
import type { ChildId } from '../../../shared/kernel/ids';
import type { PersonName } from '../../../shared/kernel/names';
import type { PlainDate } from '../../../shared/kernel/plain-date';
import type { ChildRecord, StepDone, WishFields } from '../../../shared/modules/children/children.model';
import { moved, type Move, type MoveFacts } from '../../../shared/modules/children/children.workflow';
import type { ReadContext, WriteContext } from '../../ipc/context';
import type { ReadDb } from '../../db/types';
import { ChildDetailEntity, ChildEntity } from './child.entity';
import { tellEvent } from './children.events';
import { sees, visibleChild } from './children.policy';
import { blockersOf, recordOf, stepsOf, summarise } from './children.record';
import { saveDetail } from './children.repository';
import { mustSuitAge } from './children.service';

function move(context: WriteContext, id: string, by: Move, facts: Omit<MoveFacts, 'on'> = {}, on: PlainDate = context.today): ChildRecord {
  const child = visibleChild(context, id);
  const life = moved(child.life, by, { on, ...facts });
  context.db.table(ChildEntity).update(id, { life, state: life.state });
  tellEvent(context, id, by, {
    from: child.state,
    to: life.state,
    ...(facts.reason ? { reason: facts.reason } : {}),
    ...(facts.leaveReason ? { leaveReason: facts.leaveReason } : {}),
  });
  return recordOf(context, summarise(context.db, id, context.nowIso, context.today));
}

export const startPreparation = (context: WriteContext, id: string): ChildRecord => move(context, id, 'startPreparation');

export function markReady(context: WriteContext, id: string, ageReason: string): ChildRecord {
  const child = visibleChild(context, id);
  const open = blockersOf(context.db, child, context.today).filter((blocker) => blocker.weight === 'refused');
  if (open.length > 0) throw refusal('CHILD.NOT_READY', { count: open.length });
  mustSuitAge(context, child.birthDate as PlainDate, child.programmeId, ageReason, (reason) => {
    tellEvent(context, id, 'age-exception', { reason });
  });
  return move(context, id, 'markReady');
}

export function pause(context: WriteContext, id: string, reason: string, until: PlainDate | null): ChildRecord {
  if (until !== null && until < context.today) throw invalid([{ path: 'until', code: 'DATE.IN_PAST' }]);
  return move(context, id, 'pause', { reason, until });
}

export const resume = (context: WriteContext, id: string): ChildRecord => move(context, id, 'resume');
export const leave = (context: WriteContext, id: string, leaveReason: NonNullable<MoveFacts['leaveReason']>, note: string): ChildRecord =>
  move(context, id, 'leave', { leaveReason, reason: note });
export const reopen = (context: WriteContext, id: string, reason: string): ChildRecord => move(context, id, 'reopen', { reason });

export interface StepInput {
  code: string;
  on: PlainDate;
  note: string;
  decision: StepDone['decision'];
}

export function completeStep(context: WriteContext, id: string, input: StepInput): ChildRecord {
  const child = visibleChild(context, id);
  if (child.state === 'left') throw refusal('CHILD.WRONG_STATE', { state: child.state });
  const step = stepsOf(context.db, child).find((one) => one.code === input.code);
  if (!step) throw refusal('STEP.UNKNOWN');
  if (input.on > context.today) throw invalid([{ path: 'on', code: 'DATE.IN_FUTURE' }]);
  if (input.on < child.birthDate) throw invalid([{ path: 'on', code: 'DATE.BEFORE_BIRTH' }]);
  if (input.code === 'own-consent' && input.decision === null) throw refusal('STEP.DECISION_NEEDED');
  const data = {
    code: input.code,
    title: step.title,
    doneOn: input.on,
    doneBy: context.actor.name,
    note: input.note.trim(),
    decision: input.code === 'own-consent' ? input.decision : null,
  };
  saveDetail(context.db, {
    id: `${id}/step/${input.code}`,
    childId: id,
    kind: 'step',
    data,
    createdAt: context.nowIso,
    createdBy: context.actor.name,
  });
  tellEvent(context, id, 'step', { code: input.code, title: step.title, decision: data.decision });
  return recordOf(context, summarise(context.db, id, context.nowIso, context.today));
}

export function undoStep(context: WriteContext, id: string, code: string, reason: string): ChildRecord {
  const child = visibleChild(context, id);
  if (child.state !== 'registered' && child.state !== 'preparing') throw refusal('CHILD.WRONG_STATE', { state: child.state });
  context.db.table(ChildDetailEntity).remove(`${id}/step/${code}`);
  tellEvent(context, id, 'step-undone', { code, reason });
  return recordOf(context, summarise(context.db, id, context.nowIso, context.today));
}

export function saveWishes(context: WriteContext, id: string, rowId: string, fields: WishFields, confirmed: boolean): ChildRecord {
  const child = visibleChild(context, id);
  const stored = context.db.table(ChildDetailEntity).byId(rowId);
  if (stored && (stored.childId !== id || stored.kind !== 'wish')) throw notFound();
  if (stored?.data['confirmed'] === true) {
    // The same sheet sent twice is the same press of the button.
    if (
      confirmed &&
      JSON.stringify({ ...stored.data, writtenBy: undefined, confirmed: undefined }) ===
        JSON.stringify({ ...fields, writtenBy: undefined, confirmed: undefined })
    )
      return recordOf(context, child);
    throw refusal('WISHES.CONFIRMED');
  }
  if (fields.saidOn > context.today) throw invalid([{ path: 'fields.saidOn', code: 'DATE.IN_FUTURE' }]);
  if (fields.ageFrom !== null && fields.ageTo !== null && fields.ageFrom > fields.ageTo)
    throw invalid([{ path: 'fields.ageTo', code: 'WISHES.AGES_CROSSED' }]);
  if (confirmed && fields.words.trim() === '') throw refusal('WISHES.EMPTY');
  saveDetail(context.db, {
    id: rowId,
    childId: id,
    kind: 'wish',
    data: { ...fields, writtenBy: context.actor.name, confirmed },
    createdAt: context.nowIso,
    createdBy: context.actor.name,
  });
  if (confirmed) {
    completeWishesStep(context, child, fields.saidOn);
    tellEvent(context, id, 'wishes', { on: fields.saidOn });
  }
  return recordOf(context, summarise(context.db, id, context.nowIso, context.today));
}

function completeWishesStep(context: WriteContext, child: ChildEntity, on: PlainDate): void {
  const step = stepsOf(context.db, child).find((one) => one.code === 'wishes');
  if (!step) return;
  const data = { code: 'wishes', title: step.title, doneOn: on, doneBy: context.actor.name, note: '', decision: null };
  saveDetail(context.db, {
    id: `${child.id}/step/wishes`,
    childId: child.id,
    kind: 'step',
    data,
    createdAt: context.nowIso,
    createdBy: context.actor.name,
  });
}

/** For the pair's room: its opening and closing move the child. */
export const childEntersPair = (context: WriteContext, id: ChildId, on: PlainDate): void => void move(context, id, 'enterPair', {}, on);
export const childLeavesPair = (context: WriteContext, id: ChildId, on: PlainDate, reason: string): void =>
  void move(context, id, 'leavePair', { reason }, on);
export const isReadyForPair = (db: ReadDb, id: ChildId): boolean => db.table(ChildEntity).byId(id)?.state === 'ready';

export interface ChildOfPair {
  id: ChildId;
  code: string;
  name: PersonName;
  birthDate: PlainDate;
  institutionId: string;
  programmeId: string;
}

export function childOfPair(db: ReadDb, id: ChildId): (ChildOfPair & ChildEntity) | undefined {
  return db.table(ChildEntity).byId(id) as (ChildOfPair & ChildEntity) | undefined;
}

export function seesChild(context: ReadContext, id: ChildId): boolean {
  const child = context.db.table(ChildEntity).byId(id);
  return child !== undefined && sees(context, child);
}
