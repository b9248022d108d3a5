import { createHash } from 'node:crypto';
import { notFound, refusal, TirekError } from '../../../shared/kernel/errors';
import type { RecordHeader, RecordKind, Subject } from '../../../shared/modules/clinical/clinical.model';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import { ClinicalAmendmentEntity, ClinicalCaseEntity, ClinicalFileEntity, ClinicalRecordEntity } from './clinical.entity';
import { forgetText, headerOf, indexText, nextRecordNo, type HeaderRow } from './clinical.repository';
import { factsOf, visibleSubject } from './clinical.subjects';

const subjectOf = (row: Pick<ClinicalRecordEntity, 'subjectKind' | 'subjectId'>): Subject =>
  ({ kind: row.subjectKind, id: row.subjectId }) as Subject;

export const headerForScreen = (ctx: ClinicalReadContext, row: HeaderRow): RecordHeader => ({
  id: row.id as RecordHeader['id'],
  kind: row.kind,
  subject: subjectOf(row),
  subjectName: factsOf(ctx, subjectOf(row))?.name ?? '',
  label: row.label,
  onDate: row.onDate,
  authorId: row.authorId as RecordHeader['authorId'],
  authorName: row.authorName,
  state: row.state,
  signedAt: row.signedAt,
  version: row.version,
  amendments: row.amendments,
  updatedAt: row.updatedAt,
});

/** The header, or *not found* when its subject lies outside the actor's scope. */
export function visibleRecord(ctx: ClinicalReadContext, id: string, kind?: RecordKind): HeaderRow {
  const row = headerOf(ctx.db, id);
  if (!row || (kind !== undefined && row.kind !== kind)) throw notFound();
  visibleSubject(ctx, subjectOf(row));
  return row;
}

export const recordHeader = (ctx: ClinicalReadContext, id: string): RecordHeader => headerForScreen(ctx, visibleRecord(ctx, id));

export interface NewRecord {
  id: string;
  kind: RecordKind;
  subject: Subject;
  label: string;
  onDate: string;
}

/**
 * Makes the header of a new record, as a draft of its author. The same id a second time (the same button twice) answers
 * `false`: the record exists and the caller hands it back instead of writing.
 */
export function openRecord(ctx: ClinicalWriteContext, record: NewRecord): boolean {
  visibleSubject(ctx, record.subject);
  const known = headerOf(ctx.db, record.id);
  if (known) {
    if (known.kind !== record.kind || known.subjectId !== record.subject.id) throw notFound();
    return false;
  }
  ctx.db.table(ClinicalRecordEntity).insert({
    id: record.id,
    no: nextRecordNo(ctx.db),
    kind: record.kind,
    subjectKind: record.subject.kind,
    subjectId: record.subject.id,
    label: record.label,
    onDate: record.onDate,
    authorId: ctx.actor.userId,
    authorName: ctx.actor.name,
    state: 'draft',
    signedAt: null,
    signedHash: null,
    version: 1,
    createdAt: ctx.nowIso,
    updatedAt: ctx.nowIso,
  });
  takeCase(ctx, record.subject);
  return true;
}

/** The first psychologist who writes about somebody is responsible for the case, until it is handed over. */
function takeCase(ctx: ClinicalWriteContext, subject: Subject): void {
  const cases = ctx.db.table(ClinicalCaseEntity);
  const id = `${subject.kind}/${subject.id}`;
  if (cases.exists(id)) return;
  cases.insert({
    id,
    subjectKind: subject.kind,
    subjectId: subject.id,
    responsibleId: ctx.actor.userId,
    responsibleName: ctx.actor.name,
    since: ctx.today,
  });
}

/**
 * The header of a record that may still be written in: a draft, by its author. With `version`, also unchanged since the
 * screen read it; a record whose fields are compared one by one passes none.
 */
