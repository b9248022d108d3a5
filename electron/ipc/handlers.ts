import type { z } from 'zod';
import type { AnyOperation, InClinical, ModuleContract } from '../../shared/contract/define';
import type { ClinicalReadContext, ClinicalStepsContext, ClinicalWriteContext, ReadContext, StepsContext, WriteContext } from './context';

type In<O extends AnyOperation> = z.output<O['input']>;
type Out<O extends AnyOperation> = z.input<O['output']>;

export type Handler<I = unknown, O = unknown> =
  | { mode: 'read'; run: (context: ReadContext, input: I) => O }
  | { mode: 'write'; run: (context: WriteContext, input: I) => O }
  | { mode: 'steps'; run: (context: StepsContext, input: I) => Promise<O> };

/** Inside no transaction; the type of its database cannot write. */
export const read = <I, O>(run: (context: ReadContext, input: I) => O): Handler<I, O> & { mode: 'read' } => ({ mode: 'read', run });
/** Inside one transaction together with its journal entry. */
export const write = <I, O>(run: (context: WriteContext, input: I) => O): Handler<I, O> & { mode: 'write' } => ({ mode: 'write', run });
/** Waits between transactions that it opens itself; its journal entry joins the last one. */
export const steps = <I, O>(run: (context: StepsContext, input: I) => Promise<O>): Handler<I, O> & { mode: 'steps' } => ({ mode: 'steps', run });

/** The same three for requests that live in the clinical vault. */
export const clinicalRead = <I, O>(run: (context: ClinicalReadContext, input: I) => O) => ({
  mode: 'read' as const,
  vault: 'clinical' as const,
  run,
});
export const clinicalWrite = <I, O>(run: (context: ClinicalWriteContext, input: I) => O) => ({
  mode: 'write' as const,
  vault: 'clinical' as const,
  run,
});
export const clinicalSteps = <I, O>(run: (context: ClinicalStepsContext, input: I) => Promise<O>) => ({
  mode: 'steps' as const,
  vault: 'clinical' as const,
  run,
});

type RecordsHandler<O extends AnyOperation> = O extends { kind: 'query' }
  ? | { mode: 'read'; run: (context: ReadContext, input: In<O>) => Out<O> }
    | { mode: 'steps'; run: (context: StepsContext, input: In<O>) => Promise<Out<O>> }
  : | { mode: 'write'; run: (context: WriteContext, input: In<O>) => Out<O> }
    | { mode: 'steps'; run: (context: StepsContext, input: In<O>) => Promise<Out<O>> };

type ClinicalHandler<O extends AnyOperation> = O extends { kind: 'query' }
  ? | { mode: 'read'; vault: 'clinical'; run: (context: ClinicalReadContext, input: In<O>) => Out<O> }
    | { mode: 'steps'; vault: 'clinical'; run: (context: ClinicalStepsContext, input: In<O>) => Promise<Out<O>> }
  : | { mode: 'write'; vault: 'clinical'; run: (context: ClinicalWriteContext, input: In<O>) => Out<O> }
    | { mode: 'steps'; vault: 'clinical'; run: (context: ClinicalStepsContext, input: In<O>) => Promise<Out<O>> };

/** A handler of the wrong vault does not compile: one that knows no clinical file cannot serve a clinical request, nor the other way round. */
type HandlerFor<O extends AnyOperation> = O extends InClinical ? ClinicalHandler<O> : RecordsHandler<O>;

export type HandlersOf<M extends ModuleContract> = { [K in keyof M]: HandlerFor<M[K]> };

/** Every request of the contract has exactly one handler, of the right kind; a missing one does not compile. */
export function defineHandlers<N extends string, M extends ModuleContract>(
  contract: { name: N; operations: M },
  handlers: HandlersOf<M>,
): { name: N; operations: M; handlers: HandlersOf<M> } {
  return { ...contract, handlers };
}

/** Any handler, as a module hands it to the pipeline. */
export type AnyHandler = HandlerFor<AnyOperation>;

/** The pipeline gives each handler the widest context; what of it a handler may touch is decided by its own type. */
export type PipelineHandler =
  | { mode: 'read'; run: (context: ClinicalReadContext, input: unknown) => unknown }
  | { mode: 'write'; run: (context: ClinicalWriteContext, input: unknown) => unknown }
  | { mode: 'steps'; run: (context: ClinicalStepsContext, input: unknown) => Promise<unknown> };
