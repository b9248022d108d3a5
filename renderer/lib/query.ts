import {
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Input, ModuleName, OperationName, Output } from '../../shared/contract/api';
import { call } from './client';
import type { WireError } from './wire-error';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: WireError;
  }
}

/** The program is on the same machine: an answer is either there at once or refused for a reason, so nothing is tried twice. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 5_000, gcTime: 60_000, networkMode: 'always', refetchOnWindowFocus: true },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

export const queryKey = <N extends OperationName>(op: N, input: Input<N>): readonly [string, string, Input<N>] => {
  const [module = '', operation = ''] = op.split('.');
  return [module, operation, input] as const;
};

interface AskOptions {
  enabled?: boolean;
  /** Keep the former answer on the screen while the next page or search loads. */
  keep?: boolean;
  staleTime?: number;
  refetchInterval?: number;
}

/** `useAsk('children.list', { search })`: a read, cached by its input. */
export function useAsk<N extends OperationName>(op: N, input: Input<N>, options: AskOptions = {}): UseQueryResult<Output<N>> {
  const { keep, ...rest } = options;
  return useQuery({ queryKey: queryKey(op, input), queryFn: () => call(op, input), ...rest, ...(keep ? { placeholderData: keepPreviousData } : {}) });
}

/** Rooms whose writes also change the psychologist's common lists. */
const CLINICAL = new Set<string>(['assessments', 'interviews', 'sessions', 'art-therapy', 'extracts']);

/** `useAct('children.create', ['mentorships'])`: a write; its own module and `today` are asked again, and the modules named. */
export function useAct<N extends OperationName>(op: N, alsoStale: readonly ModuleName[] = []): UseMutationResult<Output<N>, WireError, Input<N>> {
  const client = useQueryClient();
  return useMutation<Output<N>, WireError, Input<N>>({
    mutationFn: (input) => call(op, input),
    onSuccess: async () => {
      const modules = [op.split('.')[0] ?? '', ...alsoStale];
      await Promise.all([
        ...modules.map((module) => client.invalidateQueries({ queryKey: [module] })),
        client.invalidateQueries({ queryKey: ['settings', 'today'] }),
        client.invalidateQueries({ queryKey: ['clinical', 'today'] }),
        ...(CLINICAL.has(op.split('.')[0] ?? '') ? [client.invalidateQueries({ queryKey: ['clinical'] })] : []),
      ]);
    },
  });
}
