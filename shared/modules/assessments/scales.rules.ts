import type { PathPart, Report } from './definition-errors';
import type { Instrument, Scale, ScaleItem } from './instrument.model';
import type { Ends } from './options';
import { endsByItem } from './regular-definition';

/** How far a declared range may stand from the computed one: rounding of weights, nothing else. */
const TOLERANCE = 1e-6;

export function checkScales(instrument: Instrument, report: Report): void {
  const ends = endsByItem(instrument.items, instrument.optionSets);
  const items = new Set(instrument.items.map((item) => item.id));
  for (const [index, scale] of instrument.scales.entries()) {
    const path: PathPart[] = ['scales', index];
    if (scale.range[0] >= scale.range[1]) report([...path, 'range'], 'RANGE.REVERSED');
    for (const [n, rule] of (scale.change ?? []).entries()) {
      if (rule.method === 'published' && rule.minReliableChange === undefined)
        report([...path, 'change', n, 'minReliableChange'], 'SCALE.CHANGE_WITHOUT_VALUE');
    }
    checkItemsOf(scale, items, ends, path, report);
    if (instrument.kind === 'external' && scale.items.length === 0) continue;
    if (scale.items.length === 0) report([...path, 'items'], 'SCALE.NO_ITEMS');
    else checkFigures(scale, ends, path, report);
  }
  for (const [index, composite] of instrument.derived.entries()) {
    if (composite.range && composite.range[0] >= composite.range[1]) report(['derived', index, 'range'], 'RANGE.REVERSED');
  }
}

function checkItemsOf(scale: Scale, items: ReadonlySet<string>, ends: ReadonlyMap<string, Ends>, path: readonly PathPart[], report: Report): void {
  const seen = new Set<string>();
  for (const [index, item] of scale.items.entries()) {
    const at: PathPart[] = [...path, 'items', index];
    if (!items.has(item.id)) report([...at, 'id'], 'SCALE.UNKNOWN_ITEM', { item: item.id });
    if (seen.has(item.id)) report([...at, 'id'], 'SCALE.ITEM_TWICE', { item: item.id });
    seen.add(item.id);
    const own = ends.get(item.id);
    if (own) checkReverse(item, own, at, report);
  }
}

function checkReverse(item: ScaleItem, own: Ends, at: readonly PathPart[], report: Report): void {
  if (item.sign === 1 && item.reverse) report([...at, 'reverse'], 'SCALE.REVERSE_WITHOUT_SIGN', { item: item.id });
  if (item.sign === -1 && !item.reverse) report(at, 'SCALE.REVERSE_MISSING', { item: item.id, min: own.min, max: own.max });
  if (item.sign === -1 && item.reverse && (item.reverse.min !== own.min || item.reverse.max !== own.max)) {
    report([...at, 'reverse'], 'SCALE.REVERSE_NOT_OPTIONS', { item: item.id, min: own.min, max: own.max });
  }
}

/** What a scale can reach when all its items are answered, after weights, aggregation and `post`. */
export function computedRange(scale: Pick<Scale, 'items' | 'agg' | 'post'>, ends: ReadonlyMap<string, Ends>): [number, number] | null {
  let [low, high, weights] = [0, 0, 0];
  for (const item of scale.items) {
    const own = ends.get(item.id);
    if (!own) return null;
    const weight = item.weight ?? 1;
    low += weight * own.min;
    high += weight * own.max;
    weights += weight;
  }
  const by = scale.agg === 'mean' ? weights : 1;
  const [a, b] = [low, high].map((value) => (value / by) * (scale.post?.mul ?? 1) + (scale.post?.add ?? 0)) as [number, number];
  return a <= b ? [a, b] : [b, a];
}

function checkFigures(scale: Scale, ends: ReadonlyMap<string, Ends>, path: readonly PathPart[], report: Report): void {
  const range = computedRange(scale, ends);
  if (range && (Math.abs(range[0] - scale.range[0]) > TOLERANCE || Math.abs(range[1] - scale.range[1]) > TOLERANCE)) {
    report([...path, 'range'], 'SCALE.RANGE_WRONG', { min: range[0], max: range[1] });
  }
  const { minAnswered, method } = scale.missing;
  if (minAnswered > scale.items.length) report([...path, 'missing', 'minAnswered'], 'SCALE.TOO_MANY_REQUIRED', { items: scale.items.length });
  if (minAnswered < 1) report([...path, 'missing', 'minAnswered'], 'SCALE.NONE_REQUIRED');
  // A sum without prorating counts an unanswered item as nothing, which makes sense only where 0 is an answer.
  const countsAsNothing = scale.agg === 'sum' && method === 'none' && minAnswered < scale.items.length;
  const leaves = (item: ScaleItem) => {
    const own = ends.get(item.id);
    return own !== undefined && (own.min > 0 || own.max < 0);
  };
  if (countsAsNothing && scale.items.some(leaves)) report([...path, 'missing'], 'SCALE.MISSING_LEAVES_RANGE');
}
