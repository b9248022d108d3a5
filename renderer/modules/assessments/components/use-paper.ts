import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Output } from '../../../../shared/contract/api';
import type { RowId } from '../../../../shared/kernel/ids';
import { call } from '../../../lib/client';
import { beforeLocking } from '../../../lib/lock';
import { queryKey } from '../../../lib/query';
import { PaperKeeper, type PaperState } from '../paper-keeper';

type Assessment = Output<'assessments.get'>;
export type PaperDesk = PaperState & Pick<PaperKeeper, 'put' | 'flush'>;

/** The answers of one paper as this window holds them; the cached record follows, so that coming back finds them. */
export function usePaper(record: Assessment): PaperDesk {
  const id: RowId = record.header.id;
  const client = useQueryClient();
  const [keeper] = useState(
    () =>
      new PaperKeeper({ first: record.answers, second: record.second }, async (entry, answers) => {
        await call('assessments.answer', { id, answers, entry });
        client.setQueryData<Assessment>(queryKey('assessments.get', { id }), (old) =>
          old ? { ...old, ...(entry === 'first' ? { answers: { ...old.answers, ...answers } } : { second: { ...old.second, ...answers } }) } : old,
        );
      }),
  );
  useEffect(() => {
    const leave = beforeLocking(keeper.flush);
    return () => {
      leave();
      keeper
        .flush()
        .then(() => client.invalidateQueries({ queryKey: ['assessments', 'list'] }))
        .catch(() => undefined);
    };
  }, [client, keeper]);
  const state = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  return { ...state, put: keeper.put, flush: keeper.flush };
}
