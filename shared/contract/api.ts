import type { z } from 'zod';
import type { contract } from './registry';

export type Contract = typeof contract;
export type ModuleName = keyof Contract;

/** 'children.create' and the like: every request that exists. */
export type OperationName = {
  [M in ModuleName]: `${M}.${keyof Contract[M]['operations'] & string}`;
}[ModuleName];

type OperationOf<N extends OperationName> = N extends `${infer M}.${infer O}`
  ? M extends ModuleName
    ? O extends keyof Contract[M]['operations']
      ? Contract[M]['operations'][O]
      : never
    : never
  : never;

/** What a screen sends: before zod fills defaults and brands ids. */
export type Input<N extends OperationName> = OperationOf<N> extends { input: infer I extends z.ZodType } ? z.input<I> : never;
export type Output<N extends OperationName> = OperationOf<N> extends { output: infer O extends z.ZodType } ? z.output<O> : never;

/** The client seen by screens: `api.children.create(input)`. */
export type Api = {
  [M in ModuleName]: {
    [O in keyof Contract[M]['operations'] & string]: (
      input: Input<`${M}.${O}` & OperationName>,
      options?: { jobId?: string },
    ) => Promise<Output<`${M}.${O}` & OperationName>>;
  };
};
