import type { IncomingMessage } from 'node:http';

export const MAX_BODY = 16 * 1024 * 1024;

export class TooLarge extends Error {}

/** Reads at most `limit` bytes; what a header promises is not believed, the bytes are counted. */
export async function readBody(request: IncomingMessage, limit = MAX_BODY): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new TooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
