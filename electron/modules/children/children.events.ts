import type { WriteContext } from '../../ipc/context';
import { ChildEventEntity } from './child.entity';

/** One line of a record's own history. It lives and goes with the record; the journal, which stays, holds no words. */
export function tellEvent(context: WriteContext, childId: string, kind: string, data: Record<string, unknown>): void {
  context.db.table(ChildEventEntity).insert({ id: context.newId(), childId, at: context.nowIso, byName: context.actor.name, kind, data });
}
