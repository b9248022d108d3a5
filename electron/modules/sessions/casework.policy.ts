import { conflict, invalid, refusal, type FieldConflict, type FieldError } from '../../../shared/kernel/errors';
import type { CaseSubject } from '../../../shared/modules/sessions/casework.model';
import { mayMeet, type Standing } from '../../../shared/modules/sessions/casework.rules';
import type { ClinicalReadContext } from '../../ipc/context';
import { visibleChild } from '../children';
import { canonicalContent, isAsSigned, visibleRecord } from '../clinical';
import { CaseworkClosingEntity } from './casework.entity';

type Row = Pick<{ subjectKind: CaseSubject['kind']; subjectId: string }, 'subjectKind' | 'subjectId'>;
export const subjectOf = (row: Row): CaseSubject => ({ kind: row.subjectKind, id: row.subjectId }) as CaseSubject;
export const matchOf = (subject: CaseSubject): Row => ({ subjectKind: subject.kind, subjectId: subject.id });

/** The signed summary in force: the work is closed until it is reopened with a reason. */
export function closingInForce(ctx: ClinicalReadContext, subject: CaseSubject): CaseworkClosingEntity | null {
  const signed = ctx.db
    .table(CaseworkClosingEntity)
    .where(matchOf(subject))
    .filter((row) => row.reopened === null && visibleRecord(ctx, row.id).state === 'signed');
  return signed.sort((a, b) => a.content.onDate.localeCompare(b.content.onDate)).at(-1) ?? null;
}

export function standingOf(ctx: ClinicalReadContext, subject: CaseSubject): Standing {
  const life = subject.kind === 'child' ? visibleChild({ actor: ctx.actor, db: ctx.records }, subject.id).life : null;
  return { leftOn: life?.state === 'left' ? life.since : null, closing: closingInForce(ctx, subject)?.content ?? null };
}

/** Answers why an exception holds, '' when none is needed; refuses when nothing allows a session on this day. */
export function mustMeet(ctx: ClinicalReadContext, subject: CaseSubject, onDate: string): string {
  const leave = mayMeet(standingOf(ctx, subject), onDate);
  if (!leave.allowed) throw refusal(leave.code);
  return leave.exception;
}

export function mustBeRight(wrong: FieldError[]): void {
  if (wrong.length > 0) throw invalid(wrong);
}

export const same = (a: unknown, b: unknown): boolean => canonicalContent(a) === canonicalContent(b);

export type Changes<T> = { [K in keyof T]?: { from: T[K]; to: T[K] } | undefined };

/**
 * Two windows that edit different fields of one note both keep their words; the same field is a conflict that is shown.
 * Answers the fields as they become, and nothing of them when one conflicts.
 */
export function withChanges<T extends object>(stored: T, changes: Changes<T>): { next: T; conflicts: FieldConflict[] } {
  const next = { ...stored };
  const conflicts: FieldConflict[] = [];
  for (const key of Object.keys(changes) as (keyof T & string)[]) {
    const change = changes[key];
    if (!change) continue;
    if (!same(stored[key], change.from) && !same(stored[key], change.to))
      conflicts.push({ field: key, base: change.from, theirs: stored[key], mine: change.to });
    else next[key] = change.to;
  }
  return { next, conflicts };
}

export function changed<T extends object>(stored: T, changes: Changes<T>): T {
  const { next, conflicts } = withChanges(stored, changes);
  if (conflicts.length > 0) throw conflict(conflicts);
  return next;
}

/** What a signature covers, in one place: signing and the check of a signature name the same content. */
export const sealedContent = (row: Row, content: unknown, rest: object = {}) => ({ ...matchOf(subjectOf(row)), content, ...rest });

export const stillAsSigned = (ctx: ClinicalReadContext, id: string, content: unknown): boolean => isAsSigned(visibleRecord(ctx, id), content);
