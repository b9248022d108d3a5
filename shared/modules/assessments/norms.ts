import type { Language } from '../../kernel/roles';
import type { Instrument, Norm, NormCell, NormRow, TextStatus } from './instrument.model';
import { clamp, normalShareBelow, withoutNoise } from './numbers';
import type { Converted, NormOutcome, NormSex } from './result.model';

/** Whom a reading is about: full years at the date of the test and the recorded sex, null where unknown. */
export interface Person {
  ageYears: number | null;
  sex: NormSex | null;
}

export const sten = (z: number): number => clamp(Math.floor(withoutNoise(5.5 + 2 * z + 0.5)), 1, 10);
export const tScore = (z: number): number => 50 + 10 * z;

function byCurve(raw: number, mean: number, sd: number): Converted {
  const z = (raw - mean) / sd;
  return { z, T: tScore(z), sten: sten(z), pct: 100 * normalShareBelow(z), pctByNormalCurve: true };
}

const between = (a: number | undefined, b: number | undefined, share: number): number | null =>
  a === undefined || b === undefined ? null : a + (b - a) * share;

/**
 * Reads a table in ascending order of raw scores. T and percentile of a prorated value between two rows lie between theirs;
 * a sten holds from its row up to the next. Null outside the table: nothing is read beyond what the sample showed.
 */
function byTable(raw: number, table: readonly NormRow[]): Converted | null {
  const value = withoutNoise(raw);
  const index = table.findLastIndex((row) => row.raw <= value);
  const row = table[index];
  if (!row) return null;
  const next = table[index + 1] ?? row;
  if (next === row && value > row.raw) return null;
  const share = next === row ? 0 : (value - row.raw) / (next.raw - row.raw);
  return { z: null, T: between(row.T, next.T, share), sten: row.sten ?? null, pct: between(row.pct, next.pct, share), pctByNormalCurve: false };
}

const speaks = (norm: Norm, language: Language): boolean => norm.lang === 'any' || norm.lang.toLowerCase().split(/[-_]/)[0] === language;

/** Why the wording forbids any reading by norm or band; null when it does not. */
export function whyNoReading(status: TextStatus): 'draft-text' | 'absent-text' | null {
  return status === 'draft' ? 'draft-text' : status === 'absent' ? 'absent-text' : null;
}

export interface NormQuestion extends Person {
  scale: string;
  raw: number | null;
  language: Language;
  textStatus: TextStatus;
  /** Only this norm may be used; without it, the definition's first that applies. */
  normId?: string | undefined;
}

/** Rule 6: the cell of the person's age and sex in a norm of the form's language. Where there is none, none is used. */
export function normFor(instrument: Pick<Instrument, 'norms'>, question: NormQuestion): NormOutcome {
  if (question.raw === null) return { kind: 'none', reason: 'not-scored' };
  const forbidden = whyNoReading(question.textStatus);
  if (forbidden) return { kind: 'none', reason: forbidden };
  const norms = instrument.norms.filter(
    (norm) => (question.normId === undefined || norm.id === question.normId) && norm.cells.some((cell) => cell.scale === question.scale),
  );
  if (norms.length === 0) return { kind: 'none', reason: 'no-norms' };
  const spoken = norms.filter((norm) => speaks(norm, question.language));
  if (spoken.length === 0) return { kind: 'none', reason: 'other-language' };
  if (question.ageYears === null) return { kind: 'none', reason: 'age-unknown' };
  return inCell(spoken, question, question.ageYears, question.raw);
}

function inCell(norms: readonly Norm[], { scale, sex }: NormQuestion, age: number, raw: number): NormOutcome {
  let reason: 'no-applicable-norm' | 'sex-unknown' | 'outside-table' = 'no-applicable-norm';
  for (const norm of norms) {
    const cells = norm.cells.filter((cell) => cell.scale === scale && cell.ageFrom <= age && age <= cell.ageTo);
    // Unknown sex takes only a cell for any.
    const cell = cells.find((one) => one.sex === sex) ?? cells.find((one) => one.sex === 'any');
    if (!cell) {
      if (sex === null && cells.length > 0) reason = 'sex-unknown';
      continue;
    }
    const converted = convert(cell, raw);
    if (!converted) {
      reason = 'outside-table';
      continue;
    }
    const { sample, source, country, lang, year, n } = norm;
    const { ageFrom, ageTo } = cell;
    return { kind: 'applied', normId: norm.id, sample, source, country, lang, year, n, cell: { sex: cell.sex, ageFrom, ageTo }, converted };
  }
  return { kind: 'none', reason };
}

function convert(cell: NormCell, raw: number): Converted | null {
  if (cell.kind === 'table') return byTable(raw, cell.table ?? []);
  return cell.mean === undefined || cell.sd === undefined ? null : byCurve(raw, cell.mean, cell.sd);
}
