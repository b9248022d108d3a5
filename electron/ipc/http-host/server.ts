import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerFromBundle } from '../../app/bundle';
import { fixedHeaders } from '../../app/csp';
import { readBody, TooLarge } from './body';
import { COOKIE, cookieOf, hasOurHost, hasOurOrigin, isJson, sameSecret } from './guards';
import { LockEvents } from './lock-events';

export interface HttpHostOptions {
  rendererDir: string;
  /** Takes `{ op, input, jobId }` as it came over the wire and answers with a result; never throws. */
  handle: (request: unknown) => Promise<unknown>;
  /** Called when a new browser takes over: whoever sat at the former one must sign in again. */
  lock: () => Promise<void>;
  port?: number;
}

export interface HttpHost {
  address: string;
  /** A fresh one-time address; the former one, if unused, stops working. */
  newLaunchUrl: () => string;
  locked: () => void;
  close: () => Promise<void>;
}

const newSecret = (): string => randomBytes(32).toString('hex');

function answer(response: ServerResponse, status: number, headers: Record<string, string> = {}, body: string | Buffer = ''): void {
  response.writeHead(status, { ...fixedHeaders, 'Cache-Control': 'no-store', ...headers }).end(body);
}

function answerJson(response: ServerResponse, status: number, value: unknown): void {
  answer(response, status, { 'Content-Type': 'application/json; charset=utf-8' }, JSON.stringify(value));
}

const refuse = (response: ServerResponse, status: number, code: string): void => {
  answerJson(response, status, { ok: false, error: { kind: status === 401 || status === 403 ? 'not-allowed' : 'invalid', code } });
};

/**
 * The loopback transport. The life of a launch:
 *
 *   newLaunchUrl() --GET /launch?t=<64 hex>, once--> cookie (HttpOnly, SameSite=Strict) + 303 --> GET / --> POST /api ...
 *
 * One browser at a time holds the cookie: there is one signed-in person, and a second window on another profile must not
 * find itself signed in as that person.
 */
class LoopbackHost {
  private launchToken: string | null = null;
  private cookie: string | null = null;
  private authority = '';
  private readonly events = new LockEvents();
  private readonly server: Server;

  constructor(private readonly options: HttpHostOptions) {
    this.server = createServer({ requestTimeout: 120_000, headersTimeout: 10_000, maxHeaderSize: 16_384 }, (request, response) => {
      this.serve(request, response).catch(() => {
        if (!response.headersSent) refuse(response, 500, 'TRANSPORT.FAILED');
        else response.destroy();
      });
    });
  }

  async listen(): Promise<HttpHost> {
    await new Promise<void>((done, fail) => {
      this.server.once('error', fail);
      this.server.listen(this.options.port ?? 0, '127.0.0.1', done);
    });
    this.authority = `127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
    return {
      address: `http://${this.authority}`,
      newLaunchUrl: () => {
        this.launchToken = newSecret();
        return `http://${this.authority}/launch?t=${this.launchToken}`;
      },
      locked: () => {
        this.events.locked();
      },
      close: () => this.close(),
    };
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!hasOurHost(request, this.authority)) {
      refuse(response, 403, 'TRANSPORT.HOST');
      return;
    }
    const url = URL.parse(request.url ?? '', `http://${this.authority}`);
    if (!url || url.host !== this.authority || !request.url?.startsWith('/')) {
      refuse(response, 400, 'TRANSPORT.ADDRESS');
      return;
    }
    if (request.method === 'GET' && url.pathname === '/launch') await this.launch(url.searchParams.get('t') ?? '', response);
    else if (!this.holdsCookie(request)) refuse(response, 401, 'TRANSPORT.NO_COOKIE');
    else if (request.method === 'POST' && url.pathname === '/api') await this.api(request, response);
    else if (request.method === 'GET' && url.pathname === '/events') this.events.open(request, response);
    else if (request.method === 'GET') await this.file(request, response);
    else refuse(response, 405, 'TRANSPORT.METHOD');
  }

  private holdsCookie(request: IncomingMessage): boolean {
    return this.cookie !== null && sameSecret(cookieOf(request), this.cookie);
  }

  private async launch(token: string, response: ServerResponse): Promise<void> {
    if (this.launchToken === null || !sameSecret(token, this.launchToken)) {
      refuse(response, 403, 'TRANSPORT.TOKEN');
      return;
    }
    this.launchToken = null;
    if (this.cookie !== null) {
      this.cookie = null;
      await this.options.lock();
    }
    this.cookie = newSecret();
    answer(response, 303, { Location: '/', 'Set-Cookie': `${COOKIE}=${this.cookie}; HttpOnly; SameSite=Strict; Path=/` });
  }

  private async api(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!hasOurOrigin(request, this.authority)) {
      refuse(response, 403, 'TRANSPORT.ORIGIN');
      return;
    }
    if (!isJson(request)) {
      refuse(response, 415, 'TRANSPORT.CONTENT_TYPE');
      return;
    }
    let value: unknown;
    try {
      value = JSON.parse((await readBody(request)).toString('utf8'));
    } catch (error) {
      // The rest of the body is not worth reading: the connection ends with the answer.
      response.setHeader('Connection', 'close');
      refuse(response, error instanceof TooLarge ? 413 : 400, error instanceof TooLarge ? 'TRANSPORT.TOO_LARGE' : 'TRANSPORT.NOT_JSON');
      return;
    }
    answerJson(response, 200, await this.options.handle(value));
  }

  private async file(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // The raw path, not the parsed one: URL parsing would already have resolved `..` and hidden the attempt.
    const pathname = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
    const { status, headers, body } = await answerFromBundle(this.options.rendererDir, pathname);
    response.writeHead(status, headers).end(body);
  }

  private async close(): Promise<void> {
    this.cookie = null;
    this.launchToken = null;
    this.events.close();
    this.server.closeAllConnections();
    await new Promise<void>((done) =>
      this.server.close(() => {
        done();
      }),
    );
  }
}

export const startHttpHost = (options: HttpHostOptions): Promise<HttpHost> => new LoopbackHost(options).listen();
