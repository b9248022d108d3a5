import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export const COOKIE = 'tirek';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Equal or not, in a time that does not tell how much of it was equal. */
export const sameSecret = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected));

export function cookieOf(request: IncomingMessage): string {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === COOKIE) return value ?? '';
  }
  return '';
}

/**
 * A page of another site can make the browser send requests here under a name of its own (DNS rebinding): only the exact
 * address counts, and only one Host header.
 */
export const hasOurHost = (request: IncomingMessage, authority: string): boolean =>
  request.headers.host === authority && request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length === 1;

export const hasOurOrigin = (request: IncomingMessage, authority: string): boolean => request.headers.origin === `http://${authority}`;

export const isJson = (request: IncomingMessage): boolean =>
  /^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(request.headers['content-type'] ?? '');
