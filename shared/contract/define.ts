import type { z } from 'zod';
import type { Gate } from '../kernel/permissions';

/** What a journal entry says about a request: who is concerned, never what was written. */
export interface AuditRule<I = unknown, O = unknown> {
  subject: string;
  /** The id of the record concerned; null when there is none (a list, a sign-in). */
  id: (input: I, output: O) => string | null;
}

/** A write that the journal leaves out, with the reason; for the person's own unfinished typing and view settings only. */
export interface NotJournalled {
  notJournalled: string;
}

interface Operation<I extends z.ZodType, O extends z.ZodType> {
  permission: Gate;
  input: I;
  output: O;
  /** Codes of rule refusals that this request can answer with; each has a sentence in three languages. */
  errors?: readonly string[];
}

/** Where a request's rows and its journal entry live. A clinical one is answered only in a session that holds the clinical key. */
export interface InClinical {
  vault: 'clinical';
}

export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Operation<I, O> {
  kind: 'query';
  /** Set on reads of sensitive records: they are journalled like writes. */
  audit?: AuditRule<z.output<I>, z.output<O>>;
}

export interface Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Operation<I, O> {
  kind: 'command';
  audit: AuditRule<z.output<I>, z.output<O>> | NotJournalled;
}

export const ruleOf = (operation: AnyOperation): AuditRule | null =>
  operation.audit && !('notJournalled' in operation.audit) ? (operation.audit as AuditRule) : null;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- audit's argument types make the exact generic invariant; every use site is checked by defineModule
export type AnyOperation = Query<any, any> | Command<any, any> | (Query<any, any> & InClinical) | (Command<any, any> & InClinical);
export type ModuleContract = Record<string, AnyOperation>;

export const query = <I extends z.ZodType, O extends z.ZodType>(spec: Omit<Query<I, O>, 'kind'>): Query<I, O> => ({ kind: 'query', ...spec });
export const command = <I extends z.ZodType, O extends z.ZodType>(spec: Omit<Command<I, O>, 'kind'>): Command<I, O> => ({ kind: 'command', ...spec });
export const clinicalQuery = <I extends z.ZodType, O extends z.ZodType>(spec: Omit<Query<I, O>, 'kind'>): Query<I, O> & InClinical => ({
  kind: 'query',
  vault: 'clinical',
  ...spec,
});
export const clinicalCommand = <I extends z.ZodType, O extends z.ZodType>(spec: Omit<Command<I, O>, 'kind'>): Command<I, O> & InClinical => ({
  kind: 'command',
  vault: 'clinical',
  ...spec,
});

export const isClinical = (operation: AnyOperation): boolean => 'vault' in operation && operation.vault === 'clinical';

export function defineModule<const N extends string, const M extends ModuleContract>(name: N, operations: M): { name: N; operations: M } {
  return { name, operations };
}
