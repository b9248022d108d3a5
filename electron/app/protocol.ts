import type { Session } from 'electron';
import { answerFromBundle } from './bundle';
import { isOurAddress, SCHEME } from './scheme';

const pathOf = (address: string): string => /^[a-z]+:\/\/[^/]*([^?#]*)/i.exec(address)?.[1] ?? '/';

/** Pages come from the bundle through the same resolver as in the browser host; file:// is never used. */
export function serveBundle(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    if (request.method !== 'GET' || !isOurAddress(request.url)) return new Response(null, { status: 404 });
    const { status, headers, body } = await answerFromBundle(folder, pathOf(request.url));
    return new Response(new Uint8Array(body), { status, headers });
  });
}
