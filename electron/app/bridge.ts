import { CALL_CHANNEL, LOCKED_CHANNEL } from '../ipc/channels';

/** The part of ipcRenderer that the bridge needs; it never leaves this function. */
interface Invoker {
  invoke(channel: string, request: unknown): Promise<unknown>;
  on(channel: string, listener: () => void): unknown;
}

export interface Bridge {
  call: (op: string, input: unknown, jobId?: string) => Promise<unknown>;
  onLocked: (listener: () => void) => void;
}

/** What the page gets as `window.tirek`: requests that the contract names, and one word from the program. No channel is an argument. */
export function makeBridge(ipc: Invoker, operations: ReadonlySet<string>): Bridge {
  return {
    call: async (op, input, jobId) => {
      if (typeof op !== 'string' || !operations.has(op)) throw new Error('unknown request');
      return ipc.invoke(CALL_CHANNEL, jobId === undefined ? { op, input } : { op, input, jobId });
    },
    onLocked: (listener) => {
      // Wrapped: Electron's event object carries a reference to ipcRenderer and must not reach the page.
      ipc.on(LOCKED_CHANNEL, () => {
        listener();
      });
    },
  };
}

/** 'children.create' and the like, from the contract itself. */
export function operationNames(contract: Record<string, { operations: Record<string, unknown> }>): Set<string> {
  return new Set(Object.entries(contract).flatMap(([module, { operations }]) => Object.keys(operations).map((name) => `${module}.${name}`)));
}
