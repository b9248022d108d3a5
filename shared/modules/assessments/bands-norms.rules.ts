import type { PathPart, Report } from './definition-errors';
import type { Bands, Instrument, Norm, NormCell } from './instrument.model';
import { DEFINITION_LIMITS } from './instrument.model';

interface Measured {
  range: readonly [number, number] | null;
}

/** A scale or a composite by its name; both can have norms and bands. */
function measuredBy(instrument: Instrument, id: string): Measured | null {
  const found = instrument.scales.find((scale) => scale.id === id) ?? instrument.derived.find((composite) => composite.id === id);
  return found ? { range: found.range ?? null } : null;
}

const agesMeet = (a: { ageFrom: number; ageTo: number }, b: { ageFrom: number; ageTo: number }): boolean =>
  a.ageFrom <= b.ageTo && b.ageFrom <= a.ageTo;

export function checkNorms(instrument: Instrument, report: Report): void {
  const cells = instrument.norms.reduce((sum, norm) => sum + norm.cells.length, 0);
  if (cells > DEFINITION_LIMITS.normCells) return report(['norms'], 'NORM.TOO_MANY_CELLS', { limit: DEFINITION_LIMITS.normCells });
  for (const [index, norm] of instrument.norms.entries()) {
    for (const [n, cell] of norm.cells.entries()) checkCell(instrument, cell, ['norms', index, 'cells', n], report);
    reportOverlaps(norm, ['norms', index, 'cells'], report);
  }
}

function checkCell(instrument: Instrument, cell: NormCell, path: readonly PathPart[], report: Report): void {
  const measured = measuredBy(instrument, cell.scale);
  if (!measured) report([...path, 'scale'], 'NORM.UNKNOWN_SCALE', { scale: cell.scale });
  if (cell.ageFrom > cell.ageTo) report([...path, 'ageTo'], 'NORM.AGES_REVERSED');
  const hasFigures = cell.mean !== undefined || cell.sd !== undefined;
  if (cell.kind === 'linear') {
    if (cell.mean === undefined || cell.sd === undefined) report(path, 'NORM.FIGURES_MISSING');
    if (cell.table) report([...path, 'table'], 'NORM.BOTH_KINDS');
    const range = measured?.range;
    if (range && cell.mean !== undefined && (cell.mean < range[0] || cell.mean > range[1])) {
      report([...path, 'mean'], 'NORM.MEAN_OUTSIDE_RANGE', { min: range[0], max: range[1] });
    }
  } else {
    if (hasFigures) report(path, 'NORM.BOTH_KINDS');
    checkTable(cell.table, path, report);
  }
}

function checkTable(table: NormCell['table'], path: readonly PathPart[], report: Report): void {
  if (!table) return report([...path, 'table'], 'NORM.TABLE_MISSING');
  const columns = (row: (typeof table)[number]) => (['T', 'sten', 'pct'] as const).filter((name) => row[name] !== undefined).join();
  const first = table[0];
  for (const [index, row] of table.entries()) {
    const before = table[index - 1];
    if (before && row.raw <= before.raw) report([...path, 'table', index, 'raw'], 'NORM.TABLE_NOT_ORDERED');
    if (first && (columns(row) === '' || columns(row) !== columns(first))) report([...path, 'table', index], 'NORM.TABLE_UNEVEN');
  }
}

/** Two cells for one person would make the result depend on the order of the file. A cell for `any` may stand behind cells by sex. */
function reportOverlaps(norm: Norm, path: readonly PathPart[], report: Report): void {
  const groups = new Map<string, { cell: NormCell; index: number }[]>();
  for (const [index, cell] of norm.cells.entries()) {
    const key = JSON.stringify([cell.scale, cell.sex]);
    const group = groups.get(key);
    if (group) group.push({ cell, index });
    else groups.set(key, [{ cell, index }]);
  }
  for (const group of groups.values()) {
    const ordered = group.toSorted((a, b) => a.cell.ageFrom - b.cell.ageFrom);
    let widest = ordered[0];
    for (const entry of ordered.slice(1)) {
      if (widest && agesMeet(widest.cell, entry.cell)) report([...path, entry.index], 'NORM.CELLS_OVERLAP', { cell: widest.index });
      if (widest && entry.cell.ageTo > widest.cell.ageTo) widest = entry;
    }
  }
}

