import { refusal } from '../../../shared/kernel/errors';
import type { InstitutionId, UserId } from '../../../shared/kernel/ids';
import type { CaseRow, Handover, Subject } from '../../../shared/modules/clinical/clinical.model';
import type { ReadDb } from '../../db/types';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import { ClinicalMemberEntity } from '../users';
import { ClinicalCaseEntity, ClinicalHandoverEntity, ClinicalRecordEntity } from './clinical.entity';
import { addAmendment } from './clinical.records';
import { caseRows, draftsBy, draftsOfGone } from './clinical.repository';
import { factsOf, visibleRecords, visibleSubject } from './clinical.subjects';
import { recordTies } from './clinical.ties';

const MOST = 1000;

interface Colleague {
  id: string;
  name: string;
}

/** Psychologists who work here. Whoever is not among them has left, or does other work now. */
export const psychologists = (records: ReadDb): Colleague[] =>
  records.all<Colleague>(
    `SELECT "id", "name" FROM "user_account" WHERE "active" = 1 AND EXISTS (SELECT 1 FROM json_each("roles") WHERE value = 'psychologist') ORDER BY "name"`,
  );

/** Those of them to whom a case can be given: they can open it. */
export function colleagues(ctx: ClinicalReadContext): { userId: string; name: string }[] {
  const holders = new Set(
    ctx.db
      .table(ClinicalMemberEntity)
      .where({})
      .filter((member) => member.removedAt === null)
      .map(({ id }) => id),
  );
  return psychologists(ctx.records)
    .filter(({ id }) => holders.has(id) && id !== ctx.actor.userId)
    .map(({ id, name }) => ({ userId: id, name }));
}

const subjectOf = (row: Pick<ClinicalCaseEntity, 'subjectKind' | 'subjectId'>): Subject => ({ kind: row.subjectKind, id: row.subjectId }) as Subject;

export function cases(ctx: ClinicalReadContext, which: 'mine' | 'left' | 'all'): CaseRow[] {
  const here = new Set(psychologists(ctx.records).map(({ id }) => id));
  const rows: CaseRow[] = [];
  for (const row of caseRows(ctx.db, which === 'mine' ? ctx.actor.userId : null)) {
    const left = !here.has(row.responsibleId);
    if (which === 'left' && !left) continue;
    const facts = factsOf(ctx, subjectOf(row));
    if (!facts) continue;
    rows.push({ ...row, subject: subjectOf(row), subjectName: facts.name, subjectCode: facts.code, left } as unknown as CaseRow);
    if (rows.length === MOST) break;
  }
  return rows;
}

export const handovers = (ctx: ClinicalReadContext, subject: Subject): Handover[] => {
  visibleSubject(ctx, subject);
  return ctx.db
    .table(ClinicalHandoverEntity)
    .where({ subjectKind: subject.kind, subjectId: subject.id }, 'at')
    .map(({ id, fromName, toName, reason, drafts, at }) => ({ id, fromName, toName, reason, drafts, at }));
};

interface Change {
  to: Colleague;
  reason: string;
}

/** One case, or all that a colleague had: theirs who has left, or theirs who is away and cannot be asked. */
export function takeOver(tx: ClinicalWriteContext, input: { subject?: Subject | undefined; fromId?: string | undefined; reason: string }) {
  const change = { to: { id: tx.actor.userId, name: tx.actor.name }, reason: input.reason };
  if (input.subject) {
    visibleSubject(tx, input.subject);
    return { cases: 1, drafts: passOn(tx, input.subject, change) };
  }
  const { fromId } = input;
  if (!fromId || fromId === tx.actor.userId) throw refusal('CASE.ALREADY_YOURS');
  const theirs = caseRows(tx.db, fromId).filter((row) => factsOf(tx, subjectOf(row)) !== null);
  let drafts = 0;
  for (const row of theirs) drafts += passOn(tx, subjectOf(row), change);
  const here = psychologists(tx.records).some(({ id }) => id === fromId);
  if (!here) drafts += takeDrafts(tx, draftsBy(tx.db, fromId, visibleRecords(tx)), change);
  return { cases: theirs.length, drafts };
}

