import type { z } from 'zod';
import type { AnyOperation, ModuleContract } from '../../shared/contract/define';
import type { ReadContext, StepsContext, WriteContext } from './context';

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

type HandlerFor<O extends AnyOperation> = O extends { kind: 'query' }
  ? | { mode: 'read'; run: (context: ReadContext, input: In<O>) => Out<O> }
    | { mode: 'steps'; run: (context: StepsContext, input: In<O>) => Promise<Out<O>> }
  : | { mode: 'write'; run: (context: WriteContext, input: In<O>) => Out<O> }
    | { mode: 'steps'; run: (context: StepsContext, input: In<O>) => Promise<Out<O>> };

export type HandlersOf<M extends ModuleContract> = { [K in keyof M]: HandlerFor<M[K]> };

/** Every request of the contract has exactly one handler, of the right kind; a missing one does not compile. */
export function defineHandlers<N extends string, M extends ModuleContract>(
  contract: { name: N; operations: M },
  handlers: HandlersOf<M>,
): { name: N; operations: M; handlers: HandlersOf<M> } {
  return { ...contract, handlers };
}
