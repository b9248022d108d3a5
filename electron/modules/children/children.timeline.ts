import type { TimelineEntry } from '../../../shared/modules/children/children.model';
import type { z } from 'zod';
import type { ReadContext } from '../../ipc/context';
import { eventsOf } from './children.merge';

type Entry = z.infer<typeof TimelineEntry>;

/** What was and what will be, newest first. Corrections say which fields, the record itself says what stands there now. */
export function timelineOf(context: ReadContext, id: string): Entry[] {
  return eventsOf(context, id).map((event) => ({
    id: event.id,
    on: event.at,
    kind: event.kind,
    by: event.byName,
    params: paramsOf(event.kind, event.data),
  }));
}

const SHOWN = ['reason', 'code', 'title', 'decision', 'from', 'to', 'leaveReason', 'on', 'consent', 'resolution', 'name'] as const;

function paramsOf(kind: string, data: Record<string, unknown>): Entry['params'] {
  if (kind === 'corrected') return { fields: Object.keys(data).join(', ') };
  const params: Entry['params'] = {};
  for (const key of SHOWN) {
    const value = data[key];
    if (typeof value === 'string' || typeof value === 'number') params[key] = value;
  }
  return params;
}
