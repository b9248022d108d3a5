import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHttpHost, type HttpHost } from '../../electron/ipc/http-host/server';
import { rawHttp, takeCookie, type RawRequest } from '../support/raw-http';

let host: HttpHost;
let folder: string;
let handled: unknown[];
let locks: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-host-'));
  mkdirSync(join(folder, 'renderer/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.html'), 'outside');
  writeFileSync(join(folder, 'renderer/index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  writeFileSync(join(folder, 'renderer/assets/app.js'), 'export {};');
  writeFileSync(join(folder, 'renderer/.hidden.html'), 'hidden');
  handled = [];
  locks = 0;
  host = await startHttpHost({
    rendererDir: join(folder, 'renderer'),
    handle: (request) => {
      handled.push(request);
      return Promise.resolve({ ok: true, value: 'done' });
    },
    lock: () => {
      locks += 1;
      return Promise.resolve();
    },
  });
});

afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

async function signedHeaders(): Promise<Record<string, string>> {
  return { cookie: await takeCookie(host.newLaunchUrl()), origin: host.address, 'content-type': 'application/json' };
}

async function post(change: { headers?: Record<string, string>; body?: string | Buffer; drop?: string }): Promise<number> {
  const headers: Record<string, string> = { ...(await signedHeaders()), ...change.headers };
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== change.drop));
  return (await rawHttp(host.address, { method: 'POST', path: '/api', headers: kept, body: change.body ?? '{"op":"session.status"}' })).status;
}

describe('launch', () => {
  it('gives a cookie that scripts cannot read and other sites cannot send, and goes to the page', async () => {
    const url = new URL(host.newLaunchUrl());
    expect(url.hostname).toBe('127.0.0.1');
    expect(url.searchParams.get('t')).toMatch(/^[0-9a-f]{64}$/);
    const answer = await rawHttp(host.address, { path: url.pathname + url.search });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^tirek=[0-9a-f]{64}; HttpOnly; SameSite=Strict; Path=\/$/);
  });

  it('refuses a wrong, a missing and a replayed token', async () => {
    const url = new URL(host.newLaunchUrl());
    const ask = async (path: string): Promise<number> => (await rawHttp(host.address, { path })).status;
    expect(await ask(`/launch?t=${'0'.repeat(64)}`)).toBe(403);
    expect(await ask('/launch')).toBe(403);
    expect(await ask(url.pathname + url.search)).toBe(303);
    expect(await ask(url.pathname + url.search)).toBe(403);
  });

  it('a second browser takes the place of the first and finds the vault locked', async () => {
    const first = await takeCookie(host.newLaunchUrl());
    expect(locks).toBe(0);
    const second = await takeCookie(host.newLaunchUrl());
    expect(locks).toBe(1);
    expect((await rawHttp(host.address, { path: '/', headers: { cookie: first } })).status).toBe(401);
    expect((await rawHttp(host.address, { path: '/', headers: { cookie: second } })).status).toBe(200);
  });
});

