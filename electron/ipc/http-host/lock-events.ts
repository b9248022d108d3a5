import type { IncomingMessage, ServerResponse } from 'node:http';
import { fixedHeaders } from '../../app/csp';

const BEAT_MS = 20_000;

/** Tells open pages that the vault was locked, by a stream that carries one word and no data. */
export class LockEvents {
  private readonly streams = new Set<ServerResponse>();
  private readonly beat = setInterval(() => {
    this.write(': here\n\n');
  }, BEAT_MS);

  constructor() {
    this.beat.unref();
  }

  open(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { ...fixedHeaders, 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write('retry: 2000\n\n');
    this.streams.add(response);
    request.on('close', () => this.streams.delete(response));
  }

  locked(): void {
    this.write('event: locked\ndata: {}\n\n');
  }

  close(): void {
    clearInterval(this.beat);
    for (const stream of this.streams) stream.end();
    this.streams.clear();
  }

  private write(text: string): void {
    for (const stream of this.streams) stream.write(text);
  }
}
