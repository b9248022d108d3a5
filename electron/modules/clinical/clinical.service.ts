import { refusal } from '../../../shared/kernel/errors';
import type { Amendment, NoteHit, RecordHeader, RecordKind, RecordState, Subject } from '../../../shared/modules/clinical/clinical.model';
import { fold, words } from '../../../shared/kernel/search-text';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import { ClinicalAmendmentEntity, ClinicalCaseEntity, ClinicalDraftEntity } from './clinical.entity';
import { addAmendment, headerForScreen, visibleRecord } from './clinical.records';
import { headerRows, searchNotes } from './clinical.repository';
import { visibleRecords, visibleSubject } from './clinical.subjects';
import { beginningsOf, matchOf } from './note-words';

export function records(
  ctx: ClinicalReadContext,
  input: {
    subject?: Subject | undefined;
    kinds: RecordKind[];
    states: RecordState[];
    mine: boolean;
    myCases: boolean;
    before?: number | undefined;
    limit: number;
  },
): { records: RecordHeader[]; next: number | null } {
  if (input.subject) visibleSubject(ctx, input.subject);
  const scope = input.subject ? { sql: '1', params: [] } : visibleRecords(ctx);
  const rows = headerRows(
    ctx.db,
    {
      ...input,
      authorId: input.mine ? ctx.actor.userId : undefined,
      responsibleId: input.myCases ? ctx.actor.userId : undefined,
      limit: input.limit + 1,
    },
    scope,
  );
  const shown = rows.slice(0, input.limit);
  return { records: shown.map((row) => headerForScreen(ctx, row)), next: rows.length > input.limit ? (shown.at(-1)?.no ?? null) : null };
}

export function subjectCard(ctx: ClinicalReadContext, subject: Subject) {
  const facts = visibleSubject(ctx, subject);
  const held = ctx.db.table(ClinicalCaseEntity).byId(`${subject.kind}/${subject.id}`);
  return { subject, ...facts, responsibleId: (held?.responsibleId ?? null) as never, responsibleName: held?.responsibleName ?? null };
}

const AROUND = 70;

/** Word by word and no further than the first hit: a note is long, and a page of hits has thirty of them. */
function firstHit(text: string, stems: readonly string[]): number {
  for (const piece of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = fold(piece[0]);
    if (stems.some((one) => word.startsWith(one))) return piece.index;
  }
  return 0;
}

/** Some words before and after the first hit. The hit is looked for word by word in the folded text, so every inflection found is shown. */
export function excerptOf(text: string, query: string): string {
  const stems = words(query).flatMap(beginningsOf);
  const at = firstHit(text, stems);
  const from = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - AROUND)));
  const cut = text.slice(from, at + AROUND * 2).trim();
  return `${from > 0 ? '…' : ''}${cut}${at + AROUND * 2 < text.length ? '…' : ''}`.replace(/\s+/gu, ' ');
}

export function search(ctx: ClinicalReadContext, input: { text: string; limit: number }): { hits: NoteHit[]; more: boolean } {
  const match = matchOf(input.text);
  if (!match) return { hits: [], more: false };
  const rows = searchNotes(ctx.db, match, visibleRecords(ctx), input.limit + 1);
  const hits = rows.slice(0, input.limit).map((row) => ({ record: headerForScreen(ctx, row), excerpt: excerptOf(row.text, input.text) }));
  return { hits, more: rows.length > input.limit };
}

export function amendments(ctx: ClinicalReadContext, recordId: string): Amendment[] {
  visibleRecord(ctx, recordId);
  return ctx.db
    .table(ClinicalAmendmentEntity)
    .where({ recordId }, 'at')
    .map(({ authorId: _, ...amendment }) => amendment as Amendment);
}

export function amend(ctx: ClinicalWriteContext, input: { id: string; recordId: string; text: string; reason: string }): Amendment[] {
  if (visibleRecord(ctx, input.recordId).state === 'draft') throw refusal('RECORD.NOT_SIGNED');
  addAmendment(ctx, input);
  return amendments(ctx, input.recordId);
}

const draftId = (userId: string, formKey: string): string => `${userId}/${formKey}`;

export function saveDraft(ctx: ClinicalWriteContext, formKey: string, data: string): { updatedAt: string } {
  const id = draftId(ctx.actor.userId, formKey);
  const row = { id, userId: ctx.actor.userId, formKey, data, updatedAt: ctx.nowIso };
  const table = ctx.db.table(ClinicalDraftEntity);
  if (!table.update(id, row)) table.insert(row);
  return { updatedAt: ctx.nowIso };
}

export const readDraft = (ctx: ClinicalReadContext, formKey: string): ClinicalDraftEntity | null =>
  ctx.db.table(ClinicalDraftEntity).byId(draftId(ctx.actor.userId, formKey)) ?? null;

export const draftsOf = (ctx: ClinicalReadContext): ClinicalDraftEntity[] =>
  ctx.db.table(ClinicalDraftEntity).where({ userId: ctx.actor.userId }, 'updatedAt');

export function discardDraft(ctx: ClinicalWriteContext, formKey: string): void {
  ctx.db.table(ClinicalDraftEntity).remove(draftId(ctx.actor.userId, formKey));
}
