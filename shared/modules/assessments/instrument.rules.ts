import { checkBands, checkNorms } from './bands-norms.rules';
import type { PathPart, Report } from './definition-errors';
import { checkExpression, references } from './expression';
import type { Expr } from './expression.model';
import type { Instrument } from './instrument.model';
import { checkLanguages } from './languages.rules';
import { isOption, optionsOf } from './options';
import { checkScales } from './scales.rules';

/** What the parts of a definition must say about one another. Every finding is reported, none stops the others. */
export function checkDefinition(instrument: Instrument, report: Report): void {
  checkWhole(instrument, report);
  checkLanguages(instrument, report);
  checkOptionSets(instrument, report);
  checkItems(instrument, report);
  checkExpressions(instrument, report);
  checkScales(instrument, report);
  checkNorms(instrument, report);
  checkBands(instrument, report);
  checkValidity(instrument, report);
}

export function reportTwice(ids: readonly string[], path: (index: number) => readonly PathPart[], report: Report): void {
  const seen = new Set<string>();
  for (const [index, id] of ids.entries()) {
    if (seen.has(id)) report(path(index), 'ID.TWICE', { id });
    seen.add(id);
  }
}

function checkWhole({ kind, items, scales, derived, norms, audience }: Instrument, report: Report): void {
  const isQuestionnaire = kind === 'builtin' || kind === 'shell';
  if (isQuestionnaire && items.length === 0) report(['items'], 'INSTRUMENT.NO_ITEMS');
  if ((isQuestionnaire || kind === 'external') && scales.length === 0) report(['scales'], 'INSTRUMENT.NO_SCALES');
  if ((audience.minAge ?? 0) > (audience.maxAge ?? 120)) report(['audience', 'maxAge'], 'AUDIENCE.AGES_REVERSED');
  const ids = (list: readonly { id: string }[]) => list.map((entry) => entry.id);
  reportTwice(ids(items), (index) => ['items', index, 'id'], report);
  // A reading may be of a scale or of a composite: one list of names.
  const measured = [...ids(scales), ...ids(derived)];
  reportTwice(measured, (index) => (index < scales.length ? ['scales', index, 'id'] : ['derived', index - scales.length, 'id']), report);
  reportTwice(ids(norms), (index) => ['norms', index, 'id'], report);
}

function checkOptionSets({ optionSets }: Instrument, report: Report): void {
  for (const [id, options] of Object.entries(optionSets)) {
    const seen = new Set<number>();
    for (const [index, option] of options.entries()) {
      if (seen.has(option.value)) report(['optionSets', id, index, 'value'], 'OPTIONS.VALUE_TWICE', { value: option.value });
      seen.add(option.value);
    }
  }
}

function checkItems(instrument: Instrument, report: Report): void {
  const { items, scales, kind } = instrument;
  const used = new Set(scales.flatMap((scale) => scale.items.map((item) => item.id)));
  const numbers = new Set<number>();
  const mustBeScored = kind !== 'observation' && kind !== 'gas';
  for (const [index, item] of items.entries()) {
    const at = (field: string): PathPart[] => ['items', index, field];
    if (numbers.has(item.n)) report(at('n'), 'ITEM.NUMBER_TWICE', { n: item.n });
    numbers.add(item.n);
    const options = optionsOf(instrument, item);
    if (options.length === 0) report(at('options'), 'ITEM.UNKNOWN_OPTIONS', { options: item.options });
    else if (item.skipValue !== undefined && !isOption(options, item.skipValue))
      report(at('skipValue'), 'ITEM.SKIP_VALUE_NOT_AN_OPTION', { value: item.skipValue });
    if (item.skipValue !== undefined && item.skipIf === undefined) report(at('skipValue'), 'ITEM.SKIP_VALUE_WITHOUT_SKIP');
    if (item.unscored === true && used.has(item.id)) report(at('unscored'), 'ITEM.UNSCORED_BUT_USED', { item: item.id });
    if (item.unscored !== true && mustBeScored && !used.has(item.id)) report(['items', index], 'ITEM.IN_NO_SCALE', { item: item.id });
  }
  for (let n = 1; n <= items.length; n += 1) if (!numbers.has(n)) report(['items'], 'ITEM.NUMBER_MISSING', { n });
}

