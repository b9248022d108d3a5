import type { GroupRoom, PlanFields, SealedLine } from '../../../shared/modules/art-therapy/observation.model';
import type { PlanChanges } from '../../../shared/modules/art-therapy/art-therapy.contract';
import { isEmptyObservation } from '../../../shared/modules/art-therapy/art-therapy.rules';
import type { ClinicalReadContext, ClinicalStepsContext, ClinicalWriteContext } from '../../ipc/context';
import { filesOf, visibleRecord } from '../clinical';
import { merged } from '../clinical';
import { observationRows } from './group-session.record';
import { finishPending } from './group-sessions.service';
import { inRecords, ownGroup } from './groups.policy';
import { GroupPlanEntity, GroupSessionEntity } from './sealed.entity';

const EMPTY: PlanFields = { aim: '', sessions: [] };

function lineOf(ctx: ClinicalReadContext, row: GroupSessionEntity): SealedLine {
  const { state, authorName } = visibleRecord(ctx, row.id);
  return {
    id: row.id as SealedLine['id'],
    state,
    authorName,
    technique: row.content.technique,
    observations: observationRows(ctx, row.id).filter(({ fields }) => !isEmptyObservation(fields)).length,
    drawings: filesOf(ctx, row.id).length,
  };
}

function roomOf(ctx: ClinicalReadContext, groupId: string): GroupRoom {
  return {
    groupId: groupId as GroupRoom['groupId'],
    plan: ctx.db.table(GroupPlanEntity).byId(groupId)?.fields ?? EMPTY,
    sessions: ctx.db
      .table(GroupSessionEntity)
      .where({ groupId })
      .filter(({ pending }) => pending?.kind !== 'drop')
      .map((row) => lineOf(ctx, row)),
  };
}

export function openRoom(ctx: ClinicalStepsContext, groupId: string): Promise<GroupRoom> {
  ctx.read((c) => ownGroup(inRecords(c), groupId));
  finishPending(ctx, groupId);
  return Promise.resolve(ctx.read((c) => roomOf(c, groupId)));
}

export function savePlan(ctx: ClinicalWriteContext, input: { groupId: string; changes: PlanChanges }): GroupRoom {
  ownGroup(inRecords(ctx), input.groupId);
  const plans = ctx.db.table(GroupPlanEntity);
  const fields = merged(plans.byId(input.groupId)?.fields ?? EMPTY, input.changes);
  if (!plans.update(input.groupId, { fields })) plans.insert({ id: input.groupId, fields });
  return roomOf(ctx, input.groupId);
}
