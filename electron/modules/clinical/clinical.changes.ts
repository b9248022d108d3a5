import { conflict, type FieldConflict } from '../../../shared/kernel/errors';
import { canonicalContent } from './clinical.records';

export const same = (a: unknown, b: unknown): boolean => canonicalContent(a) === canonicalContent(b);

export type Changes<T> = { [K in keyof T]?: { from: T[K]; to: T[K] } | undefined };

/** Compares what a window started from with what is kept now; any field that stands against another window stops the whole save. */
export class Merge {
  private readonly conflicts: FieldConflict[] = [];

  take<T>(field: string, stored: T, change: { from: T; to: T }): T {
    if (same(stored, change.from) || same(stored, change.to)) return change.to;
    this.conflicts.push({ field, base: change.from, theirs: stored, mine: change.to });
    return stored;
  }

  fields<T extends object>(stored: T, changes: Changes<T>): T {
    const next = { ...stored };
    for (const key of Object.keys(changes) as (keyof T & string)[]) {
      const change = changes[key];
      if (change) next[key] = this.take(key, stored[key], change);
    }
    return next;
  }

  done(): void {
    if (this.conflicts.length > 0) throw conflict(this.conflicts);
  }
}

export function merged<T extends object>(stored: T, changes: Changes<T>): T {
  const merge = new Merge();
  const next = merge.fields(stored, changes);
  merge.done();
  return next;
}
