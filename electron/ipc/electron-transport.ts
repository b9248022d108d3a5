import { CALL_CHANNEL } from './channels';
import { isOurSender, type SenderEvent } from './sender';

interface Registrar {
  handle(channel: string, listener: (event: SenderEvent, ...args: unknown[]) => Promise<unknown>): void;
}

interface Transport {
  /** The contents of the one window, or null while there is none. */
  windowId: () => number | null;
  handle: (request: unknown) => Promise<unknown>;
}

const refused = { ok: false, error: { kind: 'not-allowed', code: 'TRANSPORT.SENDER' } } as const;

/** The only place that registers a handler; a lint rule forbids any other, so no handler can miss the sender's check. */
export function registerElectronTransport(ipc: Registrar, { windowId, handle }: Transport): void {
  ipc.handle(CALL_CHANNEL, async (event, ...args) => {
    if (!isOurSender(event, windowId()) || args.length !== 1) return refused;
    return handle(args[0]);
  });
}
