import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from './client';

const POLL_MS = 300;

export interface JobProgress {
  done: number;
  total: number;
}

export interface Job {
  /** null while nothing runs. */
  progress: JobProgress | null;
  /** `job.run((jobId) => api.documents.printBatch(input, { jobId }))` */
  run: <T>(work: (jobId: string) => Promise<T>) => Promise<T>;
  cancel: () => void;
}

/** Long work: starts it under a number, asks how far it is, and can stop it. */
export function useJob(): Job {
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const current = useRef<string | null>(null);
  const poll = useRef<ReturnType<typeof setInterval> | undefined>(undefined);

  useEffect(
    () => () => {
      clearInterval(poll.current);
    },
    [],
  );

  const run = useCallback(async <T>(work: (jobId: string) => Promise<T>): Promise<T> => {
    const jobId = crypto.randomUUID();
    current.current = jobId;
    setProgress({ done: 0, total: 0 });
    poll.current = setInterval(() => {
      api.session
        .jobStatus({ jobId })
        .then((status) => {
          if (current.current === jobId && status.state === 'running') setProgress({ done: status.done, total: status.total });
        })
        .catch(() => undefined);
    }, POLL_MS);
    try {
      return await work(jobId);
    } finally {
      clearInterval(poll.current);
      current.current = null;
      setProgress(null);
    }
  }, []);

  const cancel = useCallback(() => {
    if (current.current) api.session.cancelJob({ jobId: current.current }).catch(() => undefined);
  }, []);

  return { progress, run, cancel };
}
