import { useCallback, useRef, useState } from 'react';
import type { FieldValues, Path, PathValue } from 'react-hook-form';
import type { FieldConflict } from '../../../shared/kernel/errors';
import { isWireError, type WireError } from '../../lib/wire-error';
import { formPath, packed, packedField } from './field-codes';
import type { AppForm } from './use-app-form';

/** `base` is what the record held when the form was opened: the `from` of an optimistic change. */
export type Save<I, O> = (values: O, base: I) => Promise<unknown>;

export type FieldOfCode<I extends FieldValues> = (code: string) => Path<I> | undefined;

export type Choice = 'mine' | 'theirs';

export interface Submit {
  submit: () => Promise<boolean>;
  busy: boolean;
  /** A failure that belongs to no field. */
  error: unknown;
  conflicts: FieldConflict[];
  resolve: (choices: Record<string, Choice>) => void;
}

/** Puts each refusal at the field that it speaks of; false when something is left that belongs to no field. */
function placedAtFields<I extends FieldValues, O extends FieldValues>(
  form: AppForm<I, O>,
  failure: WireError,
  fieldOfCode?: FieldOfCode<I>,
): boolean {
  const field = fieldOfCode?.(failure.code);
  if (field) {
    form.setError(field, { type: 'server', message: packed(failure.code, failure.params) }, { shouldFocus: true });
    return true;
  }
  const placed = failure.fields.filter((wrong) => {
    const path = formPath(wrong.path) as Path<I>;
    if (form.getValues(path) === undefined) return false;
    form.setError(path, { type: 'server', message: packedField(wrong) }, { shouldFocus: true });
    return true;
  });
  return placed.length > 0 && placed.length === failure.fields.length;
}

/**
 * Saving, once: the second press of a button finds the first still under way and does nothing.
 * `fieldOfCode` sends a rule's refusal to the field it speaks of.
 */
export function useSubmit<I extends FieldValues, O extends FieldValues>(form: AppForm<I, O>, save: Save<I, O>, fieldOfCode?: FieldOfCode<I>): Submit {
  const underWay = useRef(false);
  const base = useRef<Record<string, unknown>>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [conflicts, setConflicts] = useState<FieldConflict[]>([]);

  const place = useCallback(
    (failure: unknown) => {
      if (isWireError(failure) && failure.conflicts.length > 0) setConflicts(failure.conflicts);
      else if (!isWireError(failure) || !placedAtFields(form, failure, fieldOfCode)) setError(failure);
    },
    [form, fieldOfCode],
  );

  const submit = useCallback(async (): Promise<boolean> => {
    if (underWay.current) return false;
    underWay.current = true;
    setBusy(true);
    setError(null);
    let saved = false;
    try {
      await form.handleSubmit(async (values) => {
        await save(values, { ...(form.formState.defaultValues as I), ...base.current });
        saved = true;
      })();
    } catch (failure) {
      place(failure);
    } finally {
      underWay.current = false;
      setBusy(false);
    }
    return saved;
  }, [form, save, place]);

  const resolve = useCallback(
    (choices: Record<string, Choice>) => {
      for (const { field, theirs } of conflicts) {
        base.current[field] = theirs;
        if (choices[field] === 'theirs') form.setValue(field as Path<I>, theirs as PathValue<I, Path<I>>, { shouldDirty: true });
      }
      setConflicts([]);
    },
    [conflicts, form],
  );

  return { submit, busy, error, conflicts, resolve };
}

/** `{ field: { from, to } }` of the fields that differ: the input of an optimistic update. */
export function changesOf<T extends object>(base: T, values: T): Partial<{ [K in keyof T]: { from: T[K]; to: T[K] } }> {
  const changed = (Object.keys(values) as (keyof T)[]).filter((key) => JSON.stringify(values[key]) !== JSON.stringify(base[key]));
  return Object.fromEntries(changed.map((key) => [key, { from: base[key], to: values[key] }])) as never;
}
