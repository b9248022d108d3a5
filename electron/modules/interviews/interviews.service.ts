import type { z } from 'zod';
import { conflict, invalid, refusal, type FieldConflict } from '../../../shared/kernel/errors';
import { fold } from '../../../shared/kernel/search-text';
import { wordsIn } from '../../../shared/modules/interviews/guide.model';
import {
  ANSWER_PARTS,
  emptyAnswer,
  emptyFields,
  MOST_QUOTES,
  type Answer,
  type InterviewContent,
  type InterviewFields,
  type InterviewRecord,
  type InterviewRow,
  type InterviewSubject,
} from '../../../shared/modules/interviews/interview.model';
import { questionsOf, searchTextOf, stopped, whyNotSigned, wrongAnswer } from '../../../shared/modules/interviews/interview.rules';
import type { InterviewChanges, interviewsContract } from '../../../shared/modules/interviews/interviews.contract';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import { visibleChild } from '../children';
import {
  canonicalContent,
  draftRecord,
  dropDraft,
  factsOf,
  openRecord,
  signRecord,
  touchRecord,
  visibleRecord,
  visibleRecords,
  visibleSubject,
  withdrawRecord,
} from '../clinical';
import { guideInForce, guideOfVersion, keepVersion } from './guides.service';
import { InterviewEntity } from './interview.entity';
import { interviewRecord, interviewRow, rowsFor, sealedContent, subjectOf } from './interviews.record';
import { countOfInterviews, interviewedSubjects, pageOfInterviews, type ListQuery } from './interviews.repository';

type In<K extends keyof typeof interviewsContract.operations> = z.output<(typeof interviewsContract.operations)[K]['input']>;

/** The clinical vault knows no names: those who match are found among the people interviewed. */
function namedLike(ctx: ClinicalReadContext, search: string): string[] | null {
  const wanted = fold(search);
  if (wanted === '') return null;
  return interviewedSubjects(ctx.db)
    .filter((subject) => {
      const facts = factsOf(ctx, subject as InterviewSubject);
      return facts !== null && `${fold(facts.name)} ${fold(facts.code)}`.includes(wanted);
    })
    .map(({ id }) => id);
}

export function listInterviews(ctx: ClinicalReadContext, input: In<'list'>): { rows: InterviewRow[]; next: number | null; total: number } {
  if (input.subject) visibleSubject(ctx, input.subject);
  const query: ListQuery = {
    ...input,
    subject: input.subject,
    authorId: input.mine ? ctx.actor.userId : undefined,
    subjectIds: namedLike(ctx, input.search),
  };
  const scope = visibleRecords(ctx);
  const found = pageOfInterviews(ctx.db, query, scope, input.before, input.limit + 1);
  const shown = found.slice(0, input.limit);
  return {
    rows: rowsFor(
      ctx,
      shown.map(({ id }) => id),
    ),
    next: found.length > input.limit ? (shown.at(-1)?.no ?? null) : null,
    total: countOfInterviews(ctx.db, query, scope),
  };
}

/** With a child who has left the programme no new conversation is held; one from before that day may still be written down. */
function mustStillBeHere(ctx: ClinicalReadContext, subject: InterviewSubject, onDate: string): void {
  if (subject.kind !== 'child') return;
  const { life } = visibleChild({ actor: ctx.actor, db: ctx.records }, subject.id);
  if (life.state === 'left' && onDate > life.since) throw refusal('INTERVIEW.CHILD_LEFT', { date: life.since });
}

export function beginInterview(ctx: ClinicalWriteContext, input: In<'begin'>): InterviewRecord {
  const guide = guideInForce(ctx, input.guideId);
  const { audience, title } = guide.content;
  const label = wordsIn(title, ctx.actor.language);
  visibleSubject(ctx, input.subject);
  if ((audience === 'child') !== (input.subject.kind === 'child')) throw refusal('GUIDE.FOR_OTHERS');
  if (!ctx.db.table(InterviewEntity).exists(input.id)) {
    if (guide.retired) throw refusal('GUIDE.RETIRED');
    mustStillBeHere(ctx, input.subject, input.onDate);
  }
  if (!openRecord(ctx, { id: input.id, kind: 'interview', subject: input.subject, label, onDate: input.onDate }))
    return interviewRecord(ctx, input.id);
  keepVersion(ctx, guide);
  ctx.db.table(InterviewEntity).insert({
    id: input.id,
    subjectKind: input.subject.kind,
    subjectId: input.subject.id,
    audience,
    guideId: guide.guideId,
    guideVersion: guide.version,
    guideTitle: title,
    content: { fields: emptyFields(input.onDate, input.language), answers: {}, quotes: [] },
    recommendation: null,
    validUntil: null,
  });
  return interviewRecord(ctx, input.id);
}

const same = (a: unknown, b: unknown): boolean => canonicalContent(a) === canonicalContent(b);

