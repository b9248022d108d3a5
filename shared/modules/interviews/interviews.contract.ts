import { z } from 'zod';
import { clinicalCommand, clinicalQuery, defineModule } from '../../contract/define';
import { RowId } from '../../kernel/ids';
import { PlainDate } from '../../kernel/plain-date';
import { Language } from '../../kernel/roles';
import { requiredLine } from '../../kernel/text';
import { RECORD_STATES } from '../clinical/clinical.model';
import { AUDIENCES, GuideCode, GuideContent, GuideId, GuideLine, GuideRecord, VersionNote } from './guide.model';
import { Answer, InterviewFields, InterviewRecord, InterviewRow, InterviewSubject, MOST_QUOTES, Quote, RECOMMENDATIONS } from './interview.model';

const none = z.object({}).strict();
const ofRecord = z.object({ id: RowId }).strict();
const record = { subject: 'clinical-record', id: (input: { id: string }) => input.id } as const;
const guide = { subject: 'interview-guide', id: (input: { guideId: string }) => input.guideId } as const;
const draftErrors = ['RECORD.SIGNED', 'RECORD.NOT_AUTHOR'];

const change = <T extends z.ZodType>(value: T) => z.object({ from: value, to: value }).strict();
const shape = InterviewFields.shape;
/** Field by field, with what the screen started from: two windows on one interview never overwrite each other in silence. */
export const FieldChanges = z
  .object({
    onDate: change(shape.onDate),
    place: change(shape.place),
    format: change(shape.format),
    language: change(shape.language),
    clock: change(shape.clock),
    impression: change(shape.impression),
    summary: change(shape.summary),
    toConsider: change(shape.toConsider),
    recommendation: change(shape.recommendation),
    grounds: change(shape.grounds),
    conditions: change(shape.conditions),
    validUntil: change(shape.validUntil),
  })
  .partial()
  .strict();
export type FieldChanges = z.infer<typeof FieldChanges>;

/** Parts of one answer, each for itself. */
export const AnswerChange = z
  .object({ code: GuideCode, note: change(Answer.shape.note), rating: change(Answer.shape.rating), choices: change(Answer.shape.choices) })
  .partial({ note: true, rating: true, choices: true })
  .strict();
export type AnswerChange = z.infer<typeof AnswerChange>;

/** Null before means words that are new, null after words taken out. */
export const QuoteChange = z.object({ id: RowId, from: Quote.nullable(), to: Quote.nullable() }).strict();
export type QuoteChange = z.infer<typeof QuoteChange>;

export const InterviewChanges = z
  .object({
    changes: FieldChanges.default({}),
    answers: z.array(AnswerChange).max(400).default([]),
    quotes: z.array(QuoteChange).max(MOST_QUOTES).default([]),
  })
  .strict();
export type InterviewChanges = z.infer<typeof InterviewChanges>;

/** Conversations with candidates and children, held by guides that the programme writes itself. */
export const interviewsContract = defineModule('interviews', {
  list: clinicalQuery({
    permission: 'interview.read',
    input: z
      .object({
        /** Part of the person's name. */
        search: z.string().max(200).default(''),
        audiences: z.array(z.enum(AUDIENCES)).max(2).default([]),
        states: z.array(z.enum(RECORD_STATES)).max(3).default([]),
        recommendations: z.array(z.enum(RECOMMENDATIONS)).max(3).default([]),
        mine: z.boolean().default(false),
        subject: InterviewSubject.optional(),
        before: z.number().int().positive().optional(),
        limit: z.number().int().min(1).max(200).default(50),
      })
      .strict(),
    output: z.object({ rows: z.array(InterviewRow), next: z.number().int().nullable(), total: z.number().int() }),
    audit: { subject: 'clinical-subject', id: ({ subject }) => subject?.id ?? null },
  }),
  get: clinicalQuery({ permission: 'interview.read', input: ofRecord, output: InterviewRecord, audit: record }),

  /** By the guide's version in force; the interview keeps that version whatever becomes of the guide. */
  begin: clinicalCommand({
    permission: 'interview.write',
    input: z.object({ id: RowId, subject: InterviewSubject, guideId: GuideId, onDate: PlainDate, language: Language }).strict(),
    output: InterviewRecord,
    errors: ['GUIDE.FOR_OTHERS', 'GUIDE.RETIRED', 'INTERVIEW.CHILD_LEFT'],
    audit: record,
  }),
  note: clinicalCommand({
    permission: 'interview.write',
    input: InterviewChanges.extend({ id: RowId }).strict(),
    output: InterviewRecord,
    errors: [...draftErrors, 'INTERVIEW.TOO_MANY_QUOTES', 'INTERVIEW.CHILD_LEFT'],
    audit: { notJournalled: "the author's own unfinished typing, kept every second; its beginning, its signature and its removal are entries" },
  }),
  sign: clinicalCommand({ permission: 'interview.write', input: ofRecord, output: InterviewRecord, errors: draftErrors, audit: record }),
  drop: clinicalCommand({ permission: 'interview.write', input: ofRecord, output: none, errors: draftErrors, audit: record }),
  withdraw: clinicalCommand({
    permission: 'interview.write',
    input: ofRecord.extend({ reason: requiredLine(500) }).strict(),
    output: InterviewRecord,
    errors: ['RECORD.NOT_SIGNED'],
    audit: record,
  }),

  guides: clinicalQuery({ permission: 'interview.read', input: none, output: z.array(GuideLine) }),
  /** Without a version: the one in force. */
  guide: clinicalQuery({
    permission: 'interview.read',
    input: z.object({ guideId: GuideId, version: z.number().int().min(1).optional() }).strict(),
    output: GuideRecord,
  }),
  /** `basedOn` is the version that the screen started from, 0 for a new guide. */
  publishGuide: clinicalCommand({
    permission: 'interview.write',
    input: z.object({ id: RowId, guideId: GuideId, basedOn: z.number().int().min(0), content: GuideContent, note: VersionNote }).strict(),
    output: GuideRecord,
    errors: ['GUIDE.CHANGED_MEANWHILE', 'GUIDE.AUDIENCE_FIXED'],
    audit: guide,
  }),
  /** A retired guide is not offered for new interviews; those held by it keep it. */
  retireGuide: clinicalCommand({
    permission: 'interview.write',
    input: z.object({ guideId: GuideId, retired: z.boolean() }).strict(),
    output: GuideRecord,
    audit: guide,
  }),
});
