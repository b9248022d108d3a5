import { isConditional } from './bands-norms.rules';
import type { Bands, Instrument, TextStatus } from './instrument.model';
import type { Person } from './norms';
import { whyNoReading } from './norms';
import { withoutNoise } from './numbers';
import type { AppliedBand, BandOutcome, NormOutcome } from './result.model';

export interface BandQuestion extends Person {
  scale: string;
  raw: number | null;
  norm: NormOutcome;
  textStatus: TextStatus;
}

export interface Readings {
  band: BandOutcome;
  bands: AppliedBand[];
}

type Fit = 'yes' | 'no' | 'age-unknown' | 'sex-unknown';

function fits({ when }: Bands, { ageYears, sex }: Person): Fit {
  if (when?.sex !== undefined && sex !== null && when.sex !== sex) return 'no';
  const hasAges = when?.ageFrom !== undefined || when?.ageTo !== undefined;
  if (hasAges && ageYears === null) return 'age-unknown';
  if (hasAges && ageYears !== null && (ageYears < (when.ageFrom ?? 0) || ageYears > (when.ageTo ?? 999))) return 'no';
  return when?.sex !== undefined && sex === null ? 'sex-unknown' : 'yes';
}

/** The value that a set reads, or null where no norm gives it. */
function valueFor(set: Bands, { raw, norm }: BandQuestion): number | null {
  if (set.basis === 'raw') return raw;
  return norm.kind === 'applied' ? norm.converted[set.basis] : null;
}

/** Half-open bands: one holds from its cut up to the next. Below the first (a T under 0) the first holds. */
function bandIn(set: Bands, value: number): AppliedBand | null {
  const clean = withoutNoise(value);
  const index = Math.max(
    0,
    set.cuts.findLastIndex((cut) => cut.from <= clean),
  );
  const cut = set.cuts[index];
  if (!cut) return null;
  const { label, severity, text, from } = cut;
  const to = set.cuts[index + 1]?.from ?? null;
  return { kind: 'applied', id: set.id ?? null, title: set.title ?? null, basis: set.basis, from, to, label, severity, text, source: set.source };
}

/**
 * Rule 7. A draft wording has no bands of any kind, published cut-offs on raw scores included: they were found with other words.
 * Among the alternatives of one reading the one with a condition on age or sex goes first.
 */
export function bandsFor(instrument: Pick<Instrument, 'bands'>, question: BandQuestion): Readings {
  const none = (reason: Extract<BandOutcome, { kind: 'none' }>['reason']): Readings => ({ band: { kind: 'none', reason }, bands: [] });
  if (question.raw === null) return none('not-scored');
  const forbidden = whyNoReading(question.textStatus);
  if (forbidden) return none(forbidden);
  const sets = instrument.bands.filter((set) => set.scale === question.scale).toSorted((a, b) => Number(isConditional(b)) - Number(isConditional(a)));
  if (sets.length === 0) return none('no-bands');
  const applied: AppliedBand[] = [];
  const reasons = new Set<Fit | 'no-norm'>();
  for (const set of sets) {
    const fit = fits(set, question);
    const value = valueFor(set, question);
    const band = fit === 'yes' && value !== null ? bandIn(set, value) : null;
    if (!band) reasons.add(fit === 'yes' ? 'no-norm' : fit);
    else if (!applied.some((other) => other.id === band.id && other.basis === band.basis)) applied.push(band);
  }
  // Readings in the order of the file, whichever of their alternatives applied.
  const place = (band: AppliedBand) =>
    instrument.bands.findIndex((set) => set.scale === question.scale && (set.id ?? null) === band.id && set.basis === band.basis);
  applied.sort((a, b) => place(a) - place(b));
  const main = mainOf(applied);
  if (main) return { band: main, bands: applied };
  if (reasons.has('age-unknown')) return none('age-unknown');
  if (reasons.has('sex-unknown')) return none('sex-unknown');
  return none(reasons.has('no-norm') ? 'no-applicable-norm' : 'no-applicable-band');
}

/** Unnamed readings before named ones, and readings by norm before published cut-offs on raw scores. */
function mainOf(bands: readonly AppliedBand[]): AppliedBand | null {
  const rank = (band: AppliedBand) => (band.id === null ? 0 : 2) + (band.basis === 'raw' ? 1 : 0);
  return bands.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}
