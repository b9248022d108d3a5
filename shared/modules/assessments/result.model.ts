import { z } from 'zod';
import { Language } from '../../kernel/roles';
import { BASES, DIRECTIONS, L10n, TEXT_STATUSES } from './instrument.model';

/** Raised when the same answers could give another result; stored with every result. */
export const ENGINE_VERSION = '1.0.0';

export const SOURCES = ['screen', 'paper', 'file'] as const;
export const NormSex = z.enum(['m', 'f']);
export type NormSex = z.infer<typeof NormSex>;

/** Answers by item as they were given, before reverse keying; null is an item left blank. */
export const Answers = z.record(z.string().max(60), z.number().nullable());
export type Answers = z.infer<typeof Answers>;

export const NO_NORM_REASONS = [
  'not-scored',
  'draft-text',
  'absent-text',
  'no-norms',
  'other-language',
  'age-unknown',
  'sex-unknown',
  'no-applicable-norm',
  'outside-table',
] as const;
export const NO_BAND_REASONS = [
  'not-scored',
  'draft-text',
  'absent-text',
  'no-bands',
  'no-applicable-norm',
  'age-unknown',
  'sex-unknown',
  'no-applicable-band',
] as const;

export const Converted = z.object({
  z: z.number().nullable(),
  T: z.number().nullable(),
  sten: z.number().nullable(),
  pct: z.number().nullable(),
  /** The percentile was taken from the normal curve, not from a table of the sample. */
  pctByNormalCurve: z.boolean(),
});
export type Converted = z.infer<typeof Converted>;

export const NormOutcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('applied'),
    normId: z.string(),
    sample: z.string(),
    source: z.string(),
    country: z.string(),
    lang: z.string(),
    year: z.number(),
    n: z.number(),
    cell: z.object({ sex: z.enum(['m', 'f', 'any']), ageFrom: z.number(), ageTo: z.number() }),
    converted: Converted,
  }),
  z.object({ kind: z.literal('none'), reason: z.enum(NO_NORM_REASONS) }),
]);
export type NormOutcome = z.infer<typeof NormOutcome>;

export const AppliedBand = z.object({
  kind: z.literal('applied'),
  /** The reading that the set belongs to; null for the scale's main one. */
  id: z.string().nullable(),
  title: L10n.nullable(),
  basis: z.enum(BASES),
  from: z.number(),
  /** Where the next band begins; null in the highest. */
  to: z.number().nullable(),
  label: L10n,
  severity: z.literal([0, 1, 2, 3]),
  text: L10n,
  source: z.string(),
});
export type AppliedBand = z.infer<typeof AppliedBand>;

export const BandOutcome = z.discriminatedUnion('kind', [AppliedBand, z.object({ kind: z.literal('none'), reason: z.enum(NO_BAND_REASONS) })]);
export type BandOutcome = z.infer<typeof BandOutcome>;

export const NotScored = z.object({
  code: z.enum(['too-few-answers', 'scale-not-scored', 'not-computable']),
  answered: z.number(),
  needed: z.number(),
});
export type NotScored = z.infer<typeof NotScored>;

export const ScaleResult = z.object({
  id: z.string(),
  origin: z.enum(['scale', 'derived']),
  title: L10n,
  /** Full precision; null when it cannot be scored, and then `notScored` says why. */
  raw: z.number().nullable(),
  notScored: NotScored.nullable(),
  /** The only rounded figure: for screens and papers. */
  display: z.number().nullable(),
  prorated: z.boolean(),
  answered: z.number(),
  items: z.number(),
  range: z.tuple([z.number(), z.number()]).nullable(),
  higherIs: z.enum(DIRECTIONS),
  norm: NormOutcome,
  /** The scale's main reading: by norm where one applies, else by raw score. */
  band: BandOutcome,
  /** Every reading that applies, such as severity and a screening cut-off. */
  bands: z.array(AppliedBand),
});
export type ScaleResult = z.infer<typeof ScaleResult>;

export const RaisedAlert = z.object({
  item: z.string(),
  n: z.number(),
  level: z.enum(['urgent', 'attention']),
  text: L10n,
  value: z.number().nullable(),
});
export type RaisedAlert = z.infer<typeof RaisedAlert>;

export const FLAG_KINDS = [
  'long-string',
  'too-fast',
  'missing',
  'contradiction',
  'lie-scale',
  'required-unanswered',
  'answered-though-skipped',
  'outside-audience',
] as const;
/** A doubt about how the form was filled in. It is shown; it never rejects. */
export const ValidityFlag = z.object({
  kind: z.enum(FLAG_KINDS),
  /** Item numbers' ids, or the lie scale. */
  about: z.array(z.string()),
  value: z.number().nullable(),
  limit: z.number().nullable(),
});
export type ValidityFlag = z.infer<typeof ValidityFlag>;

export const ScoreResult = z.object({
  instrument: z.object({ id: z.string(), version: z.string() }),
  engine: z.string(),
  language: Language,
  textStatus: z.enum(TEXT_STATUSES),
  source: z.enum(SOURCES),
  /** Full years at the date of the test. */
  ageYears: z.number().nullable(),
  sex: NormSex.nullable(),
  scales: z.array(ScaleResult),
  alerts: z.array(RaisedAlert),
  flags: z.array(ValidityFlag),
  /** Items without an answer that were not skipped by the form's own rule. */
  missing: z.array(z.string()),
  skipped: z.array(z.string()),
});
export type ScoreResult = z.infer<typeof ScoreResult>;

export const ANSWER_ERRORS = ['ANSWER.UNKNOWN_ITEM', 'ANSWER.NOT_AN_OPTION', 'ANSWER.NOT_A_NUMBER'] as const;
export interface AnswerError {
  item: string;
  code: (typeof ANSWER_ERRORS)[number];
}