export function draftRecord(ctx: ClinicalWriteContext, id: string, kind?: RecordKind, version?: number): HeaderRow {
  const row = visibleRecord(ctx, id, kind);
  if (row.state !== 'draft') throw refusal('RECORD.SIGNED');
  if (row.authorId !== ctx.actor.userId) throw refusal('RECORD.NOT_AUTHOR');
  if (version !== undefined && version !== row.version) throw new TirekError({ kind: 'conflict', code: 'RECORD.CHANGED_MEANWHILE' });
  return row;
}

/** After each change of a draft: a higher version, and the words that the search finds it by. */
export function touchRecord(ctx: ClinicalWriteContext, id: string, change: { text?: string; label?: string; onDate?: string } = {}): void {
  const row = headerOf(ctx.db, id);
  if (!row) throw notFound();
  ctx.db.table(ClinicalRecordEntity).update(id, {
    version: row.version + 1,
    updatedAt: ctx.nowIso,
    ...(change.label === undefined ? {} : { label: change.label }),
    ...(change.onDate === undefined ? {} : { onDate: change.onDate }),
  });
  if (change.text !== undefined) indexText(ctx.db, row.no, change.text);
}

/** Keys in one order at every depth, so that the same content has the same hash whoever built the object. */
export function canonicalContent(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalContent).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value as Record<string, unknown>).filter(([, part]) => part !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonicalContent(part)}`)
    .join(',')}}`;
}

export const hashOf = (content: unknown): string => createHash('sha256').update(canonicalContent(content), 'utf8').digest('hex');

/** From here on the content never changes; what is added stands beside it as an amendment. */
export function signRecord(ctx: ClinicalWriteContext, id: string, content: unknown): void {
  const row = draftRecord(ctx, id);
  ctx.db.table(ClinicalRecordEntity).update(id, {
    state: 'signed',
    signedAt: ctx.nowIso,
    signedHash: hashOf(content),
    version: row.version + 1,
    updatedAt: ctx.nowIso,
  });
}

/** False when a signed record's content is not the one that was signed. */
export const isAsSigned = (row: Pick<ClinicalRecordEntity, 'signedHash'>, content: unknown): boolean =>
  row.signedHash === null || row.signedHash === hashOf(content);

/**
 * A draft that was opened by mistake goes without a trace of its content; a signed record is withdrawn instead, and stays.
 * Its files lose their keys here, and their bytes go with the next sweep.
 */
export function dropDraft(ctx: ClinicalWriteContext, id: string): void {
  const row = draftRecord(ctx, id);
  const files = ctx.db.table(ClinicalFileEntity);
  for (const file of files.where({ recordId: id })) files.remove(file.id);
  forgetRecord(ctx, row);
}

export function withdrawRecord(ctx: ClinicalWriteContext, id: string, reason: string): void {
  const row = visibleRecord(ctx, id);
  if (row.state !== 'signed') throw refusal('RECORD.NOT_SIGNED');
  ctx.db.table(ClinicalRecordEntity).update(id, { state: 'withdrawn', version: row.version + 1, updatedAt: ctx.nowIso });
  addAmendment(ctx, { id: ctx.newId(), recordId: id, text: '', reason });
}

export function addAmendment(ctx: ClinicalWriteContext, amendment: { id: string; recordId: string; text: string; reason: string }): void {
  if (ctx.db.table(ClinicalAmendmentEntity).exists(amendment.id)) return;
  ctx.db.table(ClinicalAmendmentEntity).insert({ ...amendment, authorId: ctx.actor.userId, authorName: ctx.actor.name, at: ctx.nowIso });
}

/** With everything that stands beside it; what a room keeps under it has gone before. */
export function forgetRecord(ctx: ClinicalWriteContext, row: Pick<ClinicalRecordEntity, 'id' | 'no'>): void {
  const amendments = ctx.db.table(ClinicalAmendmentEntity);
  for (const { id } of amendments.where({ recordId: row.id })) amendments.remove(id);
  forgetText(ctx.db, row.no);
  ctx.db.table(ClinicalRecordEntity).remove(row.id);
}
