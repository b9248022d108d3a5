export const SCHEME = 'app';
export const BUNDLE_HOST = 'bundle';
export const PAGE = `${SCHEME}://${BUNDLE_HOST}/`;

/** A scheme with an origin of its own: 'self' in the policy means the bundle, and file:// is never needed. */
export const schemePrivileges = {
  standard: true,
  secure: true,
  supportFetchAPI: true,
  stream: false,
  bypassCSP: false,
  corsEnabled: false,
  allowServiceWorkers: false,
} as const;

/** Parsed, not compared as text: `app://bundle.example.org` and `app://bundle@example.org` begin with the right letters too. */
export function isOurAddress(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === `${SCHEME}:` && url.hostname === BUNDLE_HOST && url.port === '' && url.username === '' && url.password === '';
}
