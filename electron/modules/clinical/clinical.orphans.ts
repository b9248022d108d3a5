import { notFound, refusal } from '../../../shared/kernel/errors';
import type { Orphan, Subject } from '../../../shared/modules/clinical/clinical.model';
import type { ReadDb } from '../../db/types';
import type { ClinicalReadContext, ClinicalStepsContext, ClinicalWriteContext } from '../../ipc/context';
import { ChildTombstoneEntity } from '../children';
import { confirmPassword, type KeyDesk } from '../users';
import { ClinicalCaseEntity, ClinicalFileEntity, ClinicalRecordEntity } from './clinical.entity';
import { forgetRecord, hashOf, isAsSigned } from './clinical.records';
import { headersOf, subjectsWithRecords } from './clinical.repository';
import { factsOf, visibleSubject } from './clinical.subjects';
import { recordTies, tieOf } from './clinical.ties';

/*
 * A child's file is destroyed or merged by people who hold no clinical key, so what psychologists wrote about the child
 * stays behind. The records' tombstone tells; a psychologist finishes here what was begun there.
 */

const countOf = (db: ReadDb, subject: Subject): number =>
  headersOf(db, subject).length + recordTies().reduce((sum, tie) => sum + (tie.count?.(db, subject) ?? 0), 0);

interface Fate {
  no: number;
  how: 'erased' | 'merged';
  intoId: string | null;
  actNumber: string;
  at: string;
}

/** Where the trail of merges ends: at a child who is there, or at one whose file was destroyed. */
function fateOf(records: ReadDb, id: string): Fate | null {
  const first = records.table(ChildTombstoneEntity).byId(id);
  if (!first) return null;
  let last = first;
  for (let steps = 0; last.how === 'merged' && last.intoId && steps < 100; steps += 1) {
    const next = records.table(ChildTombstoneEntity).byId(last.intoId);
    if (!next) break;
    last = next;
  }
  return { no: first.no, how: last.how, intoId: last.intoId, actNumber: last.actNumber, at: last.at };
}

/** Children by their tombstones; pairs that went with a child have none and are known by their absence. */
export function orphans(ctx: ClinicalReadContext): Orphan[] {
  const found: Orphan[] = [];
  for (const { id } of ctx.records.all<{ id: string }>('SELECT "id" FROM "child_tombstone" ORDER BY "at"')) {
    const subject = { kind: 'child', id } as Subject;
    const count = countOf(ctx.db, subject);
    const fate = count > 0 ? fateOf(ctx.records, id) : null;
    if (fate)
      found.push({
        subject,
        ...fate,
        intoName: fate.intoId ? (factsOf(ctx, { kind: 'child', id: fate.intoId } as Subject)?.name ?? null) : null,
        count,
      });
  }
  for (const id of pairsGone(ctx)) {
    const subject = { kind: 'pair', id } as Subject;
    found.push({ subject, no: null, how: 'erased', intoId: null, intoName: null, actNumber: '', at: null, count: countOf(ctx.db, subject) });
  }
  return found;
}

function pairsGone(ctx: ClinicalReadContext): string[] {
  const ids = subjectsWithRecords(ctx.db, 'pair');
  if (ids.length === 0) return [];
  return ctx.records
    .all<{ id: string }>('SELECT value AS id FROM json_each(?) WHERE value NOT IN (SELECT "id" FROM "pair")', JSON.stringify(ids))
    .map(({ id }) => id);
}

const orphanOf = (ctx: ClinicalReadContext, subject: Subject): Orphan => {
  const orphan = orphans(ctx).find((one) => one.subject.kind === subject.kind && one.subject.id === subject.id);
  if (!orphan) throw notFound();
  return orphan;
};

