import type { FieldValues, Path, PathValue } from 'react-hook-form';
import type { z } from 'zod';
import type { FieldConflict } from '../../../shared/kernel/errors';
import { call } from '../../lib/client';
import { isWireError } from '../../lib/wire-error';
import { changesOf, type AppForm } from '../../ui';

const QUIET_MS = 800;
const RETRY_MS = 4_000;

export interface Stored<T> {
  header: { updatedAt: string };
  fields: T;
}

export interface Keeping {
  savedAt: string | null;
  /** The last save failed; after an unexpected failure it is tried again by itself. */
  failed: unknown;
  conflicts: FieldConflict[];
}

interface KeeperOptions<T extends FieldValues> {
  id: string;
  form: AppForm<T, T>;
  /** One rule a field: a half-typed date waits, the other fields are kept meanwhile. */
  shape: { [K in keyof T]: z.ZodType };
  stored: T;
  send: (changes: object) => Promise<Stored<T>>;
  onSaved: (saved: Stored<T>) => void;
  onChange: (keeping: Keeping) => void;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Keeps a draft: each pause of typing goes into the record, field by field. What another window wrote in other fields
 * flows in; the same field written in two windows is held back until somebody chooses, and mine lies among the vault's
 * own drafts meanwhile, whatever becomes of the window.
 */
export class TextKeeper<T extends FieldValues> {
  private base: T;
  private readonly held = new Map<string, FieldConflict>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<void> = Promise.resolve();
  private busy = 0;
  private open = false;
  private keeping: Keeping = { savedAt: null, failed: null, conflicts: [] };

  constructor(private readonly options: KeeperOptions<T>) {
    this.base = options.stored;
  }

  /** Watches the typing until the answer is called. */
  start(): () => void {
    this.open = true;
    void this.putBackHeld();
    const stop = this.options.form.subscribe({
      formState: { values: true },
      callback: () => {
        this.later(QUIET_MS);
      },
    });
    return () => {
      this.open = false;
      stop();
      this.flush().catch(() => undefined);
    };
  }

  /** Everything typed is in the record after this, or it throws. One save at a time, each of everything typed so far. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.busy += 1;
    this.queue = this.queue
      .catch(() => undefined)
      .then(async () => {
        while (Object.keys(this.pending()).length > 0) await this.saveOnce();
      })
      .catch((failure: unknown) => {
        this.tell({ failed: failure });
        // A refusal (signed meanwhile in another window) would be the same the next time.
        if (this.open && isWireError(failure) && failure.kind === 'unexpected') this.later(RETRY_MS);
        throw failure;
      })
      .finally(() => {
        this.busy -= 1;
      });
    return this.queue;
  }

  /** What another window saved, seen when this one has asked again. */
  refresh(stored: T): void {
    if (this.busy === 0 && !same(stored, this.base)) this.takeOver(stored, this.base);
  }

  settle(choices: Record<string, 'mine' | 'theirs'>): void {
    for (const { field, theirs } of this.held.values()) {
      this.base = { ...this.base, [field]: theirs };
      if (choices[field] === 'theirs') this.set(field, theirs);
    }
    this.held.clear();
    this.tellHeld();
    this.flush().catch(() => undefined);
  }

  unsaved(): boolean {
    const values = this.options.form.getValues();
    const waits = Object.entries(this.options.shape).some(([field, rule]) => !rule.safeParse(values[field]).success);
    return waits || this.held.size > 0 || Object.keys(this.pending()).length > 0;
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.flush().catch(() => undefined);
    }, milliseconds);
  }

  private set(field: string, value: unknown): void {
    this.options.form.setValue(field as Path<T>, value as PathValue<T, Path<T>>);
  }

  /** What the form holds, as the program would take it; a field that breaks its rule keeps what was stored. */
  private values(): T {
    const typed = this.options.form.getValues();
    const entries = Object.entries(this.options.shape).map(([field, rule]): [string, unknown] => {
      const parsed = rule.safeParse(typed[field]);
      return [field, parsed.success ? parsed.data : this.base[field]];
    });
    return Object.fromEntries(entries) as T;
  }

  private pending(): object {
    return Object.fromEntries(Object.entries(changesOf(this.base, this.values())).filter(([field]) => !this.held.has(field)));
  }

  private async saveOnce(): Promise<void> {
    const sent = this.values();
    try {
      const saved = await this.options.send(this.pending());
      this.takeOver(saved.fields, sent);
      this.options.onSaved(saved);
      this.tell({ savedAt: saved.header.updatedAt, failed: null });
    } catch (failure) {
      if (!isWireError(failure) || failure.conflicts.length === 0) throw failure;
      this.hold(failure.conflicts);
    }
  }

  /** Takes over what the record holds now, but never under a typing hand. */
  private takeOver(now: T, sent: T): void {
    const mine = this.values();
    for (const field of Object.keys(now)) {
      if (this.held.has(field)) continue;
      if (same(mine[field], sent[field]) && !same(mine[field], now[field])) this.set(field, now[field] as unknown);
      this.base = { ...this.base, [field]: now[field] as unknown };
    }
  }

  private hold(found: FieldConflict[]): void {
    for (const one of found) this.held.set(one.field, one);
    this.tellHeld();
  }

  private tellHeld(): void {
    const conflicts = [...this.held.values()];
    this.tell({ conflicts });
    const kept =
      conflicts.length === 0
        ? call('clinical.discardDraft', this.aside())
        : call('clinical.saveDraft', { ...this.aside(), data: JSON.stringify(conflicts) });
    kept.catch(() => undefined);
  }

  private readonly aside = () => ({ formKey: `clinical/text-conflicts/${this.options.id}` });

  private async putBackHeld(): Promise<void> {
    const draft = await call('clinical.readDraft', this.aside()).catch(() => null);
    if (!draft || !this.open) return;
    const waiting = JSON.parse(draft.data) as FieldConflict[];
    for (const { field, mine } of waiting) this.set(field, mine);
    this.hold(waiting);
  }

  private tell(change: Partial<Keeping>): void {
    this.keeping = { ...this.keeping, ...change };
    this.options.onChange(this.keeping);
  }
}
