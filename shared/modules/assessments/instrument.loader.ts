import type { z } from 'zod';
import type { DefinitionError, PathPart, Report } from './definition-errors';
import { DEFINITION_ERRORS, jsonPath } from './definition-errors';
import { checkExpression } from './expression';
import { DEFINITION_LIMITS, Instrument } from './instrument.model';
import { checkDefinition } from './instrument.rules';
import { isDeeperThan, repeatedKeys, utf8Bytes } from './json-text';
import { madeRegular } from './regular-definition';

/**
 * Takes a definition from a file or from the database and either accepts it whole or says everything that is wrong with it.
 *
 *   text -> size -> depth -> JSON -> keys said twice -> depth, number of values, forbidden keys -> shape -> what the parts say of one another
 *
 * Each step runs only on what the one before has passed: a definition whose shape is wrong has no meaning to check yet.
 *
 * Reversed keys. `sign: -1` says that an item counts as min + max - x, with the ends of its option set. `reverse` repeats the
 * ends; where a file leaves it out it is filled in, but only if the set reverses onto itself (every option's mirror is an
 * option), for otherwise nobody can tell what the author meant. A `reverse` beside `sign: 1`, or with other ends, is a
 * contradiction and refused; and since a scale's declared range must be the computed one, a file that means "subtract" by -1 is
 * refused there. Loading an accepted definition again changes nothing.
 */
export type LoadedInstrument = { ok: true; instrument: Instrument } | { ok: false; errors: DefinitionError[] };

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

export function loadInstrument(raw: unknown): LoadedInstrument {
  if (typeof raw !== 'string') return loadValue(raw);
  if (raw.length > DEFINITION_LIMITS.bytes || utf8Bytes(raw) > DEFINITION_LIMITS.bytes) {
    return refusedFor({ path: '$', code: 'FILE.TOO_LARGE', params: { limit: DEFINITION_LIMITS.bytes } });
  }
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  if (isDeeperThan(text, DEFINITION_LIMITS.depth))
    return refusedFor({ path: '$', code: 'FILE.TOO_DEEP', params: { limit: DEFINITION_LIMITS.depth } });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refusedFor({ path: '$', code: 'FILE.NOT_JSON' });
  }
  const repeated = repeatedKeys(text, DEFINITION_LIMITS.errors);
  return repeated.length > 0 ? { ok: false, errors: repeated } : loadValue(value);
}

const refusedFor = (error: DefinitionError): LoadedInstrument => ({ ok: false, errors: [error] });

function loadValue(value: unknown): LoadedInstrument {
  const errors: DefinitionError[] = [];
  let count = 0;
  const report: Report = (path, code, params) => {
    count += 1;
    if (errors.length < DEFINITION_LIMITS.errors) errors.push({ path: jsonPath(path), code, ...(params ? { params } : {}) });
  };
  const instrument = accepted(value, report);
  if (count > errors.length) errors.push({ path: '$', code: 'FILE.TOO_MANY_ERRORS', params: { count, shown: errors.length } });
  return instrument && count === 0 ? { ok: true, instrument } : { ok: false, errors };
}

function accepted(value: unknown, report: Report): Instrument | null {
  if (!isTame(value, report)) return null;
  const shape = Instrument.safeParse(value);
  if (!shape.success) {
    for (const issue of shape.error.issues) reportIssue(issue, value, report);
    return null;
  }
  const instrument = madeRegular(shape.data);
  checkDefinition(instrument, report);
  return instrument;
}

interface Visit {
  value: unknown;
  path: readonly PathPart[];
}

/** Walks without recursion and stops at a limit, so that neither depth, nor size, nor a circle can exhaust the program. */
function isTame(root: unknown, report: Report): boolean {
  const waiting: Visit[] = [{ value: root, path: [] }];
  let nodes = 0;
  let tame = true;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    // An array says its length before its keys are made: a million of them would take longer than the refusal.
    const keys = Array.isArray(value) && value.length > DEFINITION_LIMITS.nodes ? null : Object.keys(value);
    nodes += keys?.length ?? Number.POSITIVE_INFINITY;
    if (!keys || nodes > DEFINITION_LIMITS.nodes) {
      report(path, 'FILE.TOO_MANY_VALUES', { limit: DEFINITION_LIMITS.nodes });
      return false;
    }
    if (path.length >= DEFINITION_LIMITS.depth) {
      report(path, 'FILE.TOO_DEEP', { limit: DEFINITION_LIMITS.depth });
      return false;
    }
    for (const key of keys) {
      if (FORBIDDEN.has(key)) {
        report([...path, key], 'FIELD.FORBIDDEN');
        tame = false;
      } else waiting.push({ value: (value as Record<string, unknown>)[key], path: [...path, Array.isArray(value) ? Number(key) : key] });
    }
  }
  return tame;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const part of path) value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined;
  return value;
}

const isExpressionAt = (path: readonly PropertyKey[]): boolean => path.at(-1) === 'skipIf' || path.at(-1) === 'when' || path.at(-1) === 'expr';

/** The shape check's findings in the words of this program. */
function reportIssue(issue: z.core.$ZodIssue, root: unknown, report: Report): void {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const value = valueAt(root, issue.path);
  if (value === undefined && issue.code !== 'custom') return report(path, 'FIELD.MISSING');
  if (issue.code === 'invalid_union' && isExpressionAt(issue.path)) {
    let found = 0;
    checkExpression(value, path.at(-1) === 'expr' ? 'number' : 'boolean', path, (...error) => {
      found += 1;
      report(...error);
    });
    return found === 0 ? report(path, 'EXPRESSION.MALFORMED') : undefined;
  }
  const own = DEFINITION_ERRORS.find((code) => code === issue.message);
  if (own) return report(path, own);
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) report([...path, key], 'FIELD.UNKNOWN');
      return;
    case 'invalid_type':
      return report(path, 'FIELD.WRONG_TYPE', { expected: issue.expected });
    case 'invalid_value':
      return report(path, 'FIELD.NOT_ALLOWED', { allowed: issue.values.map(String).join(', ') });
    case 'too_small':
      return report(path, 'FIELD.TOO_SMALL', { limit: Number(issue.minimum) });
    case 'too_big':
      return report(path, 'FIELD.TOO_LARGE', { limit: Number(issue.maximum) });
    case 'invalid_key':
      return report(path, 'ID.MALFORMED');
    default:
      return report(path, 'FIELD.MALFORMED');
  }
}
