import type { z } from 'zod';
import { invalid, notFound, refusal } from '../../../shared/kernel/errors';
import type { ExtractChanges } from '../../../shared/modules/extracts/extracts.contract';
import type { ExtractDraft, ExtractFields } from '../../../shared/modules/extracts/extracts.model';
import { wrongExtract } from '../../../shared/modules/extracts/extracts.rules';
import type { Subject } from '../../../shared/modules/clinical/clinical.model';
import type { ClinicalReadContext, ClinicalStepsContext, ClinicalWriteContext } from '../../ipc/context';
import {
  ClinicalRecordEntity,
  draftRecord,
  dropDraft,
  isAsSigned,
  merged,
  openRecord,
  recordHeader,
  signRecord,
  touchRecord,
  visibleRecord,
  withdrawRecord,
} from '../clinical';
import { ConclusionEntity, ExtractDraftEntity, ReleasedExtractEntity } from './extract.entity';
import { numberOf, placeExtract, withdrawReleased } from './released.service';

function rowOf(ctx: ClinicalReadContext, id: string): ExtractDraftEntity {
  const row = ctx.db.table(ExtractDraftEntity).byId(id);
  if (!row) throw notFound();
  return row;
}

export function draft(ctx: ClinicalReadContext, id: string): ExtractDraft {
  visibleRecord(ctx, id, 'extract');
  const { fields, replaces } = rowOf(ctx, id);
  const signedHash = ctx.db.table(ClinicalRecordEntity).byId(id)?.signedHash ?? null;
  return {
    header: recordHeader(ctx, id),
    fields,
    replaces: replaces as ExtractDraft['replaces'],
    number: numberOf(ctx.records, id),
    asSigned: isAsSigned({ signedHash }, { fields, replaces }),
  };
}

/** A replacement is of an extract that stands, about the same person. */
function mustReplace(ctx: ClinicalReadContext, subject: Subject, replaces: string | null): void {
  if (replaces === null) return;
  const former = ctx.records.table(ReleasedExtractEntity).byId(replaces);
  if (!former || former.withdrawnOn || former.replacedBy) throw refusal('EXTRACT.NOT_IN_FORCE');
  if (former.subjectKind !== subject.kind || former.subjectId !== subject.id) throw refusal('EXTRACT.OTHER_SUBJECT');
}

export function start(
  ctx: ClinicalWriteContext,
  input: { id: string; subject: Subject; fields: ExtractFields; replaces: string | null },
): ExtractDraft {
  mustReplace(ctx, input.subject, input.replaces);
  if (openRecord(ctx, { id: input.id, kind: 'extract', subject: input.subject, label: '', onDate: ctx.today })) {
    ctx.db.table(ExtractDraftEntity).insert({ id: input.id, fields: input.fields, replaces: input.replaces });
    touchRecord(ctx, input.id, { text: input.fields.text });
  }
  return draft(ctx, input.id);
}

export function change(ctx: ClinicalWriteContext, input: { id: string; changes: z.infer<typeof ExtractChanges> }): ExtractDraft {
  draftRecord(ctx, input.id, 'extract');
  const fields = merged(rowOf(ctx, input.id).fields, input.changes as never);
  ctx.db.table(ExtractDraftEntity).update(input.id, { fields });
  touchRecord(ctx, input.id, { text: fields.text });
  return draft(ctx, input.id);
}

export function discard(ctx: ClinicalWriteContext, id: string): void {
  const { kind } = draftRecord(ctx, id);
  if (kind !== 'extract' && kind !== 'conclusion') throw notFound();
  dropDraft(ctx, id);
  if (kind === 'extract') ctx.db.table(ExtractDraftEntity).remove(id);
  else ctx.db.table(ConclusionEntity).remove(id);
}

/**
 * Two files have no common transaction. The signature comes first: a crash after it leaves a signed extract without a
 * number, which stands on Today until it is placed; placing twice changes nothing.
 */
export async function sign(ctx: ClinicalStepsContext, id: string): Promise<ExtractDraft> {
  ctx.transaction((tx) => {
    const header = draftRecord(tx, id, 'extract');
    const { fields, replaces } = rowOf(tx, id);
    const wrong = wrongExtract(fields, tx.today);
    if (wrong.length > 0) throw invalid(wrong);
    mustReplace(tx, { kind: header.subjectKind, id: header.subjectId } as Subject, replaces);
    signRecord(tx, id, { fields, replaces });
  });
  return place(ctx, id);
}

export async function place(ctx: ClinicalStepsContext, id: string): Promise<ExtractDraft> {
  const { header, row } = ctx.read((c) => ({ header: visibleRecord(c, id, 'extract'), row: rowOf(c, id) }));
  const { signedAt } = header;
  if (header.state !== 'signed' || signedAt === null) throw refusal('RECORD.NOT_SIGNED');
  const subject = { kind: header.subjectKind, id: header.subjectId } as Subject;
  const label = ctx.inRecords((tx) =>
    placeExtract(tx, { id, subject, fields: row.fields, replaces: row.replaces, signedBy: header.authorName, signedAt }),
  );
  // The number is how lists call it; it is no part of what was signed.
  ctx.upkeep((db) => db.table(ClinicalRecordEntity).update(id, { label }));
  await Promise.resolve();
  return ctx.read((c) => draft(c, id));
}

/** The colleagues lose it first: a crash in between leaves a withdrawn text whose original is still to be marked. */
export async function withdraw(ctx: ClinicalStepsContext, id: string, reason: string): Promise<void> {
  const released = ctx.read((c) => {
    const header = visibleRecord(c, id, 'extract');
    if (header.state !== 'signed') throw refusal('RECORD.NOT_SIGNED');
    return c.records.table(ReleasedExtractEntity).byId(id);
  });
  if (released && !released.withdrawnOn)
    ctx.inRecords((tx) => {
      withdrawReleased(tx, id, reason);
    });
  await Promise.resolve();
  ctx.transaction((tx) => {
    withdrawRecord(tx, id, reason);
  });
}
