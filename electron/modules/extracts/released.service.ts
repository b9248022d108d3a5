import { createHash } from 'node:crypto';
import { notFound, refusal } from '../../../shared/kernel/errors';
import { shortName } from '../../../shared/kernel/names';
import type { PlainDate } from '../../../shared/kernel/plain-date';
import type { Subject } from '../../../shared/modules/clinical/clinical.model';
import type { ExtractFields, Released, ReleasedHeader } from '../../../shared/modules/extracts/extracts.model';
import type { ReadContext, WriteContext } from '../../ipc/context';
import type { ReadDb } from '../../db/types';
import { canonicalContent } from '../clinical';
import { visibleChild } from '../children';
import { visibleMentor } from '../candidates';
import { ReleasedExtractEntity } from './extract.entity';

/** How a pair is named and who sees it; mentorships stands to the right and hands this in. */
export interface PairDesk {
  nameOf(ctx: ReadContext, pairId: string): string;
  /** The child and the mentor, for what a psychologist reads before writing about both. */
  partsOf(records: ReadDb, pairId: string): Subject[];
}
let pairs: PairDesk | null = null;
export function tiePairs(desk: PairDesk): void {
  pairs = desk;
}

export const partsOfPair = (records: ReadDb, pairId: string): Subject[] => pairs?.partsOf(records, pairId) ?? [];

const subjectOf = (row: ReleasedExtractEntity): Subject => ({ kind: row.subjectKind, id: row.subjectId }) as Subject;

/** The name of the subject, or *not found* when it lies outside the actor's scope. */
function visibleName(ctx: ReadContext, subject: Subject): string {
  if (subject.kind === 'child') return visibleChild(ctx, subject.id).shortName;
  if (subject.kind === 'mentor') return shortName(visibleMentor(ctx, subject.id).name);
  if (subject.kind === 'pair' && pairs) return pairs.nameOf(ctx, subject.id);
  throw notFound();
}

export const hashOfExtract = (
  row: Pick<ReleasedExtractEntity, 'subjectId' | 'recipients' | 'recommendation' | 'text' | 'validUntil' | 'signedBy' | 'signedAt'>,
): string =>
  createHash('sha256')
    .update(
      canonicalContent({
        subjectId: row.subjectId,
        recipients: row.recipients,
        recommendation: row.recommendation,
        text: row.text,
        validUntil: row.validUntil,
        signedBy: row.signedBy,
        signedAt: row.signedAt,
      }),
      'utf8',
    )
    .digest('hex');

const mayRead = (ctx: Pick<ReadContext, 'actor'>, row: ReleasedExtractEntity): boolean =>
  ctx.actor.roles.includes('psychologist') || ctx.actor.roles.some((role) => (row.recipients as readonly string[]).includes(role));

function stateOf(row: ReleasedExtractEntity, today: PlainDate): ReleasedHeader['state'] {
  if (row.withdrawnOn) return 'withdrawn';
  if (row.replacedBy) return 'replaced';
  return row.validUntil !== null && row.validUntil < today ? 'expired' : 'in-force';
}

const headerOf = (row: ReleasedExtractEntity, today: PlainDate): ReleasedHeader =>
  ({
    id: row.id,
    number: row.number,
    version: row.version,
    subject: subjectOf(row),
    purpose: row.purpose,
    purposeNote: row.purposeNote,
    recipients: row.recipients,
    recommendation: row.recommendation,
    signedBy: row.signedBy,
    signedOn: row.signedOn,
    validUntil: row.validUntil,
    state: stateOf(row, today),
    withdrawnOn: row.withdrawnOn,
    withdrawnReason: row.withdrawnReason,
    replacedBy: row.replacedBy,
  }) as ReleasedHeader;

/** Newest first; addressed to another role, an extract is not even mentioned. */
export function extractsOfSubject(ctx: ReadContext, subject: Subject): ReleasedHeader[] {
  visibleName(ctx, subject);
  return ctx.db
    .table(ReleasedExtractEntity)
    .where({ subjectKind: subject.kind, subjectId: subject.id }, 'signedAt')
    .filter((row) => mayRead(ctx, row))
    .map((row) => headerOf(row, ctx.today))
    .reverse();
}

