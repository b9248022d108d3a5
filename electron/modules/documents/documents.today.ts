import { shortName } from '../../../shared/kernel/names';
import { holds } from '../../../shared/kernel/permissions';
import type { ReadContext } from '../../ipc/context';
import { openDrafts } from './drafts.service';
import { visibleDraft } from './documents.policy';
import { paperDesk } from './paper-desk';
import { register } from './transfers.service';

const MOST_DRAFTS = 10;

/** A line of Today, as the settings module reads it; that module stands to the right of this one, so its type is not imported. */
interface Due {
  id: string;
  tone: 'alarm' | 'today';
  when: string | null;
  title: { key: string; params: Record<string, string | number> };
  reason: { key: string; params: Record<string, string | number> };
  action: { key: string; path: string };
}

/** Children who should be back, before anything else; then contracts in the making, each with how much it lacks. */
export function todayOfDocuments(context: ReadContext): Due[] {
  const { roles, language } = context.actor;
  if (!holds(roles, 'document.read')) return [];
  const overdue = register(context, { year: null, search: '', only: 'overdue', institutionId: null }).lines.map((line): Due => ({
    id: `transfer:${line.id}`,
    tone: 'alarm',
    when: line.plannedReturnOn,
    title: { key: 'documents:today.notReturned', params: { name: line.child.name } },
    reason: {
      key: 'documents:today.plannedReturn',
      params: { date: line.plannedReturnOn, time: line.plannedReturnAt, host: line.host.name, phone: line.host.phone },
    },
    action: { key: 'documents:today.takeBack', path: `/documents/register?line=${line.id}` },
  }));
  if (!holds(roles, 'document.issue')) return overdue;
  const drafts = openDrafts(context, { includeIssued: false })
    .slice(0, MOST_DRAFTS)
    .map((draft): Due => {
      const missing = paperDesk
        .gate(context, visibleDraft(context, draft.id))
        .items.filter(({ status }) => status !== 'ok' && status !== 'accepted').length;
      return {
        id: `draft:${draft.id}`,
        tone: 'today',
        when: draft.terms.termFrom,
        title: {
          key: 'documents:today.draft',
          params: { child: draft.children.map(({ name }) => shortName(name, language)).join(', '), mentor: shortName(draft.mentor.name, language) },
        },
        reason: missing === 0 ? { key: 'documents:today.readyToIssue', params: {} } : { key: 'documents:today.missing', params: { count: missing } },
        action: { key: 'documents:today.openDraft', path: `/documents/drafts/${draft.id}` },
      };
    });
  return [...overdue, ...drafts];
}
