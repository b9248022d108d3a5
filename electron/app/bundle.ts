import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { contentSecurityPolicy, fixedHeaders, newNonce } from './csp';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.icc': 'application/octet-stream',
};

export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

export interface BundleAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

const refused: BundleAnswer = { status: 404, headers: { ...fixedHeaders }, body: Buffer.alloc(0) };

/**
 * The file that a request path names inside the bundle, or null. Refused before the file system is asked: `..`, NUL,
 * backslashes, and any separator that was percent-encoded (a decoded slash must never become part of a path).
 */
export function relativeBundlePath(pathname: string): string[] | null {
  if (!pathname.startsWith('/') || /%(?:2f|5c|00)/i.test(pathname)) return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const parts = decoded.split('/').filter((part) => part !== '');
  if (parts.some((part) => part.startsWith('.') || part.includes(':'))) return null;
  // An address of the page's own router ("/children/..."): a file has an ending, a screen has none.
  const isScreen = parts[0] !== 'assets' && !parts.at(-1)?.includes('.');
  return parts.length === 0 || isScreen ? ['index.html'] : parts;
}

/** Answers a page or one of its files; the page gets a fresh nonce with every load. */
export async function answerFromBundle(folder: string, pathname: string): Promise<BundleAnswer> {
  const parts = relativeBundlePath(pathname);
  const type = parts ? TYPES[extname(parts.at(-1) ?? '').toLowerCase()] : undefined;
  if (!parts || !type) return refused;
  let body: Buffer;
  try {
    const base = await realpath(folder);
    // The real path is compared, so that a link inside the bundle cannot lead out of it.
    const file = await realpath(join(base, ...parts));
    if (!file.startsWith(base + sep)) return refused;
    body = await readFile(file);
  } catch {
    return refused;
  }
  const headers: Record<string, string> = { ...fixedHeaders, 'Content-Type': type };
  if (type.startsWith('text/html')) {
    const nonce = newNonce();
    headers['Content-Security-Policy'] = contentSecurityPolicy(nonce);
    headers['Cache-Control'] = 'no-store';
    body = Buffer.from(body.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce));
  } else {
    // A file opened by itself (an SVG, say) gets a policy that lets it do nothing.
    headers['Content-Security-Policy'] = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
    headers['Cache-Control'] = parts[0] === 'assets' ? 'private, max-age=31536000, immutable' : 'no-cache';
  }
  return { status: 200, headers, body };
}
