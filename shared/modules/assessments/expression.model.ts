import { z } from 'zod';

/**
 * The small closed language of a definition file, as JSON and never as text that somebody would have to parse:
 *
 *   a number, true or false            a constant
 *   {"item": "9"}                      the answer to an item, as given (before reverse keying); unknown while unanswered
 *   {"scale": "total"}                 a scale's value; only in `derived`
 *   {"derived": "index"}               another derived value; only in `derived`
 *   ["answered", {"item": "9"}]        whether an item has an answer: the only operator that never says "unknown"
 *   ["==" | "!=" | ">" | ">=" | "<" | "<=", a, b]
 *   ["and" | "or", a, b, ...]  ["not", a]  ["if", condition, then, otherwise]
 *   ["+" | "*" | "min" | "max", a, b, ...]  ["-" | "/", a, b]  ["abs", a]
 *
 * Unknown spreads: a comparison or a sum with an unknown part is unknown, `and` with a false part is false, `or` with a
 * true part is true. A condition holds only when it is true. Division by zero is unknown.
 */
export const COMPARISONS = ['==', '!=', '>', '>=', '<', '<='] as const;
export const OPERATORS = [...COMPARISONS, 'and', 'or', 'not', 'if', '+', '-', '*', '/', 'min', 'max', 'abs', 'answered'] as const;
export type Operator = (typeof OPERATORS)[number];

export const EXPRESSION_LIMITS = { depth: 12, nodes: 200, operands: 60 } as const;

export type Expr = number | boolean | { item: string } | { scale: string } | { derived: string } | [Operator, ...Expr[]];

/**
 * A name inside one definition: letters of any script, digits, and `_ . : -` after the first sign. Answers and times are kept
 * by it in a plain object, so a name that every object has (`constructor`, `toString`) is none.
 */
export const Id = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_.:-]{0,59}$/u, { error: 'ID.MALFORMED' })
  .refine((id) => !(id in {}), { error: 'ID.MALFORMED' });

export const Expr: z.ZodType<Expr, Expr> = z
  .lazy(() =>
    z.union([
      z.number(),
      z.boolean(),
      z.object({ item: Id }).strict(),
      z.object({ scale: Id }).strict(),
      z.object({ derived: Id }).strict(),
      z.tuple([z.enum(OPERATORS)], Expr) as unknown as z.ZodType<[Operator, ...Expr[]], [Operator, ...Expr[]]>,
    ]),
  )
  .meta({ id: 'Expr' });
