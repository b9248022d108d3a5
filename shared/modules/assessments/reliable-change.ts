import type { PlainDate } from '../../kernel/plain-date';
import { daysBetween } from '../../kernel/plain-date';
import type { Language } from '../../kernel/roles';
import type { Reliability, Scale, TextStatus } from './instrument.model';

/** 95 %, two-sided. */
const CONFIDENCE = 1.96;

/** Standard error of measurement, of a difference, and the change that is larger than it (Jacobson and Truax; instruments.md B.2). */
export interface ErrorOfMeasurement {
  sem: number;
  sdiff: number;
  threshold: number;
}

export function errorOfMeasurement(sd: number, reliability: number): ErrorOfMeasurement {
  const sem = sd * Math.sqrt(1 - reliability);
  const sdiff = Math.SQRT2 * sem;
  return { sem, sdiff, threshold: CONFIDENCE * sdiff };
}

export const reliableChangeIndex = (before: number, after: number, sd: number, reliability: number): number =>
  (after - before) / errorOfMeasurement(sd, reliability).sdiff;

/** Where a score becomes likelier in the second population than in the first (Jacobson and Truax's c). */
export const cutOffBetween = (first: { mean: number; sd: number }, second: { mean: number; sd: number }): number =>
  (first.sd * second.mean + second.sd * first.mean) / (first.sd + second.sd);

/** One sourced way of telling change from error: computed from a named sample, or a threshold that a paper gives. */
export type ChangeMeasure =
  | ({ method: 'JT'; sample: string; source: string; sd: number; reliability: number; coefficient: 'alpha' | 'retest' } & ErrorOfMeasurement)
  | { method: 'published'; source: string; threshold: number };

export const NO_MEASURE_REASONS = ['no-sd', 'no-reliability', 'no-figures'] as const;
export type ChangeMeasures = { measures: ChangeMeasure[]; reason: null } | { measures: []; reason: (typeof NO_MEASURE_REASONS)[number] };

/** A retest coefficient holds for an interval like its own: within a factor of two. */
const isComparable = (retestDays: number | undefined, days: number | undefined): boolean =>
  retestDays !== undefined && days !== undefined && days >= retestDays / 2 && days <= retestDays * 2;

function coefficientOf({ alpha, retest, retestDays }: Reliability, days: number | undefined): { value: number; kind: 'alpha' | 'retest' } | null {
  if (alpha !== undefined) return { value: alpha, kind: 'alpha' };
  return retest !== undefined && isComparable(retestDays, days) ? { value: retest, kind: 'retest' } : null;
}

/**
 * Every sourced measure of a scale, the computed ones first; `days` lie between the two measurements. Published values
 * differ from paper to paper, so each keeps its source, and which one is used is the psychologist's choice.
 */
export function changeMeasures(scale: Pick<Scale, 'reliability' | 'change'>, days?: number): ChangeMeasures {
  const samples = scale.reliability ?? [];
  const computed = samples.flatMap((sample): ChangeMeasure[] => {
    const coefficient = coefficientOf(sample, days);
    if (sample.sd === undefined || !coefficient || sample.sample.trim() === '') return [];
    const { value: reliability, kind } = coefficient;
    return [
      {
        method: 'JT',
        sample: sample.sample,
        source: sample.source,
        sd: sample.sd,
        reliability,
        coefficient: kind,
        ...errorOfMeasurement(sample.sd, reliability),
      },
    ];
  });
  const published = (scale.change ?? []).flatMap(({ method, minReliableChange, source }): ChangeMeasure[] =>
    method === 'published' && minReliableChange !== undefined ? [{ method, source, threshold: minReliableChange }] : [],
  );
  const measures = [...computed, ...published];
  if (measures.length > 0) return { measures, reason: null };
  if (samples.length === 0) return { measures: [], reason: 'no-figures' };
  return { measures: [], reason: samples.every((sample) => sample.sd === undefined) ? 'no-sd' : 'no-reliability' };
}

export interface Change {
  difference: number;
  /** Null for a published threshold, which gives no index. */
  rc: number | null;
  threshold: number;
  /** Larger than measurement error; never "improved because of". */
  reliable: boolean;
  direction: 'up' | 'down' | 'same';
}

export function changeBetween(before: number, after: number, measure: ChangeMeasure): Change {
  const difference = after - before;
  const rc = measure.method === 'JT' ? difference / measure.sdiff : null;
  // |RC| > 1.96 is a change beyond the threshold; a published one names the smallest change that is reliable.
  const reliable = rc === null ? Math.abs(difference) >= measure.threshold - 1e-9 : Math.abs(rc) > CONFIDENCE;
  return { difference, rc, threshold: measure.threshold, reliable, direction: difference === 0 ? 'same' : difference > 0 ? 'up' : 'down' };
}

