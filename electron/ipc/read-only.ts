import { isClinical, type AnyOperation } from '../../shared/contract/define';
import { refusal, type TirekError } from '../../shared/kernel/errors';
import type { LiveSession } from './live-session';

/** What a person needs to find out what happened, to save what there is, to say that they know, and to go. */
const STILL_ALLOWED: ReadonlySet<string> = new Set([
  'session.lock',
  'audit.acknowledgeOlder',
  'audit.printLine',
  'audit.export',
  'backup.make',
  'backup.verify',
  'backup.drill',
]);

/**
 * A vault whose journal is older than its anchor is read and not changed. Older records stop every command, because a
 * clinical one looks people up in them; an older clinical vault stops the clinical ones.
 */
export function whyReadOnly(name: string, operation: AnyOperation, session: LiveSession): TirekError | null {
  if (operation.kind === 'query' || operation.permission === 'public' || STILL_ALLOWED.has(name)) return null;
  if (session.readOnly.has('records')) return refusal('JOURNAL.READ_ONLY', { vault: 'records' });
  return session.readOnly.has('clinical') && isClinical(operation) ? refusal('JOURNAL.READ_ONLY', { vault: 'clinical' }) : null;
}
