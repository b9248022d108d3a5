import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { codeOfIssue } from './field-codes';

export type AppForm<I extends FieldValues, O> = UseFormReturn<I, unknown, O>;

/** A form over a schema of shared/: the same rules that the program applies, said at the field while it is being filled. */
export function useAppForm<I extends FieldValues, O extends FieldValues>(schema: z.ZodType<O, I>, defaultValues: DefaultValues<I>): AppForm<I, O> {
  return useForm<I, unknown, O>({
    resolver: zodResolver(schema, { error: codeOfIssue }),
    defaultValues,
    mode: 'onTouched',
    shouldFocusError: true,
  });
}
