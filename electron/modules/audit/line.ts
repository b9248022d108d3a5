import { createHash } from 'node:crypto';
import { readLine, writeLine } from '../../../shared/modules/audit/audit.rules';
import type { JournalHead } from './journal';
import type { Anchor } from './verify';

const LINK_BYTES = 19;

const checksum = (body: Uint8Array): Buffer => createHash('sha256').update('tirek-line-v1\0').update(body).digest().subarray(0, 2);

/** The head as 40 characters for the director's paper journal: sequence number, 152 bits of the link, a check of typing. */
export function monthlyLine(head: JournalHead): string {
  const body = Buffer.alloc(4 + LINK_BYTES);
  body.writeUInt32BE(head.seq);
  Buffer.from(head.mac, 'hex').copy(body, 4, 32, 32 + LINK_BYTES);
  return writeLine(Buffer.concat([body, checksum(body)]));
}

/** What a line typed from paper anchors; null when it is mistyped. */
export function anchorOfLine(typed: string): Anchor | null {
  const bytes = readLine(typed);
  if (!bytes) return null;
  const body = Buffer.from(bytes.subarray(0, 4 + LINK_BYTES));
  if (!checksum(body).equals(Buffer.from(bytes.subarray(4 + LINK_BYTES)))) return null;
  return { seq: body.readUInt32BE(0), linkPrefix: body.subarray(4).toString('hex') };
}
