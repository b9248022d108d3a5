// What a hostile page could send if it got as far as the transport: the real program behind the real loopback host.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpHost, type HttpHost } from '../../electron/ipc/http-host/server';
import { registerElectronTransport } from '../../electron/ipc/electron-transport';
import type { SenderEvent } from '../../electron/ipc/sender';
import { rawHttp, takeCookie } from '../support/raw-http';
import { TestProgram } from '../support/program';

let program: TestProgram;
let host: HttpHost;
let headers: Record<string, string>;
let pages: string;

beforeAll(async () => {
  pages = mkdtempSync(join(tmpdir(), 'tirek-pages-'));
  program = await TestProgram.start();
  host = await startHttpHost({ rendererDir: pages, handle: (request) => program.tirek.pipeline.handle(request), lock: () => program.tirek.lock() });
  headers = { cookie: await takeCookie(host.newLaunchUrl()), origin: host.address, 'content-type': 'application/json' };
});

afterAll(async () => {
  await host.close();
  await program.tirek.close();
  rmSync(pages, { recursive: true, force: true });
  rmSync(program.dataDir, { recursive: true, force: true });
});

interface Answer {
  ok: boolean;
  value?: unknown;
  error?: { kind: string; code: string };
}

async function send(body: string): Promise<Answer> {
  const answer = await rawHttp(host.address, { method: 'POST', path: '/api', headers, body });
  expect(answer.status).toBe(200);
  return answer.json() as Answer;
}

const nested = (depth: number): string => `{"op":"session.status","input":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`;

describe('the raw transport', () => {
  it('answers a request of the contract', async () => {
    expect(await send('{"op":"session.status","input":{}}')).toMatchObject({ ok: true });
  });

  it.each<[string, string]>([
    ['nothing', 'null'],
    ['a list', '[]'],
    ['a number', '1'],
    ['no name', '{"input":{}}'],
    ['a name that is no text', '{"op":{"a":1},"input":{}}'],
    ['a name with a prototype', '{"op":"__proto__","input":{}}'],
    ['a name out of a prototype', '{"op":"session.constructor","input":{}}'],
    ['a module out of a prototype', '{"op":"constructor.name","input":{}}'],
    ['an unknown name', '{"op":"session.destroyEverything","input":{}}'],
    ['a property that nobody asked for', '{"op":"session.status","input":{},"actor":{"roles":["administrator"]}}'],
    ['__proto__ in the request', '{"op":"session.status","input":{},"__proto__":{"isAdmin":true}}'],
    ['__proto__ in the input', '{"op":"session.status","input":{"__proto__":{"isAdmin":true}}}'],
    ['constructor in the input', '{"op":"session.status","input":{"a":{"constructor":{"prototype":{}}}}}'],
    ['an input that is a list', '{"op":"session.signIn","input":[]}'],
    ['wrong types', '{"op":"session.signIn","input":{"name":{"$gt":""},"password":["x"]}}'],
    ['a depth of 10 000', nested(10_000)],
    ['a depth of 100', nested(100)],
    ['half a million entries', `{"op":"session.status","input":[${'0,'.repeat(500_000)}0]}`],
    ['half a character', '{"op":"session.signIn","input":{"name":"\\ud800","password":"x"}}'],
  ])('refuses %s, and goes on', async (_, body) => {
    const answer = await send(body);
    expect(answer.ok).toBe(false);
    expect(answer.error?.kind).not.toBe('unexpected');
    expect(JSON.stringify(answer)).not.toMatch(/\bat .+:\d+|SELECT|node_modules|\/electron\//);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    expect(await send('{"op":"session.status","input":{}}')).toMatchObject({ ok: true });
  });

  it('says the same to everybody who is not signed in: whether a request exists is not told', async () => {
    const known = await send('{"op":"users.list","input":{}}');
    const unknown = await send('{"op":"users.nothing","input":{}}');
    expect(known).toMatchObject({ ok: false, error: { kind: 'locked' } });
    expect(unknown).toEqual(known);
  });
});

describe('what only the window could send', () => {
  const mainFrame = { url: 'app://bundle/index.html', parent: null };
  const sendFromWindow = async (request: unknown): Promise<Answer> => {
    let listener: ((event: SenderEvent, ...args: unknown[]) => Promise<unknown>) | undefined;
    registerElectronTransport(
      { handle: (_channel, given) => void (listener = given) },
      { windowId: () => 1, handle: (raw) => program.tirek.pipeline.handle(raw) },
    );
    return (await listener?.({ sender: { id: 1, mainFrame }, senderFrame: mainFrame }, request)) as Answer;
  };
  const cyclic: Record<string, unknown> = { op: 'session.status' };
  cyclic.input = cyclic;

  it.each<[string, unknown]>([
    ['a value that contains itself', cyclic],
    ['a map', { op: 'session.status', input: new Map([['a', 1]]) }],
    ['a date', { op: 'session.status', input: { at: new Date() } }],
    ['bytes', { op: 'session.status', input: new Uint8Array(8) }],
    ['a number that JSON cannot say', { op: 'session.status', input: { a: Number.NaN } }],
    ['a big integer', { op: 'session.status', input: { a: 1n } }],
    [
      'a getter',
      {
        op: 'session.status',
        get input() {
          return {};
        },
      },
    ],
  ])('is refused: %s', async (_, request) => {
    expect(await sendFromWindow(request)).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  });

  it('is answered like any other request when it is plain', async () => {
    expect(await sendFromWindow({ op: 'session.status', input: {} })).toMatchObject({ ok: true });
  });
});
