import { z } from 'zod';
import { LANGUAGES } from '../../kernel/roles';
import { Expr, Id } from './expression.model';

/**
 * The definition of a questionnaire (instruments.md B.1): everything that giving, scoring and showing it needs, as data.
 * This file says what a definition looks like; what its parts must say about one another is `instrument.rules.ts`.
 */
export const FORMAT_VERSION = 1;

export const DEFINITION_LIMITS = {
  /** Of the file as UTF-8. */
  bytes: 2 * 1024 * 1024,
  /** Of nested arrays and objects, an expression included. */
  depth: 24,
  /** Values of any kind in the whole file. */
  nodes: 200_000,
  items: 500,
  scales: 60,
  optionSets: 100,
  optionsPerSet: 20,
  normCells: 5_000,
  tableRows: 1_000,
  /** Errors that one refusal lists; the rest is only counted. */
  errors: 500,
} as const;

const text = (max = 2_000) => z.string().max(max, { error: 'TEXT.TOO_LONG' });
const source = text(1_000).min(1, { error: 'TEXT.REQUIRED' });
const figure = z.number().min(-1_000_000).max(1_000_000);
const years = z.number().int().min(0).max(120);

/** One text in the languages that it has. Which languages it must have follows from `texts`; a blank text counts as missing. */
export const L10n = z.object({ ru: text().optional(), kk: text().optional(), en: text().optional() }).strict().meta({ id: 'L10n' });
export type L10n = z.infer<typeof L10n>;

export const KINDS = ['builtin', 'shell', 'external', 'observation', 'gas'] as const;
export const RESPONDENTS = ['self', 'carer', 'teacher', 'mentor', 'expert'] as const;
export const RIGHTS = ['public-domain', 'free-with-notice', 'non-commercial', 'permission-needed'] as const;
/** Where the wording of a language comes from. `absent`: the definition has no item texts in it; `draft`: nobody has tested the wording. */
export const TEXT_STATUSES = ['original', 'validated', 'authorised', 'draft', 'absent'] as const;
export type TextStatus = (typeof TEXT_STATUSES)[number];

export const TextOrigin = z.object({ status: z.enum(TEXT_STATUSES), source: text(1_000).optional() }).strict();
const texts = Object.fromEntries(LANGUAGES.map((language) => [language, TextOrigin])) as Record<(typeof LANGUAGES)[number], typeof TextOrigin>;

export const AnswerOption = z.object({ value: z.number().min(-1_000).max(1_000), label: L10n }).strict();
export type AnswerOption = z.infer<typeof AnswerOption>;

export const ItemAlert = z.object({ when: Expr, level: z.enum(['urgent', 'attention']), text: L10n }).strict();

export const Item = z
  .object({
    id: Id,
    /** The number on the form; the order in which questions are asked. */
    n: z.number().int().min(1).max(10_000),
    text: L10n.optional(),
    /** An opening line for this item alone, in place of the instrument's stem. */
    stem: L10n.optional(),
    options: Id,
    required: z.boolean().optional(),
    /** May ask only about items with a smaller number. */
    skipIf: Expr.optional(),
    /** What a skipped item counts as (AUDIT: 0). Without it a skipped item is simply not answered. */
    skipValue: z.number().optional(),
    /** Belongs to no scale on purpose. */
    unscored: z.boolean().optional(),
    alert: ItemAlert.optional(),
  })
  .strict();
export type Item = z.infer<typeof Item>;

export const ScaleItem = z
  .object({
    id: Id,
    /** A key of -1 is a reversed one; `reverse` repeats its option set's ends, and is filled in where the set reverses onto itself. */
    sign: z.literal([1, -1]),
    weight: z.number().positive().max(1_000).optional(),
    reverse: z.object({ min: figure, max: figure }).strict().optional(),
  })
  .strict();
export type ScaleItem = z.infer<typeof ScaleItem>;

export const Reliability = z
  .object({
    alpha: z.number().gt(0).lt(1).optional(),
    retest: z.number().gt(0).lt(1).optional(),
    retestDays: z.number().positive().max(10_000).optional(),
    sd: z.number().positive().optional(),
    mean: figure.optional(),
    n: z.number().int().positive().optional(),
    /** Whose figures these are; without a name there is no reliable change. */
    sample: source,
    source,
  })
  .strict();
export type Reliability = z.infer<typeof Reliability>;

export const ChangeRule = z.object({ method: z.enum(['JT', 'published']), minReliableChange: z.number().positive().optional(), source }).strict();
export type ChangeRule = z.infer<typeof ChangeRule>;

export const DIRECTIONS = ['better', 'worse', 'neutral'] as const;
export const UNITS = ['raw', 'T', 'sten', 'percentile', 'other'] as const;
const Range = z.tuple([figure, figure]);

export const Scale = z
  .object({
    id: Id,
    title: L10n,
    description: L10n.optional(),
    agg: z.enum(['sum', 'mean']),
    items: z.array(ScaleItem).max(DEFINITION_LIMITS.items),
    missing: z.object({ minAnswered: z.number().int().min(0).max(DEFINITION_LIMITS.items), method: z.enum(['none', 'personMean']) }).strict(),
    /** `round` is the number of decimals shown; the value itself keeps its full precision. */
    post: z
      .object({
        mul: figure.refine((by) => by !== 0, { error: 'SCALE.MULTIPLIED_BY_ZERO' }).optional(),
        add: figure.optional(),
        round: z.number().int().min(0).max(6).optional(),
      })
      .strict()
      .optional(),
    range: Range,
    /** In what a manual outside gives its values; only for kind `external`. */
    unit: z.enum(UNITS).optional(),
    higherIs: z.enum(DIRECTIONS),
    reliability: z.array(Reliability).max(20).optional(),
    change: z.array(ChangeRule).max(20).optional(),
  })
  .strict();