/** Headers, contents, words, drafts and the keys of files go in one transaction; the files' bytes follow, noise by then. */
export async function destroyOrphans(
  desk: KeyDesk,
  ctx: ClinicalStepsContext,
  input: { subject: Subject; reason: string; password: string },
): Promise<{ records: number; files: number }> {
  ctx.read((c) => orphanOf(c, input.subject));
  await confirmPassword(desk, ctx, input.password);
  const gone = ctx.transaction((tx) => {
    if (orphanOf(tx, input.subject).how !== 'erased') throw refusal('ORPHAN.MERGED');
    const { records, stored } = removeAll(tx, input.subject);
    tx.journal({
      action: 'clinical.orphansDestroyed',
      subject: 'clinical-subject',
      subjectId: input.subject.id,
      detail: { records, files: stored.length, reason: input.reason },
    });
    return { records, stored };
  });
  for (const file of gone.stored) await ctx.services.files.remove(file).catch(() => undefined);
  return { records: gone.records, files: gone.stored.length };
}

function removeAll(tx: ClinicalWriteContext, subject: Subject): { records: number; stored: string[] } {
  const headers = headersOf(tx.db, subject);
  const records = countOf(tx.db, subject);
  const stored: string[] = [];
  for (const header of headers) {
    tieOf(header.kind)?.remove(tx, header.id);
    stored.push(...removeFiles(tx, { recordId: header.id }));
    forgetRecord(tx, header);
  }
  for (const tie of recordTies()) tie.removeSubject?.(tx, subject);
  if (subject.kind === 'child') stored.push(...removeFiles(tx, { childId: subject.id }));
  tx.db.table(ClinicalCaseEntity).remove(`${subject.kind}/${subject.id}`);
  tx.db.run('DELETE FROM "clinical_handover" WHERE "subject_kind" = ? AND "subject_id" = ?', subject.kind, subject.id);
  for (const id of [subject.id, ...headers.map((header) => header.id)])
    tx.db.run('DELETE FROM "clinical_draft" WHERE instr("form_key", ?) > 0 OR instr("data", ?) > 0', id, id);
  return { records, stored };
}

function removeFiles(tx: ClinicalWriteContext, match: Partial<ClinicalFileEntity>): string[] {
  const table = tx.db.table(ClinicalFileEntity);
  return table.where(match).map((file) => {
    table.remove(file.id);
    return file.stored;
  });
}

/** Two files were one child: what was written about the one is from now on about the child who stayed. */
export function followMerge(tx: ClinicalWriteContext, from: Subject): { records: number } {
  const orphan = orphanOf(tx, from);
  if (orphan.how !== 'merged' || !orphan.intoId) throw refusal('ORPHAN.ERASED');
  const to = { kind: 'child', id: orphan.intoId } as Subject;
  visibleSubject(tx, to);
  const headers = headersOf(tx.db, from);
  const whole = headers.filter((header) => {
    const tie = tieOf(header.kind);
    return tie?.sealed && header.signedHash !== null && isAsSigned(header, tie.sealed(tx, header.id, header.kind));
  });
  for (const header of headers) tx.db.table(ClinicalRecordEntity).update(header.id, { subjectId: to.id, version: header.version + 1 });
  for (const tie of recordTies()) tie.moveSubject(tx, from, to);
  // A signature that covers the subject's id is renewed where it held; one that did not hold before does not hold after.
  for (const { id, kind } of whole) tx.db.table(ClinicalRecordEntity).update(id, { signedHash: hashOf(tieOf(kind)?.sealed?.(tx, id, kind)) });
  for (const file of tx.db.table(ClinicalFileEntity).where({ childId: from.id })) tx.db.table(ClinicalFileEntity).update(file.id, { childId: to.id });
  tx.db.run('UPDATE "clinical_handover" SET "subject_id" = ? WHERE "subject_kind" = ? AND "subject_id" = ?', to.id, from.kind, from.id);
  moveCase(tx, from, to);
  tx.journal({
    action: 'clinical.mergeFollowed',
    subject: 'clinical-subject',
    subjectId: to.id,
    detail: { records: orphan.count, from: from.id, sealedAnew: whole.length },
  });
  return { records: orphan.count };
}

function moveCase(tx: ClinicalWriteContext, from: Subject, to: Subject): void {
  const cases = tx.db.table(ClinicalCaseEntity);
  const held = cases.byId(`${from.kind}/${from.id}`);
  if (!held) return;
  cases.remove(held.id);
  const id = `${to.kind}/${to.id}`;
  if (!cases.exists(id)) cases.insert({ ...held, id, subjectId: to.id });
}