/** Whether a colleague's houses take in the subject: a case and its drafts must not go where nobody can open them. */
function isSeenBy(ctx: ClinicalReadContext, userId: string, subject: Subject): boolean {
  const row = ctx.records.get<{ houses: string }>('SELECT "institution_ids" AS "houses" FROM "user_account" WHERE "id" = ?', userId);
  if (!row) return false;
  const actor = { ...ctx.actor, userId: userId as UserId, institutionIds: JSON.parse(row.houses) as 'all' | InstitutionId[] };
  return factsOf({ ...ctx, actor }, subject) !== null;
}

export function handOver(tx: ClinicalWriteContext, input: { subject: Subject; toId: string; reason: string }) {
  visibleSubject(tx, input.subject);
  const held = tx.db.table(ClinicalCaseEntity).byId(`${input.subject.kind}/${input.subject.id}`);
  if (held && held.responsibleId !== tx.actor.userId) throw refusal('CASE.NOT_YOURS');
  const to = colleagues(tx).find(({ userId }) => userId === input.toId);
  if (!to) throw refusal('CASE.NOT_A_HOLDER');
  if (!isSeenBy(tx, to.userId, input.subject)) throw refusal('CASE.NOT_THEIR_HOUSE');
  return { cases: 1, drafts: passOn(tx, input.subject, { to: { id: to.userId, name: to.name }, reason: input.reason }) };
}

/** What is signed stays its author's for ever. Only what waits for a signature gets somebody who can give one. */
function passOn(tx: ClinicalWriteContext, subject: Subject, { to, reason }: Change): number {
  const table = tx.db.table(ClinicalCaseEntity);
  const id = `${subject.kind}/${subject.id}`;
  const held = table.byId(id);
  if (held?.responsibleId === to.id) throw refusal('CASE.ALREADY_YOURS');
  const next = { responsibleId: to.id, responsibleName: to.name, since: tx.today };
  if (held) table.update(id, next);
  else table.insert({ id, subjectKind: subject.kind, subjectId: subject.id, ...next });
  const drafts = held ? takeDrafts(tx, draftsOf(tx.db, subject, held.responsibleId), { to, reason }) : 0;
  if (held) for (const tie of recordTies()) tie.handOver?.(tx, subject, held.responsibleId, to);
  tx.db.table(ClinicalHandoverEntity).insert({
    id: tx.newId(),
    subjectKind: subject.kind,
    subjectId: subject.id,
    fromId: held?.responsibleId ?? '',
    fromName: held?.responsibleName ?? '',
    toId: to.id,
    toName: to.name,
    reason,
    drafts,
    byId: tx.actor.userId,
    at: tx.nowIso,
  });
  tx.journal({
    action: 'clinical.casePassedOn',
    subject: 'clinical-subject',
    subjectId: subject.id,
    detail: { from: held?.responsibleId ?? null, to: to.id, drafts },
  });
  return drafts;
}

const draftsOf = (db: ReadDb, subject: Subject, authorId: string): ClinicalRecordEntity[] =>
  db.table(ClinicalRecordEntity).where({ subjectKind: subject.kind, subjectId: subject.id, state: 'draft', authorId });

/** The trace stands beside the record, as an amendment does, before and after it is signed. */
function takeDrafts(tx: ClinicalWriteContext, drafts: readonly ClinicalRecordEntity[], { to, reason }: Change): number {
  for (const draft of drafts) {
    tx.db.table(ClinicalRecordEntity).update(draft.id, { authorId: to.id, authorName: to.name, version: draft.version + 1, updatedAt: tx.nowIso });
    addAmendment(tx, { id: tx.newId(), recordId: draft.id, text: '', reason: `${draft.authorName} → ${to.name}. ${reason}` });
  }
  return drafts.length;
}

export interface LeftBehind {
  id: string;
  name: string;
  cases: number;
  drafts: number;
}

/** Of each who has left: what waits for somebody to take it over, within the actor's scope. */
export function leftBehind(ctx: ClinicalReadContext): LeftBehind[] {
  const here = psychologists(ctx.records).map(({ id }) => id);
  const found = new Map<string, LeftBehind>();
  const of = (id: string, name: string): LeftBehind => {
    const one = found.get(id) ?? { id, name, cases: 0, drafts: 0 };
    found.set(id, one);
    return one;
  };
  for (const row of cases(ctx, 'left')) of(row.responsibleId, row.responsibleName).cases += 1;
  for (const row of draftsOfGone(ctx.db, here, visibleRecords(ctx))) of(row.id, row.name).drafts += row.drafts;
  return [...found.values()];
}