export type Scale = z.infer<typeof Scale>;

/** A composite of scales, never of raw answers. It needs a range only where bands or norms speak of it. */
export const Derived = z
  .object({
    id: Id,
    title: L10n.optional(),
    expr: Expr,
    range: Range.optional(),
    higherIs: z.enum(DIRECTIONS).optional(),
    round: z.number().int().min(0).max(6).optional(),
  })
  .strict();
export type Derived = z.infer<typeof Derived>;

export const NormRow = z
  .object({ raw: figure, T: figure.optional(), sten: z.number().min(1).max(10).optional(), pct: z.number().min(0).max(100).optional() })
  .strict();
export type NormRow = z.infer<typeof NormRow>;

export const NormCell = z
  .object({
    sex: z.enum(['m', 'f', 'any']),
    /** Full years at the date of the test, both ends included. */
    ageFrom: years,
    ageTo: years,
    scale: Id,
    kind: z.enum(['linear', 'table']),
    mean: figure.optional(),
    sd: z.number().positive().optional(),
    table: z.array(NormRow).min(1).max(DEFINITION_LIMITS.tableRows).optional(),
  })
  .strict();
export type NormCell = z.infer<typeof NormCell>;

export const Norm = z
  .object({
    id: Id,
    sample: source,
    source,
    country: text(80),
    /** The language of the form that the sample filled in (`ru`, `en-US`); `any` where the sample had several. */
    lang: text(20).min(2),
    year: z.number().int().min(1900).max(2199),
    n: z.number().int().positive(),
    cells: z.array(NormCell).min(1).max(DEFINITION_LIMITS.normCells),
  })
  .strict();
export type Norm = z.infer<typeof Norm>;

export const BandCut = z.object({ from: figure, label: L10n, severity: z.literal([0, 1, 2, 3]), text: L10n }).strict();
export type BandCut = z.infer<typeof BandCut>;

export const BASES = ['raw', 'T', 'sten', 'pct'] as const;
export const Bands = z
  .object({
    /** Tells apart two readings of one scale, such as severity and a screening cut-off; sets of one id are alternatives by age and sex. */
    id: Id.optional(),
    title: L10n.optional(),
    scale: Id,
    basis: z.enum(BASES),
    /** Ages in full years, both ends included. A set with a condition goes before one without. */
    when: z
      .object({ ageFrom: years.optional(), ageTo: years.optional(), sex: z.enum(['m', 'f']).optional() })
      .strict()
      .optional(),
    source,
    cuts: z.array(BandCut).min(1).max(20),
  })
  .strict();
export type Bands = z.infer<typeof Bands>;

export const Validity = z
  .object({
    longString: z.number().int().min(2).max(500).optional(),
    minSecondsPerItem: z.number().positive().max(600).optional(),
    maxMissingPct: z.number().min(0).max(100).optional(),
    pairs: z
      .array(z.object({ a: Id, b: Id, maxDiff: z.number().min(0) }).strict())
      .max(200)
      .optional(),
    lieScale: Id.optional(),
    /** The lie scale's value from which it is flagged; without it, its band's severity of 2 or 3 is. */
    lieScaleFrom: figure.optional(),
  })
  .strict();

export const Instrument = z
  .object({
    $schema: text(300).optional(),
    formatVersion: z.literal(FORMAT_VERSION).default(FORMAT_VERSION),
    id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, { error: 'ID.MALFORMED' }),
    version: z.string().regex(/^[\w.+-]{1,30}$/, { error: 'VERSION.MALFORMED' }),
    kind: z.enum(KINDS),
    title: L10n,
    description: L10n.optional(),
    /** What the psychologist must know before reading a result of it. */
    caution: L10n.optional(),
    /** How to cite it in a paper. */
    citation: text(1_000).optional(),
    instructions: L10n.optional(),
    stem: L10n.optional(),
    audience: z
      .object({ minAge: years.optional(), maxAge: years.optional(), sex: z.enum(['any', 'm', 'f']).optional(), respondent: z.enum(RESPONDENTS) })
      .strict(),
    rights: z.object({ status: z.enum(RIGHTS), notice: L10n, source }).strict(),
    texts: z.object(texts).strict(),
    optionSets: z
      .record(Id, z.array(AnswerOption).min(2).max(DEFINITION_LIMITS.optionsPerSet))
      .refine((sets) => Object.keys(sets).length <= DEFINITION_LIMITS.optionSets, { error: 'OPTIONS.TOO_MANY_SETS' }),
    items: z.array(Item).max(DEFINITION_LIMITS.items),
    scales: z.array(Scale).max(DEFINITION_LIMITS.scales),
    derived: z.array(Derived).max(DEFINITION_LIMITS.scales).default([]),
    norms: z.array(Norm).max(100).default([]),
    bands: z.array(Bands).max(300).default([]),
    validity: Validity.default({}),
  })
  .strict();
/** A definition that the loader has accepted and made regular. */
export type Instrument = z.infer<typeof Instrument>;
/** A definition as a file may spell it. */
export type InstrumentFile = z.input<typeof Instrument>;
