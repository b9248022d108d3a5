import type { Api, Input, OperationName, Output } from '../../shared/contract/api';
import type { WireError as WireErrorData } from '../../shared/kernel/errors';
import { sessionEnded } from './lock';
import { WireError } from './wire-error';

type Answer = { ok: true; value: unknown } | { ok: false; error: WireErrorData };

interface Bridge {
  call: (op: string, input: unknown, jobId?: string) => Promise<unknown>;
  onLocked?: (listener: () => void) => void;
}

declare global {
  interface Window {
    tirek?: Bridge;
  }
}

async function overHttp(op: string, input: unknown, jobId?: string): Promise<unknown> {
  const response = await fetch('/api', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(jobId === undefined ? { op, input } : { op, input, jobId }),
  });
  return response.json();
}

async function transport(op: string, input: unknown, jobId?: string): Promise<Answer> {
  try {
    return (await (window.tirek ? window.tirek.call(op, input, jobId) : overHttp(op, input, jobId))) as Answer;
  } catch {
    // The program behind the window is gone or restarting; nothing is known about the request.
    return { ok: false, error: { kind: 'unexpected', code: 'TRANSPORT.FAILED' } };
  }
}

export async function call<N extends OperationName>(op: N, input: Input<N>, options?: { jobId?: string }): Promise<Output<N>> {
  const answer = await transport(op, input, options?.jobId);
  if (answer.ok) return answer.value as Output<N>;
  if (answer.error.kind === 'locked') sessionEnded();
  throw new WireError(answer.error);
}

/** `api.children.list(input)`: every request of the contract, typed by it; nothing is generated. */
export const api = new Proxy(
  {},
  {
    get: (_, module) =>
      new Proxy(
        {},
        {
          get: (__, operation) => (input: unknown, options?: { jobId?: string }) =>
            call(`${String(module)}.${String(operation)}` as OperationName, input as never, options),
        },
      ),
  },
) as unknown as Api;
