import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { api } from './client';
import { beforeLocking } from './lock';

const QUIET_MS = 800;
const LIMIT = 390_000;

/** A form of the psychologist's room has a key that begins so; its draft lives in the clinical vault and nowhere else. */
const CLINICAL = 'clinical/';
const keeperOf = (formKey: string) => (formKey.startsWith(CLINICAL) ? api.clinical : api.settings);

export interface DraftState {
  /** When the draft put back into the form was written; null when the form opened clean. */
  restoredAt: string | null;
  savedAt: string | null;
  /** Throws the draft away and puts the form back to the record. */
  discard: () => void;
  /** The form was saved: the draft has done its work. */
  forget: () => Promise<void>;
}

const onTyping = <T extends FieldValues, C, O>(form: UseFormReturn<T, C, O>, typed: () => void): (() => void) =>
  form.subscribe({
    formState: { values: true, isDirty: true },
    callback: ({ isDirty }) => {
      if (isDirty) typed();
    },
  });

/** A draft found in the vault goes back into a form that nobody has touched yet; answers when it was written. */
async function putBack<T extends FieldValues, C, O>(formKey: string, form: UseFormReturn<T, C, O>, wanted: () => boolean): Promise<string | null> {
  const draft = await keeperOf(formKey)
    .readDraft({ formKey })
    .catch(() => null);
  if (!draft || !wanted() || form.formState.isDirty) return null;
  form.reset(JSON.parse(draft.data) as T, { keepDefaultValues: true });
  return draft.updatedAt;
}

/** Answers when it was kept; null for a form too large to be kept on the way. */
async function keep<T extends FieldValues, C, O>(formKey: string, form: UseFormReturn<T, C, O>): Promise<string | null> {
  const data = JSON.stringify(form.getValues());
  if (data.length > LIMIT) return null;
  return (await keeperOf(formKey).saveDraft({ formKey, data })).updatedAt;
}

/** Keeps a half-written form in the vault, so that a lock, a crash or a closed window costs nothing. */
export function useDraft<T extends FieldValues, C, O>(formKey: string, form: UseFormReturn<T, C, O>): DraftState {
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const closed = useRef(false);

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (closed.current) return;
    const at = await keep(formKey, form);
    if (at !== null) setSavedAt(at);
  }, [form, formKey]);

  useEffect(() => {
    let alive = true;
    closed.current = false;
    void putBack(formKey, form, () => alive).then((writtenAt) => {
      if (writtenAt !== null) setRestoredAt(writtenAt);
    });
    const stop = onTyping(form, () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save().catch(() => undefined), QUIET_MS);
    });
    const leave = beforeLocking(async () => {
      if (timer.current !== undefined) await save();
    });
    return () => {
      alive = false;
      stop();
      leave();
      if (timer.current !== undefined) save().catch(() => undefined);
    };
  }, [form, formKey, save]);

  const forget = useCallback(async () => {
    closed.current = true;
    clearTimeout(timer.current);
    timer.current = undefined;
    setRestoredAt(null);
    await keeperOf(formKey)
      .discardDraft({ formKey })
      .catch(() => undefined);
  }, [formKey]);

  const discard = useCallback(() => {
    void forget().then(() => {
      closed.current = false;
    });
    form.reset();
  }, [forget, form]);

  return { restoredAt, savedAt, discard, forget };
}
