import { z } from 'zod';
import { ChildId, MentorId, RowId } from '../../kernel/ids';
import { PlainDate } from '../../kernel/plain-date';
import { Language } from '../../kernel/roles';
import { noteText, RecordHeader } from '../clinical/clinical.model';
import { Audience, GuideCode, GuideContent, GuideId, MOST_ANCHORS, MOST_OPTIONS, Words } from './guide.model';

/** An interview is held with a child or with a candidate. */
export const InterviewSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('child'), id: ChildId }).strict(),
  z.object({ kind: z.literal('mentor'), id: MentorId }).strict(),
]);
export type InterviewSubject = z.infer<typeof InterviewSubject>;

export const FORMATS = ['in-person', 'video', 'phone'] as const;
export const RECOMMENDATIONS = ['recommended', 'with-conditions', 'not-recommended'] as const;
export const Recommendation = z.enum(RECOMMENDATIONS);
export type Recommendation = z.infer<typeof Recommendation>;

/** Time spent in conversation: what has passed, and since when the clock runs. A crash keeps both. */
export const Clock = z
  .object({
    seconds: z.number().int().min(0).max(86_400),
    runningSince: z.iso.datetime().nullable(),
  })
  .strict();
export type Clock = z.infer<typeof Clock>;

/** Everything of an interview but the answers and the person's own words. */
export const InterviewFields = z
  .object({
    onDate: PlainDate,
    place: noteText(200),
    format: z.enum(FORMATS),
    /** In which language it was held: the questions are shown in it. */
    language: Language,
    clock: Clock,
    /** How the person behaved, and how the talk went. */
    impression: noteText(20_000),
    summary: noteText(20_000),
    /** For a child: what adults should take into account. For a candidate: what support and supervision will be needed. */
    toConsider: noteText(20_000),
    recommendation: Recommendation.nullable(),
    grounds: noteText(20_000),
    conditions: noteText(10_000),
    validUntil: PlainDate.nullable(),
  })
  .strict();
export type InterviewFields = z.infer<typeof InterviewFields>;

export const Answer = z
  .object({
    note: noteText(20_000),
    rating: z.number().int().min(1).max(MOST_ANCHORS).nullable(),
    choices: z.array(GuideCode).max(MOST_OPTIONS),
  })
  .strict();
export type Answer = z.infer<typeof Answer>;
export const ANSWER_PARTS = ['note', 'rating', 'choices'] as const;
export type AnswerPart = (typeof ANSWER_PARTS)[number];

/** The person's own words, as they were said. */
export const Quote = z.object({ id: RowId, questionCode: GuideCode.nullable(), text: noteText(2000) }).strict();
export type Quote = z.infer<typeof Quote>;
export const MOST_QUOTES = 200;

export const InterviewContent = z.object({
  fields: InterviewFields,
  answers: z.record(GuideCode, Answer),
  quotes: z.array(Quote),
});
export type InterviewContent = z.infer<typeof InterviewContent>;

export const InterviewRecord = z.object({
  header: RecordHeader,
  audience: Audience,
  guideId: GuideId,
  guideVersion: z.number().int(),
  /** A newer version of the guide exists; this interview keeps its own. */
  guide: GuideContent,
  content: InterviewContent,
  /** What still keeps it from being signed; empty for a signed one. */
  blockers: z.array(z.object({ path: z.string(), code: z.string() })),
  asSigned: z.boolean(),
});
export type InterviewRecord = z.infer<typeof InterviewRecord>;

export const InterviewRow = z.object({
  header: RecordHeader,
  audience: Audience,
  guideTitle: Words,
  recommendation: Recommendation.nullable(),
  validUntil: z.string().nullable(),
  /** A draft beyond the programme's term. */
  late: z.boolean(),
});
export type InterviewRow = z.infer<typeof InterviewRow>;

export const emptyAnswer = (): Answer => ({ note: '', rating: null, choices: [] });

export const emptyFields = (onDate: PlainDate, language: Language): InterviewFields => ({
  onDate,
  place: '',
  format: 'in-person',
  language,
  clock: { seconds: 0, runningSince: null },
  impression: '',
  summary: '',
  toConsider: '',
  recommendation: null,
  grounds: '',
  conditions: '',
  validUntil: null,
});
