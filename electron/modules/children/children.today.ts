import type { TodayItem } from '../../../shared/modules/settings/settings.contract';
import { addDays, daysBetween, type PlainDate } from '../../../shared/kernel/plain-date';
import { holds } from '../../../shared/kernel/permissions';
import type { ReadContext } from '../../ipc/context';
import { visibleChildren } from './children.policy';

interface Line {
  id: string;
  name: string;
  consentUntil: string;
  waitingSince: string | null;
  wishes: string;
}

interface FlagLine {
  id: string;
  childId: string;
  name: string;
  due: string;
  text: string;
}

const SOON = 30;

/** Consents that end, flags that are due, and unfinished wishes, of the children whom this person sees. */
export function todayOfChildren(ctx: ReadContext): TodayItem[] {
  if (!holds(ctx.actor.roles, 'child.read')) return [];
  const scope = visibleChildren(ctx);
  const path = (id: string, tab: string): string => `/children/${id}/${tab}`;
  const consents = ctx.db.all<Line>(
    `SELECT c."id", c."short_name" AS name, c."consent_until" AS consentUntil FROM "child" c WHERE c."state" <> 'left' AND c."consent_until" <> '' AND c."consent_until" <= ? AND ${scope.sql} ORDER BY c."consent_until" LIMIT 30`,
    addDays(ctx.today, SOON),
    ...scope.params,
  );
  const drafts = ctx.db.all<Line>(
    `SELECT c."id", c."short_name" AS name FROM "child" c WHERE c."state" IN ('registered', 'preparing') AND c."wishes" = 'draft' AND ${scope.sql} ORDER BY c."updated_at" LIMIT 10`,
    ...scope.params,
  );
  const flags = ctx.db.all<FlagLine>(
    `SELECT d."id", c."id" AS childId, c."short_name" AS name, json_extract(d."data", '$.dueOn') AS due, json_extract(d."data", '$.text') AS text FROM "child_detail" d JOIN "child" c ON c."id" = d."child_id"
     WHERE d."kind" = 'flag' AND json_extract(d."data", '$.resolvedOn') IS NULL AND json_extract(d."data", '$.dueOn') <= ? AND ${scope.sql} ORDER BY due LIMIT 30`,
    addDays(ctx.today, 7),
    ...scope.params,
  );
  return [
    ...consents.map((line): TodayItem => {
      const days = daysBetween(ctx.today, line.consentUntil as PlainDate);
      return {
        id: `consent:${line.id}`,
        tone: days < 0 ? 'overdue' : 'soon',
        when: line.consentUntil,
        title: { key: 'children:today.consent', params: { name: line.name } },
        reason: { key: days < 0 ? 'children:today.consentEnded' : 'children:today.consentEnds', params: { date: line.consentUntil } },
        action: { key: 'children:today.renewConsent', path: path(line.id, 'papers') },
      };
    }),
    ...flags.map((flag): TodayItem => ({
      id: `flag:${flag.id}`,
      tone: flag.due < ctx.today ? 'overdue' : flag.due === ctx.today ? 'today' : 'soon',
      when: flag.due,
      title: { key: 'children:today.flag', params: { name: flag.name } },
      reason: { key: 'children:today.flagText', params: { text: flag.text } },
      action: { key: 'children:today.openCase', path: path(flag.childId, 'overview') },
    })),
    ...drafts.map((line): TodayItem => ({
      id: `wishes:${line.id}`,
      tone: 'today',
      when: null,
      title: { key: 'children:today.wishes', params: { name: line.name } },
      reason: { key: 'children:today.wishesDraft', params: {} },
      action: { key: 'children:today.continueWishes', path: path(line.id, 'wishes') },
    })),
  ];
}
