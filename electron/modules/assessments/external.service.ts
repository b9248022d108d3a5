import { invalid, notFound } from '../../../shared/kernel/errors';
import type { z } from 'zod';
import type { PlainDate } from '../../../shared/kernel/plain-date';
import type { ProjectiveChanges } from '../../../shared/modules/assessments/assessments.contract';
import type { External, ExternalFields, Projective, ProjectiveFields } from '../../../shared/modules/assessments/assessments.model';
import type { Subject } from '../../../shared/modules/clinical/clinical.model';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import {
  ClinicalRecordEntity,
  draftRecord,
  filesOf,
  isAsSigned,
  merged,
  openRecord,
  recordHeader,
  signRecord,
  touchRecord,
  visibleRecord,
} from '../clinical';
import { ExternalResultEntity, ProjectiveWorkEntity } from './assessment.entity';

const mustNotLieAhead = (ctx: ClinicalReadContext, testDate: PlainDate): void => {
  if (testDate > ctx.today) throw invalid([{ path: 'testDate', code: 'ASSESSMENT.DATE_IN_FUTURE' }]);
};

const hashOf = (ctx: ClinicalReadContext, id: string) => ({ signedHash: ctx.db.table(ClinicalRecordEntity).byId(id)?.signedHash ?? null });

export function external(ctx: ClinicalReadContext, id: string): External {
  visibleRecord(ctx, id, 'external');
  const row = ctx.db.table(ExternalResultEntity).byId(id);
  if (!row) throw notFound();
  return { header: recordHeader(ctx, id), fields: row.fields, asSigned: isAsSigned(hashOf(ctx, id), row.fields) };
}

/** Scored by another manual, outside: only figures are kept, signed at once. */
export function recordExternal(
  ctx: ClinicalWriteContext,
  input: { id: string; subject: Subject; testDate: PlainDate; fields: ExternalFields },
): External {
  mustNotLieAhead(ctx, input.testDate);
  const opened = openRecord(ctx, {
    id: input.id,
    kind: 'external',
    subject: input.subject,
    label: input.fields.instrument,
    onDate: input.testDate,
  });
  if (opened) {
    ctx.db.table(ExternalResultEntity).insert({ id: input.id, fields: input.fields });
    touchRecord(ctx, input.id, { text: input.fields.note });
    signRecord(ctx, input.id, input.fields);
  }
  return external(ctx, input.id);
}

const textOf = ({ hypotheses, ...fields }: ProjectiveFields): string =>
  [...Object.values(fields).filter((value) => typeof value === 'string'), ...hypotheses.flatMap(({ text, against }) => [text, against])].join('\n');

function projectiveRow(ctx: ClinicalReadContext, id: string): ProjectiveWorkEntity {
  const row = ctx.db.table(ProjectiveWorkEntity).byId(id);
  if (!row) throw notFound();
  return row;
}

export function projective(ctx: ClinicalReadContext, id: string): Projective {
  visibleRecord(ctx, id, 'projective');
  const { fields } = projectiveRow(ctx, id);
  const attachments = filesOf(ctx, id).map((file) => file.id);
  return { header: recordHeader(ctx, id), fields, attachments, asSigned: isAsSigned(hashOf(ctx, id), signedContent(ctx, id, fields)) };
}

/** The drawing belongs to what is signed: by its own hash of bytes. */
const signedContent = (ctx: ClinicalReadContext, id: string, fields: ProjectiveFields) => ({
  fields,
  files: filesOf(ctx, id)
    .map((file) => file.id)
    .sort(),
});

export function startProjective(
  ctx: ClinicalWriteContext,
  input: { id: string; subject: Subject; testDate: PlainDate; fields: ProjectiveFields },
): Projective {
  mustNotLieAhead(ctx, input.testDate);
  const label = input.fields.methodName;
  if (openRecord(ctx, { id: input.id, kind: 'projective', subject: input.subject, label, onDate: input.testDate })) {
    ctx.db.table(ProjectiveWorkEntity).insert({ id: input.id, fields: input.fields });
    touchRecord(ctx, input.id, { text: textOf(input.fields) });
  }
  return projective(ctx, input.id);
}

/** Field by field: two windows that write in different fields both keep their words. */
export function changeProjective(ctx: ClinicalWriteContext, input: { id: string; changes: z.infer<typeof ProjectiveChanges> }): Projective {
  draftRecord(ctx, input.id, 'projective');
  const changed = merged(projectiveRow(ctx, input.id).fields, input.changes as never);
  ctx.db.table(ProjectiveWorkEntity).update(input.id, { fields: changed });
  touchRecord(ctx, input.id, { text: textOf(changed), label: changed.methodName });
  return projective(ctx, input.id);
}

export function signProjective(ctx: ClinicalWriteContext, id: string): Projective {
  draftRecord(ctx, id, 'projective');
  const { hypotheses } = projectiveRow(ctx, id).fields;
  const onesided = hypotheses.flatMap(({ against }, index) =>
    against.trim() === '' ? [{ path: `hypotheses.${String(index)}.against`, code: 'TEXT.REQUIRED' }] : [],
  );
  if (onesided.length > 0) throw invalid(onesided);
  signRecord(ctx, id, signedContent(ctx, id, projectiveRow(ctx, id).fields));
  return projective(ctx, id);
}
