interface Job {
  state: 'running' | 'done' | 'cancelled' | 'failed';
  done: number;
  total: number;
  abort: AbortController;
}

const KEEP = 50;

/** Progress of long requests, by the id that the screen gave them. Only numbers live here. */
export class Jobs {
  private readonly jobs = new Map<string, Job>();

  start(id: string): { signal: AbortSignal; progress: (done: number, total: number) => void; end: (state: 'done' | 'failed') => void } {
    const job: Job = { state: 'running', done: 0, total: 0, abort: new AbortController() };
    this.jobs.set(id, job);
    const oldest = this.jobs.keys().next();
    if (this.jobs.size > KEEP && !oldest.done) this.jobs.delete(oldest.value);
    return {
      signal: job.abort.signal,
      progress: (done, total) => {
        job.done = done;
        job.total = total;
      },
      end: (state) => {
        job.state = job.abort.signal.aborted ? 'cancelled' : state;
      },
    };
  }

  status(id: string): { state: Job['state'] | 'unknown'; done: number; total: number } {
    const job = this.jobs.get(id);
    return job ? { state: job.state, done: job.done, total: job.total } : { state: 'unknown', done: 0, total: 0 };
  }

  cancel(id: string): void {
    this.jobs.get(id)?.abort.abort(new DOMException('cancelled', 'AbortError'));
  }

  cancelAll(): void {
    for (const job of this.jobs.values()) job.abort.abort(new DOMException('cancelled', 'AbortError'));
  }
}
