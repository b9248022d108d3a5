import { isOurAddress } from './scheme';

/** The part of Electron's Session that the rules need. */
export interface GuardedSession {
  setPermissionRequestHandler(handler: (contents: unknown, permission: string, decide: (granted: boolean) => void) => void): void;
  setPermissionCheckHandler(handler: () => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  on(event: 'will-download', listener: (event: { preventDefault: () => void }, item: { getURL: () => string }) => void): unknown;
  webRequest: { onBeforeRequest(listener: (details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void): void };
}

/** Pictures and papers that the page made itself carry its origin in their address. */
const isOwnBlob = (address: string): boolean => address.startsWith('blob:') && isOurAddress(address.slice('blob:'.length));

export const mayRequest = (address: string): boolean => isOurAddress(address) || isOwnBlob(address) || address.startsWith('data:');

/** Electron grants every permission unless told otherwise, and lets a page reach the network: here neither. */
export function guardSession(session: GuardedSession): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !mayRequest(details.url) });
  });
  session.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL())) event.preventDefault();
  });
}
