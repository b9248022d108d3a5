import { notFound, refusal } from '../../../shared/kernel/errors';
import type { AlertRecord } from '../../../shared/modules/assessments/assessments.model';
import type { Instrument } from '../../../shared/modules/assessments/instrument.model';
import { optionsOf } from '../../../shared/modules/assessments/options';
import { raisedAlerts } from '../../../shared/modules/assessments/scoring';
import type { TodayItem } from '../../../shared/modules/settings/settings.contract';
import type { ReadDb } from '../../db/types';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import { factsOf, visibleRecord, visibleRecords } from '../clinical';
import { AssessmentAlertEntity, AssessmentEntity } from './assessment.entity';
import { openAlertRows } from './assessments.repository';

/** Rows of their own, so that they stay open whatever later becomes of the scores. */
export function raiseAlerts(ctx: ClinicalWriteContext, row: AssessmentEntity, instrument: Instrument): void {
  const raised = raisedAlerts(instrument, row.answers);
  const table = ctx.db.table(AssessmentAlertEntity);
  for (const { item, n, level, text, value } of raised) {
    const asked = instrument.items.find(({ id }) => id === item);
    table.insert({
      id: ctx.newId(),
      assessmentId: row.id,
      item,
      n,
      level,
      text,
      answer: (asked && optionsOf(instrument, asked).find((option) => option.value === value)?.label) ?? null,
      raisedAt: ctx.nowIso,
      action: '',
      route: '',
      actedBy: null,
      actedAt: null,
    });
  }
  ctx.db.table(AssessmentEntity).update(row.id, { openAlerts: raised.length });
}

export const alertsOf = (db: ReadDb, assessmentId: string): AlertRecord[] =>
  db
    .table(AssessmentAlertEntity)
    .where({ assessmentId }, 'n')
    .map((row) => ({
      id: row.id as AlertRecord['id'],
      recordId: row.assessmentId as AlertRecord['recordId'],
      item: row.item,
      n: row.n,
      level: row.level,
      text: row.text,
      answer: row.answer,
      raisedAt: row.raisedAt,
      action: row.actedAt && row.actedBy ? { text: row.action, route: row.route, by: row.actedBy, at: row.actedAt } : null,
    }));

/** Once written, what was done about an alert stays as it was written; more is said in an amendment. */
export function actOnAlert(ctx: ClinicalWriteContext, input: { id: string; alertId: string; text: string; route: string }): AlertRecord[] {
  visibleRecord(ctx, input.id, 'assessment');
  const row = ctx.db.table(AssessmentAlertEntity).byId(input.alertId);
  if (row?.assessmentId !== input.id) throw notFound();
  if (row.actedAt) throw refusal('ALERT.ACTED_ON');
  ctx.db.table(AssessmentAlertEntity).update(row.id, { action: input.text, route: input.route, actedBy: ctx.actor.name, actedAt: ctx.nowIso });
  ctx.db
    .table(AssessmentEntity)
    .update(input.id, { openAlerts: ctx.db.table(AssessmentAlertEntity).count({ assessmentId: input.id, actedAt: null }) });
  return alertsOf(ctx.db, input.id);
}

/** Urgent cards stand on Today until an action is written, however old they are. */
export function todayOfAssessments(ctx: ClinicalReadContext): TodayItem[] {
  return openAlertRows(ctx.db, visibleRecords(ctx)).map((row): TodayItem => {
    const name = factsOf(ctx, { kind: row.subjectKind, id: row.subjectId } as never)?.name ?? '';
    return {
      id: `alert:${row.id}`,
      tone: row.level === 'urgent' ? 'alarm' : 'overdue',
      when: row.raisedAt,
      title: { key: `assessments:today.${row.level}`, params: { name, n: row.n } },
      reason: { key: 'assessments:today.alertReason', params: { date: row.raisedAt } },
      action: { key: 'assessments:today.alertAction', path: `/psychology/assessments/${row.assessmentId}` },
    };
  });
}