export function readExtract(ctx: ReadContext, id: string): Released {
  const row = ctx.db.table(ReleasedExtractEntity).byId(id);
  if (!row || !mayRead(ctx, row)) throw notFound();
  const subjectName = visibleName(ctx, subjectOf(row));
  const intact = row.sha256 === '' || row.sha256 === hashOfExtract(row);
  return { ...headerOf(row, ctx.today), text: row.text, language: row.language, subjectName, intact };
}

interface SignedExtract {
  id: string;
  subject: Subject;
  fields: ExtractFields;
  replaces: string | null;
  signedBy: string;
  signedAt: string;
}

function placeOf(ctx: WriteContext, extract: SignedExtract): Pick<ReleasedExtractEntity, 'year' | 'no' | 'version' | 'number'> {
  const table = ctx.db.table(ReleasedExtractEntity);
  const former = extract.replaces === null ? undefined : table.byId(extract.replaces);
  if (extract.replaces !== null) {
    if (!former || former.withdrawnOn || former.replacedBy) throw refusal('EXTRACT.NOT_IN_FORCE');
    return { year: former.year, no: former.no, version: former.version + 1, number: former.number };
  }
  const year = Number(extract.signedAt.slice(0, 4));
  const last = ctx.db.get<{ no: number | null }>('SELECT max("no") AS "no" FROM "released_extract" WHERE "year" = ?', year)?.no ?? 0;
  return { year, no: last + 1, version: 1, number: `В-${String(year)}/${String(last + 1)}` };
}

/** Lays a signed text into the records. The same extract a second time changes nothing: a crash in between is finished by asking again. */
export function placeExtract(ctx: WriteContext, extract: SignedExtract): string {
  const table = ctx.db.table(ReleasedExtractEntity);
  const known = table.byId(extract.id);
  if (known) return known.number;
  const { fields } = extract;
  const row: ReleasedExtractEntity = {
    id: extract.id,
    ...placeOf(ctx, extract),
    subjectKind: extract.subject.kind,
    subjectId: extract.subject.id,
    purpose: fields.purpose,
    purposeNote: fields.purposeNote,
    recipients: fields.recipients,
    recommendation: fields.recommendation,
    text: fields.text,
    language: fields.language,
    validUntil: fields.validUntil,
    signedBy: extract.signedBy,
    signedOn: extract.signedAt.slice(0, 10),
    signedAt: extract.signedAt,
    sha256: '',
    replacedBy: null,
    withdrawnOn: null,
    withdrawnReason: '',
  };
  row.sha256 = hashOfExtract(row);
  table.insert(row);
  if (extract.replaces !== null) table.update(extract.replaces, { replacedBy: extract.id });
  ctx.journal({ action: 'extracts.released', subject: 'extract', subjectId: extract.id });
  return row.number;
}

export function withdrawReleased(ctx: WriteContext, id: string, reason: string): void {
  const table = ctx.db.table(ReleasedExtractEntity);
  const row = table.byId(id);
  if (!row || row.withdrawnOn) throw refusal('EXTRACT.NOT_IN_FORCE');
  table.update(id, { withdrawnOn: ctx.today, withdrawnReason: reason });
  ctx.journal({ action: 'extracts.withdrawn', subject: 'extract', subjectId: id });
}

export const numberOf = (records: ReadDb, id: string): string | null => records.table(ReleasedExtractEntity).byId(id)?.number ?? null;

/** For the gate of papers: the extracts of a subject that stand, whoever asks. */
export function standingExtracts(db: ReadDb, subject: { kind: 'child' | 'mentor' | 'pair'; id: string }): ReleasedExtractEntity[] {
  return db
    .table(ReleasedExtractEntity)
    .where({ subjectKind: subject.kind, subjectId: subject.id }, 'signedAt')
    .filter((row) => row.replacedBy === null);
}

/** Told by children when somebody is merged or erased, and by mentorships for its pairs. */
export function moveExtracts(db: { run(sql: string, ...params: string[]): number }, kind: Subject['kind'], from: string, to: string): void {
  db.run('UPDATE "released_extract" SET "subject_id" = ? WHERE "subject_kind" = ? AND "subject_id" = ?', to, kind, from);
}

export function removeExtracts(db: { run(sql: string, ...params: string[]): number }, kind: Subject['kind'], id: string): void {
  db.run('DELETE FROM "released_extract" WHERE "subject_kind" = ? AND "subject_id" = ?', kind, id);
}
