import { notFound, refusal } from '../../../shared/kernel/errors';
import type { ChildRecord } from '../../../shared/modules/children/children.model';
import { hasConsent } from '../../../shared/modules/children/children.rules';
import type { StepsContext, WriteContext } from '../../ipc/context';
import { checkFile, type FileType } from '../../services/file-store';
import { ChildEntity, ChildFileEntity } from './child.entity';
import { tellEvent } from './children.events';
import { visibleChild } from './children.policy';
import { consentsOf, recordOf, summarise } from './children.record';

const PHOTO_TYPES: readonly FileType[] = ['jpeg', 'png', 'webp'];
const PHOTO_NAME: Record<string, string> = { jpeg: 'photo.jpg', png: 'photo.png', webp: 'photo.webp' };

/** The ending is decided by the content: a photograph arrives without a name. */
function photoNameOf(bytes: Buffer): string {
  const type = bytes[0] === 0xff ? 'jpeg' : bytes[0] === 0x89 ? 'png' : 'webp';
  return PHOTO_NAME[type] ?? '';
}

/** Bytes are on the disk, encrypted and synced, before the row that holds their key; a crash in between leaves an unreadable orphan that the sweep removes. */
async function store(ctx: StepsContext, childId: string, id: string, role: 'photo' | 'file', bytes: Buffer, name: string, after: (tx: WriteContext) => void): Promise<ChildFileEntity> {
  const checked = checkFile(bytes, name, role === 'photo' ? PHOTO_TYPES : undefined);
  const stored = await ctx.services.files.put(bytes);
  return ctx.transaction((tx) => {
    visibleChild(tx, childId);
    const row: ChildFileEntity = {
      id, childId, role, name: checked.name, type: checked.mime, size: bytes.length, stored: stored.fileId, key: Buffer.from(stored.key), sha256: stored.sha256,
      addedOn: tx.today, addedBy: tx.actor.name,
    };
    tx.db.table(ChildFileEntity).insert(row);
    after(tx);
    return row;
  });
}

export async function setPhoto(ctx: StepsContext, id: string, data: string): Promise<ChildRecord> {
  const old = ctx.read((c) => {
    const child = visibleChild(c, id);
    if (!hasConsent(consentsOf(c.db, id), 'photo', c.today)) throw refusal('PHOTO.NO_CONSENT');
    return child.photoFile;
  });
  const bytes = Buffer.from(data, 'base64');
  const fileId = crypto.randomUUID();
  await store(ctx, id, fileId, 'photo', bytes, photoNameOf(bytes), (tx) => {
    if (old) tx.db.table(ChildFileEntity).remove(old);
    tx.db.table(ChildEntity).update(id, { photoFile: fileId });
    tellEvent(tx, id, 'photo', {});
  });
  return ctx.transaction((tx) => recordOf(tx, summarise(tx.db, id, tx.nowIso, tx.today)));
}

export function removePhoto(ctx: WriteContext, id: string): ChildRecord {
  const child = visibleChild(ctx, id);
  if (child.photoFile) ctx.db.table(ChildFileEntity).remove(child.photoFile);
  ctx.db.table(ChildEntity).update(id, { photoFile: null });
  tellEvent(ctx, id, 'photo-removed', {});
  return recordOf(ctx, summarise(ctx.db, id, ctx.nowIso, ctx.today));
}

async function bytesOf(ctx: StepsContext, row: ChildFileEntity): Promise<{ data: string; type: string; name: string }> {
  const bytes = await ctx.services.files.get({ fileId: row.stored, key: row.key, sha256: row.sha256 });
  return { data: bytes.toString('base64'), type: row.type, name: row.name };
}

/** Without a photo consent in force the photograph is not shown, even when it was set in better days. */
export async function readPhoto(ctx: StepsContext, id: string): Promise<{ data: string; type: string } | null> {
  const row = ctx.read((c) => {
    const child = visibleChild(c, id);
    return child.photoFile && hasConsent(consentsOf(c.db, id), 'photo', c.today) ? c.db.table(ChildFileEntity).byId(child.photoFile) : undefined;
  });
  return row ? bytesOf(ctx, row) : null;
}

export async function addFile(ctx: StepsContext, input: { id: string; fileId: string; name: string; data: string }): Promise<ChildFileEntity> {
  const known = ctx.read((c) => {
    visibleChild(c, input.id);
    return c.db.table(ChildFileEntity).byId(input.fileId);
  });
  if (known) {
    if (known.childId !== input.id) throw notFound();
    return known;
  }
  return store(ctx, input.id, input.fileId, 'file', Buffer.from(input.data, 'base64'), input.name, (tx) => { tellEvent(tx, input.id, 'file-added', {}); });
}

export async function readFile(ctx: StepsContext, id: string, fileId: string): Promise<{ data: string; type: string; name: string }> {
  const row = ctx.read((c) => {
    visibleChild(c, id);
    return c.db.table(ChildFileEntity).byId(fileId);
  });
  if (row?.childId !== id) throw notFound();
  return bytesOf(ctx, row);
}

export function removeFile(ctx: WriteContext, id: string, fileId: string, reason: string): ChildRecord {
  const child = visibleChild(ctx, id);
  const row = ctx.db.table(ChildFileEntity).byId(fileId);
  if (row?.childId !== id || row.role !== 'file') throw notFound();
  ctx.db.table(ChildFileEntity).remove(fileId);
  tellEvent(ctx, id, 'file-removed', { reason, name: row.name });
  return recordOf(ctx, child);
}
