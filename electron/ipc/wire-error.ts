import { randomBytes } from 'node:crypto';
import type { ZodError } from 'zod';
import { TirekError, type ErrorParams, type FieldError, type WireError } from '../../shared/kernel/errors';
import { VaultFileError } from '../db/pragmas';
import type { Logger } from '../services/logger';

/** A zod issue's message is a code when a schema gave one ("DATE.IMPOSSIBLE"), otherwise the issue kind becomes one. */
export function fromZod(error: ZodError): WireError {
  const fields = error.issues.slice(0, 50).map((issue): FieldError => {
    const params: ErrorParams = {};
    if ('maximum' in issue && typeof issue.maximum === 'number') params['maximum'] = issue.maximum;
    if ('minimum' in issue && typeof issue.minimum === 'number') params['minimum'] = issue.minimum;
    const code = /^[A-Z][A-Z_0-9]*\.[A-Z_0-9]+$/.test(issue.message) ? issue.message : `FIELD.${issue.code.toUpperCase()}`;
    return { path: issue.path.map(String).join('.'), code, params };
  });
  return { kind: 'invalid', code: 'INPUT.INVALID', fields };
}

const SQLITE: Record<string, string> = {
  SQLITE_FULL: 'DISK.FULL',
  SQLITE_READONLY: 'FOLDER.READ_ONLY',
  SQLITE_IOERR: 'DISK.FAILED',
  SQLITE_CORRUPT: 'VAULT.DAMAGED',
};

/** The one place where an error becomes what a screen may see: no stack, no SQL, no text from a record. */
export function toWireError(error: unknown, operation: string, logger: Logger): WireError {
  if (error instanceof TirekError) return error.wire;
  if (error instanceof VaultFileError) return { kind: 'refused', code: error.code };
  const sqlite = (error as { code?: unknown } | null)?.code;
  const known = typeof sqlite === 'string' ? Object.entries(SQLITE).find(([prefix]) => sqlite.startsWith(prefix)) : undefined;
  if (known) return { kind: 'refused', code: known[1] };
  if ((error as { name?: unknown } | null)?.name === 'AbortError') return { kind: 'refused', code: 'JOB.CANCELLED' };
  const requestNo = randomBytes(4).toString('hex');
  logger.error('request failed', { operation, requestNo, error });
  return { kind: 'unexpected', code: 'UNEXPECTED', requestNo };
}
