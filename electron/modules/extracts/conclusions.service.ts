import type { z } from 'zod';
import { invalid, notFound, refusal } from '../../../shared/kernel/errors';
import type { ConclusionChanges } from '../../../shared/modules/extracts/extracts.contract';
import type { Conclusion, ConclusionFields } from '../../../shared/modules/extracts/extracts.model';
import { wrongConclusion } from '../../../shared/modules/extracts/extracts.rules';
import type { Subject } from '../../../shared/modules/clinical/clinical.model';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import { ClinicalRecordEntity, draftRecord, isAsSigned, merged, openRecord, recordHeader, signRecord, touchRecord, visibleRecord } from '../clinical';
import { ConclusionEntity } from './extract.entity';

function rowOf(ctx: ClinicalReadContext, id: string): ConclusionEntity {
  const row = ctx.db.table(ConclusionEntity).byId(id);
  if (!row) throw notFound();
  return row;
}

const numberOf = ({ year, no }: Pick<ConclusionEntity, 'year' | 'no'>): string | null =>
  year === null || no === null ? null : `З-${String(year)}/${String(no)}`;

const signedContent = ({ kind, year, no, fields }: ConclusionEntity) => ({ kind, year, no, fields });

export function conclusion(ctx: ClinicalReadContext, id: string): Conclusion {
  visibleRecord(ctx, id, 'conclusion');
  const row = rowOf(ctx, id);
  const signedHash = ctx.db.table(ClinicalRecordEntity).byId(id)?.signedHash ?? null;
  return {
    header: recordHeader(ctx, id),
    kind: row.kind,
    number: numberOf(row),
    fields: row.fields,
    asSigned: isAsSigned({ signedHash }, signedContent(row)),
  };
}

const textOf = (fields: ConclusionFields): string =>
  Object.values(fields)
    .filter((value) => typeof value === 'string')
    .join('\n');

export function startConclusion(
  ctx: ClinicalWriteContext,
  input: { id: string; subject: Subject; kind: Conclusion['kind']; fields: ConclusionFields },
): Conclusion {
  const fits = input.kind === 'pair' ? input.subject.kind === 'pair' : input.subject.kind === 'mentor';
  if (!fits) throw refusal('EXTRACT.WRONG_SUBJECT');
  if (openRecord(ctx, { id: input.id, kind: 'conclusion', subject: input.subject, label: '', onDate: ctx.today })) {
    ctx.db.table(ConclusionEntity).insert({ id: input.id, kind: input.kind, year: null, no: null, fields: input.fields });
    touchRecord(ctx, input.id, { text: textOf(input.fields) });
  }
  return conclusion(ctx, input.id);
}

export function changeConclusion(ctx: ClinicalWriteContext, input: { id: string; changes: z.infer<typeof ConclusionChanges> }): Conclusion {
  draftRecord(ctx, input.id, 'conclusion');
  const fields = merged(rowOf(ctx, input.id).fields, input.changes as never);
  ctx.db.table(ConclusionEntity).update(input.id, { fields });
  touchRecord(ctx, input.id, { text: textOf(fields) });
  return conclusion(ctx, input.id);
}

/** The number is given at signing, within the year, and belongs to what is signed. */
export function signConclusion(ctx: ClinicalWriteContext, id: string): Conclusion {
  draftRecord(ctx, id, 'conclusion');
  const wrong = wrongConclusion(rowOf(ctx, id).fields, ctx.today);
  if (wrong.length > 0) throw invalid(wrong);
  const year = Number(ctx.today.slice(0, 4));
  const last = ctx.db.get<{ no: number | null }>('SELECT max("no") AS "no" FROM "conclusion" WHERE "year" = ?', year)?.no ?? 0;
  ctx.db.table(ConclusionEntity).update(id, { year, no: last + 1 });
  touchRecord(ctx, id, { label: numberOf({ year, no: last + 1 }) ?? '' });
  signRecord(ctx, id, signedContent(rowOf(ctx, id)));
  return conclusion(ctx, id);
}
