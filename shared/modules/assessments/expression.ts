import type { DefinitionErrorCode, PathPart, Report } from './definition-errors';
import type { Expr, Operator } from './expression.model';
import { COMPARISONS, EXPRESSION_LIMITS, OPERATORS } from './expression.model';

/** A value of an expression; null is "unknown". */
export type ExprValue = number | boolean | null;
export type Reference = { kind: 'item' | 'scale' | 'derived'; id: string };
export type Lookup = (reference: Reference) => number | null;

const REFERENCES = ['item', 'scale', 'derived'] as const;

function referenceOf(expr: Expr): Reference | null {
  if (typeof expr !== 'object' || Array.isArray(expr)) return null;
  for (const kind of REFERENCES) {
    if (Object.hasOwn(expr, kind)) return { kind, id: (expr as Record<string, string>)[kind] ?? '' };
  }
  return null;
}

/** Computes an expression that `checkExpression` has accepted. Depth is bounded there, so recursion is. */
export function evaluate(expr: Expr, lookup: Lookup): ExprValue {
  if (typeof expr === 'number' || typeof expr === 'boolean') return expr;
  if (!Array.isArray(expr)) {
    const reference = referenceOf(expr);
    return reference ? lookup(reference) : null;
  }
  const [operator, ...operands] = expr;
  if (operator === 'if') {
    const condition = evaluate(operands[0] ?? false, lookup);
    if (condition === null) return null;
    return evaluate(operands[condition === true ? 1 : 2] ?? false, lookup);
  }
  return apply(
    operator,
    operands.map((operand) => evaluate(operand, lookup)),
  );
}

function apply(operator: Operator, values: ExprValue[]): ExprValue {
  if (operator === 'answered') return values[0] !== null;
  if (operator === 'and') return values.includes(false) ? false : values.includes(null) ? null : true;
  if (operator === 'or') return values.includes(true) ? true : values.includes(null) ? null : false;
  if (values.includes(null)) return null;
  if (operator === 'not') return values[0] !== true;
  const [a = 0, b = 0] = values.map(Number);
  switch (operator) {
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    default:
      return finite(calculate(operator, values.map(Number)));
  }
}

function calculate(operator: Operator, values: number[]): number {
  const [a = 0, b = 0] = values;
  switch (operator) {
    case '+':
      return values.reduce((sum, value) => sum + value, 0);
    case '*':
      return values.reduce((product, value) => product * value, 1);
    case '-':
      return a - b;
    case '/':
      return a / b;
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    case 'abs':
      return Math.abs(a);
    default:
      return Number.NaN;
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Whether a condition is known to hold. */
export const holds = (condition: Expr, lookup: Lookup): boolean => evaluate(condition, lookup) === true;

/** Everything that an expression reads. */
export function references(expr: Expr): Reference[] {
  if (Array.isArray(expr)) return expr.slice(1).flatMap((operand) => references(operand as Expr));
  const reference = referenceOf(expr);
  return reference ? [reference] : [];
}

const PARTS: Record<Operator, readonly [number, number]> = {
  '==': [2, 2],
  '!=': [2, 2],
  '>': [2, 2],
  '>=': [2, 2],
  '<': [2, 2],
  '<=': [2, 2],
  and: [2, EXPRESSION_LIMITS.operands],
  or: [2, EXPRESSION_LIMITS.operands],
  not: [1, 1],
  if: [3, 3],
  '+': [2, EXPRESSION_LIMITS.operands],
  '*': [2, EXPRESSION_LIMITS.operands],
  min: [2, EXPRESSION_LIMITS.operands],
  max: [2, EXPRESSION_LIMITS.operands],
  '-': [2, 2],
  '/': [2, 2],
  abs: [1, 1],
  answered: [1, 1],
};

type Kind = 'number' | 'boolean';

interface Walk {
  report: Report;
  nodes: number;
  stopped: boolean;
}

/**
 * Says what is wrong with a value that should be an expression yielding `kind`. It takes anything at all, because it also
 * explains what the shape check refused, and it stops at the first node beyond the limits.
 */
export function checkExpression(expr: unknown, kind: Kind, path: readonly PathPart[], report: Report): void {
  const walk: Walk = { report, nodes: 0, stopped: false };
  const found = kindOf(expr, path, 1, walk);
  if (found !== null && found !== kind) report(path, 'EXPRESSION.WRONG_KIND_OF_PART', { expected: kind });
}

function kindOf(expr: unknown, path: readonly PathPart[], depth: number, walk: Walk): Kind | null {
  if (walk.stopped) return null;
  walk.nodes += 1;
  const beyond: DefinitionErrorCode | null =
    depth > EXPRESSION_LIMITS.depth ? 'EXPRESSION.TOO_DEEP' : walk.nodes > EXPRESSION_LIMITS.nodes ? 'EXPRESSION.TOO_LONG' : null;
  if (beyond) {
    walk.stopped = true;
    walk.report(path, beyond, { limit: depth > EXPRESSION_LIMITS.depth ? EXPRESSION_LIMITS.depth : EXPRESSION_LIMITS.nodes });
    return null;
  }
  if (typeof expr === 'number') return 'number';
  if (typeof expr === 'boolean') return 'boolean';
  if (Array.isArray(expr)) return kindOfOperation(expr, path, depth, walk);
  const keys = typeof expr === 'object' && expr !== null ? Object.keys(expr) : [];
  if (keys.length === 1 && REFERENCES.some((name) => name === keys[0])) return 'number';
  walk.report(path, 'EXPRESSION.MALFORMED');
  return null;
}

function kindOfOperation(expr: unknown[], path: readonly PathPart[], depth: number, walk: Walk): Kind | null {
  const operator = OPERATORS.find((known) => known === expr[0]);
  if (!operator) {
    walk.report([...path, 0], 'EXPRESSION.UNKNOWN_OPERATOR');
    return null;
  }
  const [least, most] = PARTS[operator];
  if (expr.length - 1 < least || expr.length - 1 > most) {
    walk.report(path, 'EXPRESSION.WRONG_NUMBER_OF_PARTS', { operator, least, most });
    return null;
  }
  const kinds: (Kind | null)[] = [];
  for (const [index, operand] of expr.slice(1).entries()) kinds.push(kindOf(operand, [...path, index + 1], depth + 1, walk));
  if (operator === 'answered' && (typeof expr[1] !== 'object' || Array.isArray(expr[1])))
    walk.report([...path, 1], 'EXPRESSION.WRONG_KIND_OF_PART', { expected: 'item' });
  const wanted = operandKinds(operator, kinds);
  for (const [index, found] of kinds.entries()) {
    const expected = wanted[index];
    if (found !== null && expected && found !== expected) walk.report([...path, index + 1], 'EXPRESSION.WRONG_KIND_OF_PART', { expected });
  }
  return resultKind(operator, kinds);
}

function operandKinds(operator: Operator, found: readonly (Kind | null)[]): Kind[] {
  if (operator === 'and' || operator === 'or' || operator === 'not') return found.map(() => 'boolean');
  if (operator === 'if') return ['boolean', found[1] ?? 'number', found[1] ?? 'number'];
  return found.map(() => 'number');
}

function resultKind(operator: Operator, found: readonly (Kind | null)[]): Kind | null {
  if (operator === 'if') return found[1] ?? null;
  const truth = COMPARISONS.some((known) => known === operator) || ['and', 'or', 'not', 'answered'].includes(operator);
  return truth ? 'boolean' : 'number';
}
