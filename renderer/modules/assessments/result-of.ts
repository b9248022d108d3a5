import type { Output } from '../../../shared/contract/api';
import type { Bands, Scale } from '../../../shared/modules/assessments/instrument.model';
import type { Wave } from '../../../shared/modules/assessments/reliable-change';
import type { AppliedBand, ScaleResult, ScoreResult } from '../../../shared/modules/assessments/result.model';

export type Assessment = Output<'assessments.get'>;
/** A point of the course: a measurement without its answers. */
export type Measured = Output<'assessments.course'>[number];

/** The result that stands; older ones only stay to be read. */
export const currentOf = (record: Measured): ScoreResult | null => record.results.find((one) => one.current)?.result ?? null;

/** What of a definition tells change from error; a composite has no figures of its own. */
export const scaleOf = (record: Measured, scale: string): Pick<Scale, 'reliability' | 'change'> =>
  record.instrument.scales.find((one) => one.id === scale) ?? {};

/** The scale that the page opens with: the one that most questions speak to, which is the total where there is one. */
export function leadingScale(result: ScoreResult): ScaleResult | undefined {
  return result.scales.reduce<ScaleResult | undefined>((best, one) => (!best || one.items > best.items ? one : best), undefined);
}

export function waveOf(record: Measured, scale: string): Wave {
  const result = currentOf(record);
  return {
    id: record.header.id,
    testDate: record.header.onDate as Wave['testDate'],
    instrumentId: record.instrument.id,
    version: record.instrument.version,
    language: record.language,
    textStatus: result?.textStatus ?? record.instrument.texts[record.language].status,
    respondent: `${record.respondent}/${record.respondentName}`,
    raw: result?.scales.find((one) => one.id === scale)?.raw ?? null,
  };
}

/** The whole set of bands that an applied band was taken from. */
export const setOf = (record: Measured, scale: string, band: AppliedBand): Bands | undefined =>
  record.instrument.bands.find(
    (set) =>
      set.scale === scale &&
      (set.id ?? null) === band.id &&
      set.basis === band.basis &&
      set.source === band.source &&
      set.cuts.some((cut) => cut.from === band.from),
  );

const SPANS: Record<'T' | 'sten' | 'pct', readonly [number, number]> = { T: [20, 80], sten: [1, 10], pct: [0, 100] };

/** The ruler that a set of bands is drawn on, and where this score stands on it. */
export function onRuler(scale: ScaleResult, basis: Bands['basis']): { range: readonly [number, number]; value: number } | null {
  if (basis === 'raw') return scale.range && scale.raw !== null ? { range: scale.range, value: scale.raw } : null;
  const value = scale.norm.kind === 'applied' ? scale.norm.converted[basis] : null;
  return value === null ? null : { range: SPANS[basis], value };
}

/** A screening cut-off read on the raw score: a line across the chart. */
export function cutOffOf(record: Measured, scale: ScaleResult): { value: number; title: AppliedBand['title'] } | null {
  for (const band of scale.bands) {
    if (band.basis !== 'raw' || band.id === null) continue;
    const cuts = setOf(record, scale.id, band)?.cuts ?? [];
    if (cuts.length === 2 && cuts[1]) return { value: cuts[1].from, title: band.title };
  }
  return null;
}
