import type { FieldConflict } from '../../../shared/kernel/errors';
import { isWireError } from '../../lib/wire-error';

const QUIET_MS = 700;
const RETRY_MS = 4000;

export type Changes<F> = { [K in keyof F]?: { from: F[K]; to: F[K] } };

export interface KeeperState<F> {
  fields: F;
  savedAt: string | null;
  /** The last save failed; it is tried again by itself. */
  failed: unknown;
  conflicts: FieldConflict[];
}

interface KeeperPort<F> {
  save: (changes: Changes<F>) => Promise<{ fields: F; at: string }>;
  /** What of a field can be kept now: an unfinished part of it waits in the window. */
  ready: (fields: F) => F;
  /** Two texts of one field wait for a choice: mine lies in the vault's drafts until then, whatever becomes of the window. */
  keepAside: (conflicts: FieldConflict[]) => Promise<unknown>;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
/** The vault trims a line; the space that a hand has just typed is no difference. */
const alike = (a: unknown, b: unknown): boolean => (typeof a === 'string' && typeof b === 'string' ? a.trim() === b.trim() : same(a, b));

/**
 * The fields of one draft, saved by themselves in every pause of typing, field by field. What another window saved in other
 * fields flows in; a field that both wrote is held back with both texts until somebody chooses, and the rest is saved.
 */
export class FieldKeeper<F extends object> {
  private state: KeeperState<F>;
  /** What the vault holds, as far as this window knows; in a held field, what this window started from. */
  private base: F;
  private readonly held = new Map<keyof F, FieldConflict>();
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<void> = Promise.resolve();
  private busy = 0;

  constructor(
    fields: F,
    private readonly port: KeeperPort<F>,
  ) {
    this.base = fields;
    this.state = { fields, savedAt: null, failed: null, conflicts: [] };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly snapshot = (): KeeperState<F> => this.state;

  readonly set = <K extends keyof F>(field: K, value: F[K]): void => {
    this.show({ fields: { ...this.state.fields, [field]: value } });
    this.later(QUIET_MS);
  };

  /** One save at a time. Everything that can be kept is in the vault after this, or it throws. */
  readonly flush = (): Promise<void> => {
    clearTimeout(this.timer);
    this.busy += 1;
    this.queue = this.queue
      .catch(() => undefined)
      .then(() => this.saveAll())
      .catch((failure: unknown) => {
        this.show({ failed: failure });
        this.later(RETRY_MS);
        throw failure;
      })
      .finally(() => {
        this.busy -= 1;
      });
    return this.queue;
  };

  readonly settle = (choices: { [field: string]: 'mine' | 'theirs' }): void => {
    const fields: Partial<F> = {};
    for (const [field, { theirs }] of this.held) {
      this.base = { ...this.base, [field]: theirs };
      if (choices[String(field)] === 'theirs') fields[field] = theirs as F[keyof F];
    }
    this.held.clear();
    this.show({ fields: { ...this.state.fields, ...fields }, conflicts: [] });
    this.port.keepAside([]).catch(() => undefined);
    this.flush().catch(() => undefined);
  };

  /** What another window saved, seen when this one asked again. */
  adopt(theirs: F): void {
    if (this.busy === 0) this.take(theirs);
  }

  /** Conflicts of a former window, found in the vault's drafts. */
  restore(conflicts: FieldConflict[]): void {
    for (const { field, base, mine } of conflicts) {
      this.base = { ...this.base, [field]: base };
      this.show({ fields: { ...this.state.fields, [field]: mine } });
    }
    this.hold(conflicts);
  }

  /** Fields that were not touched here become theirs; fields changed here keep what they started from. */
  private take(theirs: F): void {
    const ready = this.port.ready(this.state.fields);
    const taken: Partial<F> = {};
    for (const field of Object.keys(theirs) as (keyof F)[]) {
      if (alike(theirs[field], this.base[field]) || !same(ready[field], this.base[field]) || this.held.has(field)) continue;
      taken[field] = theirs[field];
    }
    if (Object.keys(taken).length === 0) return;
    this.base = { ...this.base, ...taken };
    this.show({ fields: { ...this.state.fields, ...taken } });
  }

  private hold(conflicts: FieldConflict[]): void {
    for (const one of conflicts) this.held.set(one.field as keyof F, one);
    const all = [...this.held.values()];
    this.show({ conflicts: all });
    this.port.keepAside(all).catch(() => undefined);
  }

  private show(change: Partial<KeeperState<F>>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  private later(wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.flush().catch(() => undefined);
    }, wait);
  }

  private pending(): Changes<F> {
    const ready = this.port.ready(this.state.fields);
    const changes: Changes<F> = {};
    for (const field of Object.keys(ready) as (keyof F)[]) {
      if (!this.held.has(field) && !same(ready[field], this.base[field])) changes[field] = { from: this.base[field], to: ready[field] };
    }
    return changes;
  }

  private async saveAll(): Promise<void> {
    for (let changes = this.pending(); Object.keys(changes).length > 0; changes = this.pending()) await this.saveOnce(changes);
  }

  private async saveOnce(changes: Changes<F>): Promise<void> {
    try {
      const saved = await this.port.save(changes);
      const stands = Object.fromEntries((Object.keys(changes) as (keyof F)[]).map((field) => [field, changes[field]?.to])) as Partial<F>;
      this.base = { ...this.base, ...stands };
      this.take(saved.fields);
      this.show({ savedAt: saved.at, failed: null });
    } catch (failure) {
      if (!isWireError(failure) || failure.conflicts.length === 0) throw failure;
      this.hold(failure.conflicts);
    }
  }
}