function checkExpressions(instrument: Instrument, report: Report): void {
  const { items, derived } = instrument;
  for (const [index, item] of items.entries()) {
    if (item.skipIf !== undefined) {
      checkItemCondition(instrument, item.skipIf, ['items', index, 'skipIf'], report);
      const ahead = references(item.skipIf).filter((ref) => (items.find((other) => other.id === ref.id)?.n ?? 0) > item.n);
      for (const ref of ahead) report(['items', index, 'skipIf'], 'ITEM.SKIP_LOOKS_AHEAD', { item: ref.id });
    }
    if (item.alert) checkItemCondition(instrument, item.alert.when, ['items', index, 'alert', 'when'], report);
  }
  for (const [index, composite] of derived.entries()) checkComposite(instrument, composite.expr, ['derived', index, 'expr'], report);
  reportCycles(
    items.map(({ id, skipIf }) => ({ id, needs: skipIf === undefined ? [] : references(skipIf).map((ref) => ref.id) })),
    (index) => ['items', index, 'skipIf'],
    report,
  );
  reportCycles(
    derived.map(({ id, expr }) => ({ id, needs: references(expr).flatMap((ref) => (ref.kind === 'derived' ? [ref.id] : [])) })),
    (index) => ['derived', index, 'expr'],
    report,
  );
}

function checkItemCondition(instrument: Instrument, expr: Expr, path: readonly PathPart[], report: Report): void {
  checkExpression(expr, 'boolean', path, report);
  for (const ref of references(expr)) {
    if (ref.kind !== 'item') report(path, 'EXPRESSION.SCALE_NOT_ALLOWED', { id: ref.id });
    else if (!instrument.items.some((item) => item.id === ref.id)) report(path, 'EXPRESSION.UNKNOWN_ITEM', { item: ref.id });
  }
  reportImpossible(instrument, expr, path, report);
}

/** An answer compared for equality with something that nobody can answer: a slip that would silence an alert for ever. */
function reportImpossible(instrument: Instrument, expr: Expr, path: readonly PathPart[], report: Report): void {
  if (!Array.isArray(expr)) return;
  const [operator, ...operands] = expr;
  for (const [index, operand] of operands.entries()) reportImpossible(instrument, operand, [...path, index + 1], report);
  if (operator !== '==' && operator !== '!=') return;
  const value = operands.find((operand) => typeof operand === 'number');
  const asked = operands.flatMap((operand) => references(operand))[0];
  const item = instrument.items.find((one) => one.id === asked?.id);
  const isPlain = operands.some((operand) => typeof operand === 'object' && !Array.isArray(operand));
  if (value === undefined || !item || !isPlain) return;
  const options = optionsOf(instrument, item);
  if (options.length > 0 && !isOption(options, value)) report(path, 'EXPRESSION.NOT_AN_OPTION', { item: item.id, value });
}

function checkComposite({ scales, derived }: Instrument, expr: Expr, path: readonly PathPart[], report: Report): void {
  checkExpression(expr, 'number', path, report);
  for (const ref of references(expr)) {
    if (ref.kind === 'item') report(path, 'EXPRESSION.ITEM_NOT_ALLOWED', { item: ref.id });
    else if (!(ref.kind === 'scale' ? scales : derived).some((known) => known.id === ref.id))
      report(path, 'EXPRESSION.UNKNOWN_SCALE', { id: ref.id });
  }
}

interface Node {
  id: string;
  needs: readonly string[];
}

/** Takes away, again and again, whatever needs nothing that is left or is needed by nothing that is left: circles remain. */
function reportCycles(nodes: readonly Node[], path: (index: number) => readonly PathPart[], report: Report): void {
  let left = [...nodes];
  for (let before = -1; before !== left.length;) {
    before = left.length;
    const ids = new Set(left.map((node) => node.id));
    left = left.filter((node) => node.needs.some((id) => ids.has(id)));
    const needed = new Set(left.flatMap((node) => node.needs));
    left = left.filter((node) => needed.has(node.id));
  }
  for (const [index, node] of nodes.entries()) if (left.includes(node)) report(path(index), 'EXPRESSION.CYCLE', { id: node.id });
}

function checkValidity({ validity, items, scales }: Instrument, report: Report): void {
  const isItem = (id: string) => items.some((item) => item.id === id);
  for (const [index, { a, b }] of (validity.pairs ?? []).entries()) {
    if (!isItem(a)) report(['validity', 'pairs', index, 'a'], 'VALIDITY.UNKNOWN_ITEM', { item: a });
    if (!isItem(b)) report(['validity', 'pairs', index, 'b'], 'VALIDITY.UNKNOWN_ITEM', { item: b });
    if (a === b) report(['validity', 'pairs', index], 'VALIDITY.SAME_ITEM', { item: a });
  }
  const lie = validity.lieScale;
  if (lie !== undefined && !scales.some((scale) => scale.id === lie)) report(['validity', 'lieScale'], 'VALIDITY.UNKNOWN_SCALE', { scale: lie });
}