describe('requests', () => {
  it('passes a request with cookie, Origin and JSON to the pipeline and brings its answer', async () => {
    const answer = await rawHttp(host.address, {
      method: 'POST',
      path: '/api',
      headers: await signedHeaders(),
      body: '{"op":"session.status","input":{}}',
    });
    expect(answer.status).toBe(200);
    expect(answer.json()).toEqual({ ok: true, value: 'done' });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(handled).toEqual([{ op: 'session.status', input: {} }]);
  });

  it.each([
    ['no cookie', { drop: 'cookie' }, 401],
    ['a wrong cookie', { headers: { cookie: `tirek=${'0'.repeat(64)}` } }, 401],
    ['no Origin', { drop: 'origin' }, 403],
    ['a foreign Origin', { headers: { origin: 'http://example.org' } }, 403],
    ['an opaque Origin', { headers: { origin: 'null' } }, 403],
    ['the same address by another name', { headers: { host: 'localhost' } }, 403],
    ['a foreign Host (DNS rebinding)', { headers: { host: 'tirek.example.org' } }, 403],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['plain text', { headers: { 'content-type': 'text/plain' } }, 415],
    ['no content type', { drop: 'content-type' }, 415],
    ['broken JSON', { body: '{"op":' }, 400],
    ['an empty body', { body: '' }, 400],
  ])('refuses %s', async (_, change, status) => {
    expect(await post(change)).toBe(status);
    expect(handled).toEqual([]);
  });

  it('refuses a body over 16 MB by its declared length and by its counted length', async () => {
    const headers = await signedHeaders();
    const declared = await rawHttp(host.address, {
      method: 'POST',
      path: '/api',
      headers: { ...headers, 'content-length': String(17 * 1024 * 1024) },
      body: 'x',
    });
    expect(declared.status).toBe(413);
    const counted: RawRequest = {
      method: 'POST',
      path: '/api',
      headers: { ...headers, 'transfer-encoding': 'chunked' },
      body: Buffer.alloc(16 * 1024 * 1024 + 1, 0x20),
    };
    // The host may end the connection while the rest is still being sent; either way nothing is handled.
    const status = await rawHttp(host.address, counted).then(
      (answer) => answer.status,
      () => 413,
    );
    expect(status).toBe(413);
    expect(handled).toEqual([]);
  });

  it('refuses other methods', async () => {
    const headers = await signedHeaders();
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      expect((await rawHttp(host.address, { method, path: '/api', headers })).status).toBe(405);
  });
});

describe('files', () => {
  it('serves the page with a policy whose nonce is new for every load and stands in the page', async () => {
    const { cookie } = (await signedHeaders()) as { cookie: string };
    const load = async (): Promise<{ policy: string; text: string }> => {
      const answer = await rawHttp(host.address, { path: '/', headers: { cookie } });
      return { policy: String(answer.headers['content-security-policy']), text: answer.text };
    };
    const [first, second] = [await load(), await load()];
    const nonce = /'nonce-([^']+)'/.exec(first.policy)?.[1];
    expect(first.text).toContain(`content="${String(nonce)}"`);
    expect(first.policy).not.toContain('unsafe');
    expect(second.policy).not.toBe(first.policy);
  });

  it('serves assets, and sends the fixed headers with them', async () => {
    const answer = await rawHttp(host.address, { path: '/assets/app.js', headers: await signedHeaders() });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
  });

  it('gives the page for an address of its own router, and nothing for a file that is not there', async () => {
    const headers = await signedHeaders();
    expect((await rawHttp(host.address, { path: '/children/0b1c/consents', headers })).text).toContain('csp-nonce');
    expect((await rawHttp(host.address, { path: '/assets/nothing', headers })).status).toBe(404);
  });

  it('needs the cookie for the page too', async () => {
    expect((await rawHttp(host.address, { path: '/' })).status).toBe(401);
  });

  it.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/%5c..%5csecret.html',
    '/index.html%00.js',
    '//secret.html/../../secret.html',
    '/.hidden.html',
    '/link.html',
    '/assets',
    '/missing.js',
  ])('finds nothing at %s', async (path) => {
    symlinkSync(join(folder, 'secret.html'), join(folder, 'renderer/link.html'));
    const answer = await rawHttp(host.address, { path, headers: await signedHeaders() });
    expect(answer.text).not.toContain('outside');
    expect([400, 403, 404]).toContain(answer.status);
  });
});

describe('lock events', () => {
  it('tells an open page that the vault was locked, and tells nobody without the cookie', async () => {
    expect((await rawHttp(host.address, { path: '/events' })).status).toBe(401);
    const { cookie } = (await signedHeaders()) as { cookie: string };
    const heard = await new Promise<string>((done, fail) => {
      get(`${host.address}/events`, { headers: { cookie } }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString();
          if (text.includes('event: locked')) {
            response.destroy();
            done(text);
          } else if (text.includes('retry:')) host.locked();
        });
      }).on('error', fail);
    });
    expect(heard).toContain('event: locked');
  });
});

it('listens on the loopback address alone', async () => {
  const { port } = new URL(host.address);
  const elsewhere = new Promise((done) => {
    get(`http://127.0.0.2:${port}/`, () => {
      done('answered');
    }).on('error', (error: NodeJS.ErrnoException) => {
      done(error.code);
    });
  });
  expect(await elsewhere).toBe('ECONNREFUSED');
});
