import { refusal } from '../../../shared/kernel/errors';
import type { TodayItem } from '../../../shared/modules/settings/settings.contract';
import type { ReadContext, WriteContext } from '../../ipc/context';
import { DraftEntity, SavedViewEntity, SettingEntity } from './settings.entity';
import type { ReadDb, WriteDb } from '../../db/types';

const draftId = (userId: string, formKey: string): string => `${userId}/${formKey}`;

export function saveDraft(ctx: WriteContext, formKey: string, data: string): { updatedAt: string } {
  const id = draftId(ctx.actor.userId, formKey);
  const table = ctx.db.table(DraftEntity);
  const row = { id, userId: ctx.actor.userId, formKey, data, updatedAt: ctx.nowIso };
  if (!table.update(id, row)) table.insert(row);
  return { updatedAt: ctx.nowIso };
}

export function readDraft(ctx: ReadContext, formKey: string): Omit<DraftEntity, 'id' | 'userId'> | null {
  return ctx.db.table(DraftEntity).byId(draftId(ctx.actor.userId, formKey)) ?? null;
}

export const draftsOf = (ctx: ReadContext): DraftEntity[] => ctx.db.table(DraftEntity).where({ userId: ctx.actor.userId }, 'updatedAt');

export function discardDraft(ctx: WriteContext, formKey: string): void {
  ctx.db.table(DraftEntity).remove(draftId(ctx.actor.userId, formKey));
}

export const viewsOf = (ctx: ReadContext, list: string): SavedViewEntity[] =>
  ctx.db.table(SavedViewEntity).where({ userId: ctx.actor.userId, list }, 'name');

const MAX_VIEWS = 30;

export function saveView(ctx: WriteContext, view: { id: string; list: string; name: string; state: string }): void {
  const table = ctx.db.table(SavedViewEntity);
  const stored = table.byId(view.id);
  if (stored && stored.userId !== ctx.actor.userId) throw refusal('VIEW.NOT_YOURS');
  if (!stored && table.count({ userId: ctx.actor.userId, list: view.list }) >= MAX_VIEWS) throw refusal('VIEW.TOO_MANY');
  const row = { ...view, userId: ctx.actor.userId };
  if (!table.update(view.id, row)) table.insert(row);
}

export function removeView(ctx: WriteContext, id: string): void {
  const stored = ctx.db.table(SavedViewEntity).byId(id);
  if (stored?.userId === ctx.actor.userId) ctx.db.table(SavedViewEntity).remove(id);
}

export function readSetting<T>(db: ReadDb, id: string): T | null {
  const row = db.table(SettingEntity).byId(id);
  return row ? (JSON.parse(row.value) as T) : null;
}

export function writeSetting(db: WriteDb, id: string, value: unknown): void {
  const row = { id, value: JSON.stringify(value) };
  if (!db.table(SettingEntity).update(id, row)) db.table(SettingEntity).insert(row);
}

/** What waits for this person, told by each module for itself. */
export type TodaySource = (ctx: ReadContext) => TodayItem[];

const ORDER: TodayItem['tone'][] = ['alarm', 'overdue', 'today', 'soon'];

export function todayFrom(sources: readonly TodaySource[]): (ctx: ReadContext) => TodayItem[] {
  return (ctx) =>
    sources
      .flatMap((source) => source(ctx))
      .sort((a, b) => ORDER.indexOf(a.tone) - ORDER.indexOf(b.tone) || (a.when ?? '9').localeCompare(b.when ?? '9') || a.id.localeCompare(b.id))
      .slice(0, 200);
}
