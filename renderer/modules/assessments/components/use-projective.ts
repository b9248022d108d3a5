import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { FieldConflict } from '../../../../shared/kernel/errors';
import type { Projective, ProjectiveFields } from '../../../../shared/modules/assessments/assessments.model';
import { call } from '../../../lib/client';
import { beforeLocking } from '../../../lib/lock';
import { queryKey } from '../../../lib/query';
import { FieldKeeper, type KeeperState } from '../field-keeper';

type Keeper = FieldKeeper<ProjectiveFields>;
export type ProjectiveDesk = KeeperState<ProjectiveFields> & Pick<Keeper, 'set' | 'flush' | 'settle'>;

const asideKey = (id: string): string => `clinical/projective-conflicts/${id}`;

/** A hypothesis without its own words is not one yet: it waits in the window until it has them. */
const ready = (fields: ProjectiveFields): ProjectiveFields => ({
  ...fields,
  hypotheses: fields.hypotheses.filter(({ text }) => text.trim() !== ''),
});

/** The observation as the screen holds it, saved by itself until the page is left or locked. */
export function useProjective(record: Projective): ProjectiveDesk {
  const { id } = record.header;
  const client = useQueryClient();
  const [keeper] = useState(
    () =>
      new FieldKeeper<ProjectiveFields>(record.fields, {
        ready,
        save: async (changes) => {
          const saved = await call('assessments.changeProjective', { id, changes });
          client.setQueryData(queryKey('assessments.projective', { id }), saved);
          return { fields: saved.fields, at: saved.header.updatedAt };
        },
        keepAside: (conflicts) =>
          conflicts.length === 0
            ? call('clinical.discardDraft', { formKey: asideKey(id) })
            : call('clinical.saveDraft', { formKey: asideKey(id), data: JSON.stringify(conflicts) }),
      }),
  );
  useEffect(() => {
    keeper.adopt(record.fields);
  }, [keeper, record.fields]);
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
        .then(() => client.invalidateQueries({ queryKey: ['clinical'] }))
        .catch(() => undefined);
    };
  }, [client, id, keeper]);
  const state = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  return { ...state, set: keeper.set, flush: keeper.flush, settle: keeper.settle };
}
