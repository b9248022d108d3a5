import type { TodayItem } from '../../../shared/modules/settings/settings.contract';
import type { ClinicalReadContext } from '../../ipc/context';
import type { ClinicalRecordEntity } from '../clinical';
import { factsOf, visibleRecords } from '../clinical';
import { ReleasedExtractEntity } from './extract.entity';

/** A signed text that a crash kept from the records: one press places it. */
export function todayOfExtracts(ctx: ClinicalReadContext): TodayItem[] {
  const scope = visibleRecords(ctx);
  const rows = ctx.db.all<Pick<ClinicalRecordEntity, 'id' | 'subjectKind' | 'subjectId' | 'signedAt'>>(
    `SELECT r."id", r."subject_kind" AS "subjectKind", r."subject_id" AS "subjectId", r."signed_at" AS "signedAt" FROM "clinical_record" r WHERE r."kind" = 'extract' AND +r."state" = 'signed' AND ${scope.sql} ORDER BY r."no" DESC LIMIT 200`,
    ...scope.params,
  );
  return rows
    .filter(({ id }) => !ctx.records.table(ReleasedExtractEntity).exists(id))
    .map((row): TodayItem => ({
      id: `extract:${row.id}`,
      tone: 'overdue',
      when: row.signedAt,
      title: { key: 'extracts:today.unplaced', params: { name: factsOf(ctx, { kind: row.subjectKind, id: row.subjectId } as never)?.name ?? '' } },
      reason: { key: 'extracts:today.unplacedReason', params: {} },
      action: { key: 'extracts:today.place', path: `/psychology/extracts/${row.id}` },
    }));
}
