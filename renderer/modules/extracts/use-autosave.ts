import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { z } from 'zod';
import { call } from '../../lib/client';
import { beforeLocking } from '../../lib/lock';
import { queryKey } from '../../lib/query';
import type { AppForm } from '../../ui';
import { TextKeeper, type Keeping, type Stored } from './text-keeper';

interface AutosaveOptions<T extends FieldValues> {
  id: string;
  form: AppForm<T, T>;
  shape: { [K in keyof T]: z.ZodType };
  stored: T;
  read: 'extracts.draft' | 'extracts.conclusion';
  change: 'extracts.change' | 'extracts.changeConclusion';
}

export interface Autosave extends Keeping {
  settle: (choices: Record<string, 'mine' | 'theirs'>) => void;
  flush: () => Promise<void>;
  unsaved: () => boolean;
}

/** A form whose record keeps itself while it is open, and before the screen locks. */
export function useAutosave<T extends FieldValues>({ id, form, shape, stored, read, change }: AutosaveOptions<T>): Autosave {
  const client = useQueryClient();
  const [keeping, setKeeping] = useState<Keeping>({ savedAt: null, failed: null, conflicts: [] });
  const [keeper] = useState(
    () =>
      new TextKeeper<T>({
        id,
        form,
        shape,
        stored,
        send: async (changes) => (await call(change, { id, changes })) as unknown as Stored<T>,
        onSaved: (saved) => {
          client.setQueryData(queryKey(read, { id }), saved);
        },
        onChange: setKeeping,
      }),
  );
  useEffect(() => {
    keeper.refresh(stored);
  }, [keeper, stored]);
  useEffect(() => {
    const stop = keeper.start();
    const leave = beforeLocking(() => keeper.flush());
    return () => {
      leave();
      stop();
    };
  }, [keeper]);
  return {
    ...keeping,
    settle: (choices) => {
      keeper.settle(choices);
    },
    flush: () => keeper.flush(),
    unsaved: () => keeper.unsaved(),
  };
}
