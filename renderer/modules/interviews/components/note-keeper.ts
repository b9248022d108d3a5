import type { Output } from '../../../../shared/contract/api';
import type { FieldConflict } from '../../../../shared/kernel/errors';
import { changesBetween, isNothing, rebased, withPlace } from '../../../../shared/modules/interviews/interview.changes';
import type { InterviewContent } from '../../../../shared/modules/interviews/interview.model';
import type { InterviewChanges } from '../../../../shared/modules/interviews/interviews.contract';
import { isWireError } from '../../../lib/wire-error';

type Record = Output<'interviews.get'>;
const QUIET_MS = 700;
const RETRY_MS = 4000;

export interface NoteState {
  content: InterviewContent;
  savedAt: string | null;
  /** The last save failed; it is tried again by itself. */
  failed: unknown;
  conflicts: FieldConflict[];
}

export interface NotePort {
  save: (changes: InterviewChanges) => Promise<Record>;
  /** Two texts of one place wait for a choice: mine lies in the vault's drafts until then, whatever becomes of the window. */
  keepAside: (conflicts: FieldConflict[]) => Promise<unknown>;
}

type Side = 'base' | 'mine' | 'theirs';
const put = (content: InterviewContent, conflicts: Iterable<FieldConflict>, side: Side): InterviewContent =>
  [...conflicts].reduce((now, one) => withPlace(now, one.field, one[side]), content);

/**
 * The live notes of one interview: every pause of typing goes into the vault, place by place. What another window saved
 * in other places flows in; a place written in two windows is held back and shown with both texts, and the rest is saved.
 */
export class NoteKeeper {
  private state: NoteState;
  /** What the vault holds, as far as this window knows; in a held place, what this window started from. */
  private base: InterviewContent;
  private readonly held = new Map<string, FieldConflict>();
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<void> = Promise.resolve();
  private busy = 0;

  constructor(
    content: InterviewContent,
    private readonly port: NotePort,
  ) {
    this.base = content;
    this.state = { content, savedAt: null, failed: null, conflicts: [] };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly snapshot = (): NoteState => this.state;

  /** Sets one place of the notes: a field, `answers.<code>.<part>`, `quotes.<id>`. */
  readonly set = (place: string, value: unknown): void => {
    this.show({ content: withPlace(this.state.content, place, value) });
    this.later(QUIET_MS);
  };

  /** One save at a time, each of everything typed so far. Everything is in the vault after this, or it throws. */
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
    const conflicts = [...this.held.values()];
    this.base = put(this.base, conflicts, 'theirs');
    const yielded = conflicts.filter((one) => choices[one.field] === 'theirs');
    this.held.clear();
    this.show({ content: put(this.state.content, yielded, 'theirs'), conflicts: [] });
    this.port.keepAside([]).catch(() => undefined);
    this.flush().catch(() => undefined);
  };

  /** What another window saved, seen when this one asked again. */
  adopt(content: InterviewContent): void {
    if (content === this.base || this.busy > 0 || this.held.size > 0) return;
    const mine = rebased(this.base, this.state.content, content);
    this.base = content;
    this.show({ content: mine });
  }

  /** Conflicts of a former window, found in the vault's drafts. */
  restore(conflicts: FieldConflict[]): void {
    this.base = put(this.base, conflicts, 'base');
    this.show({ content: put(this.state.content, conflicts, 'mine') });
    this.hold(conflicts);
  }

  private show(change: Partial<NoteState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  private later(wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.flush().catch(() => undefined);
    }, wait);
  }

  private pending(): InterviewChanges {
    return changesBetween(this.base, this.state.content, new Set(this.held.keys()));
  }

  private hold(conflicts: FieldConflict[]): void {
    for (const one of conflicts) this.held.set(one.field, one);
    const all = [...this.held.values()];
    this.show({ conflicts: all });
    this.port.keepAside(all).catch(() => undefined);
  }

  private async saveAll(): Promise<void> {
    for (let changes = this.pending(); !isNothing(changes); changes = this.pending()) await this.saveOnce(changes);
  }

  private async saveOnce(changes: InterviewChanges): Promise<void> {
    const sent = this.state.content;
    try {
      const saved = await this.port.save(changes);
      const ground = put(sent, this.held.values(), 'base');
      this.base = put(saved.content, this.held.values(), 'base');
      this.show({ content: rebased(ground, this.state.content, saved.content), savedAt: saved.header.updatedAt, failed: null });
    } catch (failure) {
      if (!isWireError(failure) || failure.conflicts.length === 0) throw failure;
      this.hold(failure.conflicts);
    }
  }
}
