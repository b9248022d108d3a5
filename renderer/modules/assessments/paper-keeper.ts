import type { Answers } from '../../../shared/modules/assessments/result.model';

export type Entry = 'first' | 'second';

export interface PaperState {
  first: Answers;
  /** null until the second entry begins. */
  second: Answers | null;
  saving: boolean;
  /** Why the last save failed; the answers wait here and are sent again. */
  failed: unknown;
}

type Send = (entry: Entry, answers: Answers) => Promise<unknown>;
type Waiting = { [E in Entry]: Answers | null };

const RETRY_MS = 4000;

/**
 * Answers as they are typed from paper: each is sent at once, in the order typed, and what comes while a save is under way
 * goes with the next. An answer that could not be saved stays waiting and is tried again by itself.
 */
export class PaperKeeper {
  private state: PaperState;
  private waiting: Waiting = { first: null, second: null };
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    known: Pick<PaperState, 'first' | 'second'>,
    private readonly send: Send,
  ) {
    this.state = { ...known, saving: false, failed: null };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly snapshot = (): PaperState => this.state;

  readonly put = (entry: Entry, answers: Answers): void => {
    this.state = { ...this.state, [entry]: { ...this.state[entry], ...answers } };
    this.waiting[entry] = { ...this.waiting[entry], ...answers };
    this.show({});
    this.flush().catch(() => undefined);
  };

  /** Resolves when everything typed is kept; throws when it could not be. */
  readonly flush = (): Promise<void> => {
    clearTimeout(this.timer);
    this.running ??= this.sendAll().finally(() => {
      this.running = null;
    });
    return this.running;
  };

  private show(change: Partial<PaperState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  private async sendAll(): Promise<void> {
    // Everything put in one turn goes together.
    await Promise.resolve();
    for (let entry = this.next(); entry !== null; entry = this.next()) await this.sendOne(entry);
    this.show({ saving: false });
  }

  private next(): Entry | null {
    return this.waiting.first ? 'first' : this.waiting.second ? 'second' : null;
  }

  private async sendOne(entry: Entry): Promise<void> {
    const answers = this.waiting[entry] ?? {};
    this.waiting = { ...this.waiting, [entry]: null };
    this.show({ saving: true });
    try {
      await this.send(entry, answers);
      this.show({ failed: null });
    } catch (failure) {
      // What was typed meanwhile is newer than what came back.
      this.waiting[entry] = { ...answers, ...this.waiting[entry] };
      this.show({ saving: false, failed: failure });
      this.timer = setTimeout(() => {
        this.flush().catch(() => undefined);
      }, RETRY_MS);
      throw failure;
    }
  }
}
