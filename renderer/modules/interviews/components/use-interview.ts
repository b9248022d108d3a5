import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Output } from '../../../../shared/contract/api';
import type { FieldConflict } from '../../../../shared/kernel/errors';
import { call } from '../../../lib/client';
import { beforeLocking } from '../../../lib/lock';
import { queryKey } from '../../../lib/query';
import { NoteKeeper, type NoteState } from './note-keeper';

export type InterviewDesk = NoteState & Pick<NoteKeeper, 'set' | 'flush' | 'settle'>;

const asideKey = (id: string): string => `clinical/interview-conflicts/${id}`;

/** The notes of one interview as the screen holds them, saved by themselves until the page is left or locked. */
export function useInterview(record: Output<'interviews.get'>): InterviewDesk {
  const { id } = record.header;
  const client = useQueryClient();
  const [keeper] = useState(
    () =>
      new NoteKeeper(record.content, {
        save: async (changes) => {
          const saved = await call('interviews.note', { id, ...changes });
          client.setQueryData(queryKey('interviews.get', { id }), saved);
          return saved;
        },
        keepAside: (conflicts) =>
          conflicts.length === 0
            ? call('clinical.discardDraft', { formKey: asideKey(id) })
            : call('clinical.saveDraft', { formKey: asideKey(id), data: JSON.stringify(conflicts) }),
      }),
  );
  useEffect(() => {
    keeper.adopt(record.content);
  }, [keeper, record.content]);
  useEffect(() => {
    let alive = true;
    void call('clinical.readDraft', { formKey: asideKey(id) })
      .then((draft) => {
        if (alive && draft) keeper.restore(JSON.parse(draft.data) as FieldConflict[]);
      })
      .catch(() => undefined);
    const leave = beforeLocking(keeper.flush);
    return () => {
      alive = false;
      leave();
      keeper
        .flush()
        .then(() => client.invalidateQueries({ queryKey: ['interviews', 'list'] }))
        .catch(() => undefined);
    };
  }, [client, id, keeper]);
  const state = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  return { ...state, set: keeper.set, flush: keeper.flush, settle: keeper.settle };
}
