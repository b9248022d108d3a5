import { z } from 'zod';
import { RowId } from '../../kernel/ids';
import { PlainDate } from '../../kernel/plain-date';
import { Language } from '../../kernel/roles';
import { line, requiredLine } from '../../kernel/text';
import { noteText, RecordHeader, Subject } from '../clinical/clinical.model';

export const RECOMMENDATIONS = ['recommended', 'with-conditions', 'not-now'] as const;
export const Recommendation = z.enum(RECOMMENDATIONS);

/** Whom an extract may be about. */
export const ExtractSubject = Subject.refine((subject) => subject.kind === 'child' || subject.kind === 'mentor' || subject.kind === 'pair', {
  error: 'EXTRACT.WRONG_SUBJECT',
});

/** Roles that an extract can be addressed to; a psychologist reads every one. */
export const RECIPIENTS = ['staff', 'coordinator', 'administrator'] as const;
export const Recipient = z.enum(RECIPIENTS);

export const PURPOSES = ['mentoring', 'matching', 'guest-contract', 'care', 'authority', 'other'] as const;

/** What crosses from the clinical vault to the records, and nothing else does. */
export const ExtractFields = z
  .object({
    purpose: z.enum(PURPOSES),
    purposeNote: line(300),
    recipients: z.array(Recipient).max(RECIPIENTS.length),
    recommendation: Recommendation.nullable(),
    /** What the colleagues are to consider; the conditions themselves when there are any. Never scores, answers or observations. */
    text: noteText(4_000),
    validUntil: PlainDate.nullable(),
    language: Language,
  })
  .strict();
export type ExtractFields = z.infer<typeof ExtractFields>;

export const ExtractDraft = z.object({
  header: RecordHeader,
  fields: ExtractFields,
  /** The released extract that this one takes the place of. */
  replaces: RowId.nullable(),
  /** Null until the signed text lies in the records. */
  number: z.string().nullable(),
  asSigned: z.boolean(),
});
export type ExtractDraft = z.infer<typeof ExtractDraft>;

export const EXTRACT_STATES = ['in-force', 'replaced', 'withdrawn', 'expired'] as const;

/** What a list shows; the text itself is read one by one, and each reading is in the journal. */
export const ReleasedHeader = z.object({
  id: RowId,
  number: z.string(),
  version: z.number().int(),
  subject: Subject,
  purpose: z.enum(PURPOSES),
  purposeNote: z.string(),
  recipients: z.array(Recipient),
  recommendation: Recommendation.nullable(),
  signedBy: z.string(),
  signedOn: PlainDate,
  validUntil: PlainDate.nullable(),
  state: z.enum(EXTRACT_STATES),
  withdrawnOn: PlainDate.nullable(),
  withdrawnReason: z.string(),
  replacedBy: RowId.nullable(),
});
export type ReleasedHeader = z.infer<typeof ReleasedHeader>;

export const Released = ReleasedHeader.extend({ text: z.string(), language: Language, subjectName: z.string(), intact: z.boolean() });
export type Released = z.infer<typeof Released>;

export const CONCLUSION_KINDS = ['candidate', 'pair'] as const;

export const Method = z.object({ name: requiredLine(200), version: line(60), date: PlainDate }).strict();

/** The full conclusion (documents.md 3.2 g). It never leaves the clinical vault but as a confidential paper. */
export const ConclusionFields = z
  .object({
    qualification: line(300),
    request: line(300),
    consentNumber: line(100),
    methods: z.array(Method).max(40),
    /** Candidate. */
    motivation: noteText(5_000),
    resources: noteText(5_000),
    risks: noteText(5_000),
    viewOfParents: noteText(5_000),
    expectations: noteText(5_000),
    supervision: noteText(2_000),
    /** Pair. */
    meetingsObserved: noteText(2_000),
    contact: noteText(5_000),
    boundaries: noteText(5_000),
    safety: noteText(5_000),
    childAttitude: noteText(5_000),
    compatibility: noteText(5_000),
    recommendation: Recommendation.nullable(),
    conditions: noteText(5_000),
    grounds: noteText(5_000),
    /** Candidate: valid until; pair: the date of review. */
    validUntil: PlainDate.nullable(),
  })
  .strict();
export type ConclusionFields = z.infer<typeof ConclusionFields>;

export const Conclusion = z.object({
  header: RecordHeader,
  kind: z.enum(CONCLUSION_KINDS),
  number: z.string().nullable(),
  fields: ConclusionFields,
  asSigned: z.boolean(),
});
export type Conclusion = z.infer<typeof Conclusion>;

/** A line that a psychologist may take over into a text, after reading it. */
export const SourceLine = z.object({
  recordId: RowId,
  kind: z.string(),
  onDate: PlainDate,
  /** Name and version of a method, or a section of a note. */
  title: z.string(),
  text: z.string(),
});
export type SourceLine = z.infer<typeof SourceLine>;