export function checkBands(instrument: Instrument, report: Report): void {
  for (const [index, set] of instrument.bands.entries()) {
    const path: PathPart[] = ['bands', index];
    const measured = measuredBy(instrument, set.scale);
    if (!measured) report([...path, 'scale'], 'BANDS.UNKNOWN_SCALE', { scale: set.scale });
    if ((set.when?.ageFrom ?? 0) > (set.when?.ageTo ?? 120)) report([...path, 'when', 'ageTo'], 'BANDS.AGES_REVERSED');
    if (measured) {
      const composite = instrument.derived.findIndex(({ id, range }) => id === set.scale && !range);
      if (composite >= 0) report(['derived', composite, 'range'], 'DERIVED.RANGE_MISSING', { id: set.scale });
      checkCuts(instrument, set, measured, path, report);
    }
    const rival = instrument.bands.findIndex((other, at) => at < index && areRivals(other, set));
    if (rival >= 0) report(path, 'BANDS.OVERLAP', { bands: rival });
  }
}

/** Two sets that would both speak of one person as the same reading of the same scale, neither being the more particular one. */
function areRivals(a: Bands, b: Bands): boolean {
  if (a.scale !== b.scale || a.basis !== b.basis || a.id !== b.id) return false;
  if (isConditional(a) !== isConditional(b)) return false;
  const ages = ({ when }: Bands) => ({ ageFrom: when?.ageFrom ?? 0, ageTo: when?.ageTo ?? 120 });
  const sexesMeet = a.when?.sex === undefined || b.when?.sex === undefined || a.when.sex === b.when.sex;
  return sexesMeet && agesMeet(ages(a), ages(b));
}

export const isConditional = ({ when }: Pick<Bands, 'when'>): boolean =>
  when !== undefined && (when.ageFrom !== undefined || when.ageTo !== undefined || when.sex !== undefined);

function checkCuts(instrument: Instrument, set: Bands, { range }: Measured, path: readonly PathPart[], report: Report): void {
  for (const [index, cut] of set.cuts.entries()) {
    const before = set.cuts[index - 1];
    if (before && cut.from <= before.from) report([...path, 'cuts', index, 'from'], 'BANDS.NOT_ORDERED');
  }
  const limits =
    set.basis === 'raw' ? range : set.basis === 'sten' ? [1, 10] : set.basis === 'pct' ? [0, 100] : [lowestT(instrument, set.scale, range), 200];
  if (!limits) return;
  const [low = 0, high = 0] = limits;
  const first = set.cuts[0];
  if (first && first.from > low) report([...path, 'cuts', 0, 'from'], 'BANDS.GAP_AT_START', { from: low });
  for (const [index, cut] of set.cuts.entries()) {
    if (cut.from > high) report([...path, 'cuts', index, 'from'], 'BANDS.BEYOND_RANGE', { max: high });
  }
}

/** The lowest T that the norms can give, though bands may always begin at 0: lower still, the first band holds. */
function lowestT(instrument: Instrument, scale: string, range: Measured['range']): number {
  const values = instrument.norms.flatMap((norm) =>
    norm.cells
      .filter((cell) => cell.scale === scale)
      .flatMap((cell) => {
        if (cell.kind === 'table') return (cell.table ?? []).flatMap((row) => (row.T === undefined ? [] : [row.T]));
        return range && cell.mean !== undefined && cell.sd !== undefined ? [50 + (10 * (range[0] - cell.mean)) / cell.sd] : [];
      }),
  );
  return values.length === 0
    ? 20
    : Math.max(
        0,
        values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY),
      );
}
