import { z } from 'zod';
import { ChildId, MentorId, RowId } from '../../kernel/ids';
import { PlainDate } from '../../kernel/plain-date';
import { line, requiredLine } from '../../kernel/text';
import { noteText, RecordHeader, requiredNote } from '../clinical/clinical.model';

/** Individual work is done with a child, or with a candidate or mentor. */
export const CaseSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('child'), id: ChildId }).strict(),
  z.object({ kind: z.literal('mentor'), id: MentorId }).strict(),
]);
export type CaseSubject = z.infer<typeof CaseSubject>;

/** `HH:MM` by the clock on the wall of the house. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'TIME.IMPOSSIBLE' });

/** Every field of a form with what the screen started from and what it became: two windows are compared field by field. */
export const changesTo = <S extends z.ZodRawShape>(shape: S) =>
  z
    .object(
      Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, z.object({ from: value, to: value }).strict().optional()])) as {
        [K in keyof S]: z.ZodOptional<z.ZodObject<{ from: S[K]; to: S[K] }>>;
      },
    )
    .strict();

export const REQUEST_FROM = ['child', 'staff', 'coordinator', 'mentor', 'psychologist'] as const;
export const URGENCIES = ['planned', 'soon', 'urgent'] as const;
export const RequestFields = z
  .object({
    from: z.enum(REQUEST_FROM),
    fromName: line(200),
    about: requiredNote(4000),
    urgency: z.enum(URGENCIES),
    receivedOn: PlainDate,
  })
  .strict();
export type RequestFields = z.infer<typeof RequestFields>;

export const Decision = z.object({ outcome: z.enum(['accepted', 'declined']), reason: noteText(2000), on: z.string(), byName: z.string() });
export type Decision = z.infer<typeof Decision>;

export const RequestRecord = z.object({
  header: RecordHeader,
  fields: RequestFields,
  decision: Decision.nullable(),
  asSigned: z.boolean(),
});
export type RequestRecord = z.infer<typeof RequestRecord>;

export const CLOSING_REASONS = ['goals-reached', 'left-programme', 'handed-over', 'own-wish', 'other'] as const;
/** What was reached and what follows. `followUp` lets sessions be held after the work, or the child's stay, has ended: and says why. */
export const ClosingFields = z
  .object({
    onDate: PlainDate,
    reason: z.enum(CLOSING_REASONS),
    reached: noteText(20_000),
    recommendations: noteText(20_000),
    followUp: z.boolean(),
    followUpWhy: noteText(2000),
    followUpUntil: PlainDate.nullable(),
  })
  .strict();
export type ClosingFields = z.infer<typeof ClosingFields>;

export const ClosingRecord = z.object({
  header: RecordHeader,
  fields: ClosingFields,
  reopened: z.object({ reason: z.string(), on: z.string(), byName: z.string() }).nullable(),
  asSigned: z.boolean(),
});
export type ClosingRecord = z.infer<typeof ClosingRecord>;

export const ROUTE_WAYS = ['in-person', 'phone', 'letter', 'message'] as const;
export const ROUTE_BASES = ['law', 'duty', 'consent', 'professional'] as const;
/** One telling: whom, when, how, on what ground, who decided that it be told, and what was done. */
export const RouteFields = z
  .object({
    toWhom: requiredLine(200),
    post: line(200),
    way: z.enum(ROUTE_WAYS),
    onDate: PlainDate,
    atTime: ClockTime,
    basisKind: z.enum(ROUTE_BASES),
    basis: noteText(2000),
    decidedBy: line(200),
    action: noteText(4000),
  })
  .strict();
export type RouteFields = z.infer<typeof RouteFields>;

export const RouteAnswer = z.object({ text: requiredNote(4000), onDate: PlainDate }).strict();
export type RouteAnswer = z.infer<typeof RouteAnswer>;

/** Beside a signed record, appended and never changed; its answer is written once. */
export const RouteRow = z.object({
  id: RowId,
  fields: RouteFields,
  answer: RouteAnswer.extend({ byName: z.string() }).nullable(),
  authorName: z.string(),
  at: z.string(),
});
export type RouteRow = z.infer<typeof RouteRow>;

export const WORDS_OF = ['child', 'peer', 'relative', 'staff', 'other'] as const;
/** What was disclosed: the facts as they were told, and apart from them the very words. */
export const DisclosureFields = z
  .object({
    onDate: PlainDate,
    atTime: ClockTime,
    place: line(200),
    circumstances: noteText(4000),
    facts: requiredNote(20_000),
    wordsOf: z.enum(WORDS_OF),
    wordsOfName: line(200),
    words: noteText(10_000),
    /** What the person was told about what happens next. */
    promised: noteText(4000),
    sessionId: RowId.nullable(),
  })
  .strict();
export type DisclosureFields = z.infer<typeof DisclosureFields>;

export const Completion = z.object({ outcome: z.string(), onDate: z.string(), byName: z.string() });
export const DisclosureRecord = z.object({
  header: RecordHeader,
  fields: DisclosureFields,
  routes: z.array(RouteRow),
  completed: Completion.nullable(),
  asSigned: z.boolean(),
});
export type DisclosureRecord = z.infer<typeof DisclosureRecord>;
export const DisclosureLine = DisclosureRecord.pick({ header: true, completed: true }).extend({
  told: z.number().int(),
  unanswered: z.number().int(),
});