/** Compares what a window started from with what is kept now: equal means the change is taken, otherwise both sides are shown. */
class Merge {
  readonly conflicts: FieldConflict[] = [];

  take<T>(field: string, stored: T, change: { from: T; to: T }): T {
    if (same(stored, change.from) || same(stored, change.to)) return change.to;
    this.conflicts.push({ field, base: change.from, theirs: stored, mine: change.to });
    return stored;
  }
}

function withChanges(stored: InterviewContent, input: InterviewChanges, merge: Merge): InterviewContent {
  const fields = { ...stored.fields };
  const takeField = <K extends keyof InterviewFields>(key: K, change: { from: InterviewFields[K]; to: InterviewFields[K] }): void => {
    fields[key] = merge.take(key, stored.fields[key], change);
  };
  for (const [key, change] of Object.entries(input.changes)) if (change) takeField(key as keyof InterviewFields, change as never);

  const answers = { ...stored.answers };
  for (const change of input.answers) {
    const answer: Answer = { ...(answers[change.code] ?? emptyAnswer()) };
    for (const part of ANSWER_PARTS) {
      const one = change[part];
      if (one) Object.assign(answer, { [part]: merge.take<unknown>(`answers.${change.code}.${part}`, answer[part], one) });
    }
    answers[change.code] = answer;
  }

  let quotes = [...stored.quotes];
  for (const change of input.quotes) {
    const now = quotes.find((quote) => quote.id === change.id) ?? null;
    const next = merge.take(`quotes.${change.id}`, now, change);
    quotes = now === null ? [...quotes, ...(next ? [next] : [])] : quotes.flatMap((quote) => (quote.id === change.id ? (next ?? []) : quote));
  }
  return { fields, answers, quotes };
}

/** One save of the notes: all of it, or, when any field stands against another window, nothing of it. */
export function noteInterview(ctx: ClinicalWriteContext, input: In<'note'>): InterviewRecord {
  draftRecord(ctx, input.id, 'interview');
  const row = interviewRow(ctx, input.id);
  const questions = new Map(questionsOf(guideOfVersion(ctx, row.guideId, row.guideVersion)).map((question) => [question.code, question]));
  const merge = new Merge();
  const content = withChanges(row.content, input, merge);
  if (merge.conflicts.length > 0) throw conflict(merge.conflicts);
  const wrong = [
    ...input.answers.flatMap(({ code }) => wrongAnswer(questions.get(code), code, content.answers[code] ?? emptyAnswer())),
    ...input.quotes.flatMap(({ id, to }) =>
      to && (to.id !== id || (to.questionCode !== null && !questions.has(to.questionCode)))
        ? [{ path: `quotes.${id}`, code: 'INTERVIEW.NO_SUCH_QUESTION' }]
        : [],
    ),
  ];
  if (wrong.length > 0) throw invalid(wrong);
  if (content.quotes.length > MOST_QUOTES) throw refusal('INTERVIEW.TOO_MANY_QUOTES', { limit: MOST_QUOTES });
  if (content.fields.onDate !== row.content.fields.onDate) mustStillBeHere(ctx, subjectOf(row), content.fields.onDate);
  if (same(content, row.content)) return interviewRecord(ctx, input.id);
  writeContent(ctx, input.id, content);
  return interviewRecord(ctx, input.id);
}

function writeContent(ctx: ClinicalWriteContext, id: string, content: InterviewContent): void {
  const { recommendation, validUntil, onDate } = content.fields;
  ctx.db.table(InterviewEntity).update(id, { content, recommendation, validUntil });
  touchRecord(ctx, id, { text: searchTextOf(content), onDate });
}

/** The clock stops with the signature. */
export function signInterview(ctx: ClinicalWriteContext, id: string): InterviewRecord {
  draftRecord(ctx, id, 'interview');
  const row = interviewRow(ctx, id);
  const guide = guideOfVersion(ctx, row.guideId, row.guideVersion);
  const wrong = whyNotSigned(row.audience, guide, row.content, ctx.today);
  if (wrong.length > 0) throw invalid(wrong);
  writeContent(ctx, id, { ...row.content, fields: { ...row.content.fields, clock: stopped(row.content.fields.clock, ctx.nowIso) } });
  signRecord(ctx, id, sealedContent(interviewRow(ctx, id), guide));
  return interviewRecord(ctx, id);
}

export function dropInterview(ctx: ClinicalWriteContext, id: string): void {
  draftRecord(ctx, id, 'interview');
  dropDraft(ctx, id);
  ctx.db.table(InterviewEntity).remove(id);
}

export function withdrawInterview(ctx: ClinicalWriteContext, id: string, reason: string): InterviewRecord {
  visibleRecord(ctx, id, 'interview');
  withdrawRecord(ctx, id, reason);
  return interviewRecord(ctx, id);
}