/** One measurement of one scale in a course of them. */
export interface Wave {
  id: string;
  testDate: PlainDate;
  instrumentId: string;
  version: string;
  language: Language;
  textStatus: TextStatus;
  /** Who answered: `self`, or a carer, and which one. Never shown; only compared. */
  respondent: string;
  raw: number | null;
}

export const UNLIKE = ['instrument', 'version', 'language', 'wording', 'respondent'] as const;
type Unlike = (typeof UNLIKE)[number];

/** In what two measurements differ so that their scores cannot be compared; empty when they can. */
export function unlikeness(a: Wave, b: Wave): Unlike[] {
  const differs: Record<Unlike, boolean> = {
    instrument: a.instrumentId !== b.instrumentId,
    version: a.version !== b.version,
    language: a.language !== b.language,
    wording: a.textStatus !== b.textStatus,
    respondent: a.respondent !== b.respondent,
  };
  return UNLIKE.filter((name) => differs[name]);
}

export interface Comparison {
  from: string;
  to: string;
  against: 'first' | 'previous';
  outcome:
    | { kind: 'compared'; measure: ChangeMeasure; change: Change }
    | { kind: 'none'; reason: 'unlike'; unlike: Unlike[] }
    | { kind: 'none'; reason: 'not-scored' | (typeof NO_MEASURE_REASONS)[number] };
}

export const inOrder = <T extends { testDate: PlainDate }>(waves: readonly T[]): T[] =>
  waves.toSorted((a, b) => (a.testDate < b.testDate ? -1 : a.testDate > b.testDate ? 1 : 0));

/**
 * Each wave against the first, and from the third on also against the one before it; the more looks, the more false alarms,
 * which the screen says. `choose` takes one of a scale's measures, the first if it is not given.
 */
export function compareWaves(
  scale: Pick<Scale, 'reliability' | 'change'>,
  waves: readonly Wave[],
  choose?: (measures: readonly ChangeMeasure[]) => ChangeMeasure | undefined,
): Comparison[] {
  const ordered = inOrder(waves);
  const compare = (from: Wave, to: Wave): Comparison['outcome'] => {
    const unlike = unlikeness(from, to);
    if (unlike.length > 0) return { kind: 'none', reason: 'unlike', unlike };
    if (from.raw === null || to.raw === null) return { kind: 'none', reason: 'not-scored' };
    const { measures, reason } = changeMeasures(scale, daysBetween(from.testDate, to.testDate));
    const measure = choose?.(measures) ?? measures[0];
    return measure
      ? { kind: 'compared', measure, change: changeBetween(from.raw, to.raw, measure) }
      : { kind: 'none', reason: reason ?? 'no-figures' };
  };
  return ordered.flatMap((to, index): Comparison[] => {
    const [first, previous] = [ordered[0], ordered[index - 1]];
    if (!first || !previous) return [];
    const results: Comparison[] = [{ from: first.id, to: to.id, against: 'first', outcome: compare(first, to) }];
    if (index >= 2) results.push({ from: previous.id, to: to.id, against: 'previous', outcome: compare(previous, to) });
    return results;
  });
}

export interface ChartSegment {
  points: { id: string; testDate: PlainDate; raw: number }[];
  /** Around the segment's own first point, where a sourced measure exists. */
  band: { from: number; to: number; measure: ChangeMeasure } | null;
}

/**
 * The stretches of a chart that a line may join: neighbours alike in everything that `unlikeness` asks about. A wave that
 * could not be scored ends a stretch, for a line across it would show a value that nobody measured.
 */
export function chartSegments(
  scale: Pick<Scale, 'reliability' | 'change'>,
  waves: readonly Wave[],
  choose?: (measures: readonly ChangeMeasure[]) => ChangeMeasure | undefined,
): ChartSegment[] {
  const stretches: Wave[][] = [];
  let before: Wave | null = null;
  for (const wave of inOrder(waves)) {
    if (wave.raw !== null) {
      const current = stretches.at(-1);
      if (current && before && unlikeness(before, wave).length === 0) current.push(wave);
      else stretches.push([wave]);
    }
    before = wave.raw === null ? null : wave;
  }
  return stretches.map((stretch): ChartSegment => {
    const points = stretch.flatMap(({ id, testDate, raw }) => (raw === null ? [] : [{ id, testDate, raw }]));
    const [base, last] = [points[0], points.at(-1)];
    const { measures } = changeMeasures(scale, base && last ? daysBetween(base.testDate, last.testDate) : undefined);
    const measure = choose?.(measures) ?? measures[0];
    return { points, band: measure && base ? { from: base.raw - measure.threshold, to: base.raw + measure.threshold, measure } : null };
  });
}
