import { invalid } from '../../shared/kernel/errors';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_DEPTH = 24;
const MAX_NODES = 400_000;
const MAX_STRING = 16 * 1024 * 1024;

const refuse = (code: string): never => {
  throw invalid([{ path: '', code }]);
};

/**
 * Whatever a transport hands over must be a tree of plain values: no prototypes, getters, cycles, lone surrogates or
 * numbers that JSON cannot say. Checked before any schema sees it, so that a schema never meets a trap.
 */
export function assertPlainData(value: unknown): void {
  let nodes = 0;
  const open = new Set<object>();
  const visit = (node: unknown, depth: number): void => {
    nodes += 1;
    if (nodes > MAX_NODES) refuse('INPUT.TOO_LARGE');
    if (depth > MAX_DEPTH) refuse('INPUT.TOO_DEEP');
    if (node === null || node === undefined || typeof node === 'boolean') return;
    if (typeof node === 'number') {
      if (!Number.isFinite(node)) refuse('INPUT.NOT_PLAIN');
      return;
    }
    if (typeof node === 'string') {
      if (node.length > MAX_STRING) refuse('INPUT.TOO_LARGE');
      if (!node.isWellFormed()) refuse('INPUT.BROKEN_TEXT');
      return;
    }
    if (typeof node !== 'object') refuse('INPUT.NOT_PLAIN');
    visitObject(node, depth);
  };
  const visitObject = (node: object, depth: number): void => {
    if (open.has(node)) refuse('INPUT.NOT_PLAIN');
    open.add(node);
    if (!Array.isArray(node)) {
      const prototype: unknown = Object.getPrototypeOf(node);
      if (prototype !== Object.prototype && prototype !== null) refuse('INPUT.NOT_PLAIN');
    }
    for (const key of Reflect.ownKeys(node)) {
      if (typeof key === 'symbol' || FORBIDDEN.has(key)) refuse('INPUT.NOT_PLAIN');
      const descriptor = Object.getOwnPropertyDescriptor(node, key);
      if (descriptor && !('value' in descriptor)) refuse('INPUT.NOT_PLAIN');
      visit(descriptor?.value, depth + 1);
    }
    open.delete(node);
  };
  visit(value, 0);
}
