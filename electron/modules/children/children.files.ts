import { notFound, refusal } from '../../../shared/kernel/errors';
import type { ReadDb } from '../../db/types';
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
async function store(
  ctx: StepsContext,
  childId: string,
  id: string,
  role: 'photo' | 'file',
  bytes: Buffer,
  name: string,
  after: (tx: WriteContext) => void,
): Promise<ChildFileEntity> {
  const checked = checkFile(bytes, name, role === 'photo' ? PHOTO_TYPES : undefined);
  const stored = await ctx.services.files.put(bytes);
  return ctx.transaction((tx) => {
    visibleChild(tx, childId);
    const row: ChildFileEntity = {
      id,
      childId,
      role,
      name: checked.name,
      type: checked.mime,
      size: bytes.length,
      stored: stored.fileId,
      key: Buffer.from(stored.key),
      sha256: stored.sha256,
      addedOn: tx.today,
      addedBy: tx.actor.name,
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
    return child.photoFile ? c.db.table(ChildFileEntity).byId(child.photoFile) : undefined;
  });
  const bytes = Buffer.from(data, 'base64');
  const fileId = crypto.randomUUID();
  await store(ctx, id, fileId, 'photo', bytes, photoNameOf(bytes), (tx) => {
    if (old) tx.db.table(ChildFileEntity).remove(old.id);
    tx.db.table(ChildEntity).update(id, { photoFile: fileId });
    tellEvent(tx, id, 'photo', {});
    summarise(tx.db, id, tx.nowIso, tx.today);
  });
  await forget(ctx, old?.stored);
  return ctx.read((c) => recordOf(c, visibleChild(c, id)));
}

/** The key went with the row; what lies on the disk is noise already, and bytes that cannot be removed now wait for the sweep. */
async function forget(ctx: StepsContext, stored: string | undefined): Promise<void> {
  if (stored) await ctx.services.files.remove(stored).catch(() => undefined);
}

export async function removePhoto(ctx: StepsContext, id: string): Promise<ChildRecord> {
  const { stored, record } = ctx.transaction((tx) => {
    const child = visibleChild(tx, id);
    const row = child.photoFile ? tx.db.table(ChildFileEntity).byId(child.photoFile) : undefined;
    if (!row) return { stored: undefined, record: recordOf(tx, child) };
    tx.db.table(ChildFileEntity).remove(row.id);
    tx.db.table(ChildEntity).update(id, { photoFile: null });
    tellEvent(tx, id, 'photo-removed', {});
    return { stored: row.stored, record: recordOf(tx, summarise(tx.db, id, tx.nowIso, tx.today)) };
  });
  await forget(ctx, stored);
  return record;
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
  return store(ctx, input.id, input.fileId, 'file', Buffer.from(input.data, 'base64'), input.name, (tx) => {
    tellEvent(tx, input.id, 'file-added', {});
  });
}

export async function readFile(ctx: StepsContext, id: string, fileId: string): Promise<{ data: string; type: string; name: string }> {
  const row = ctx.read((c) => {
    visibleChild(c, id);
    return c.db.table(ChildFileEntity).byId(fileId);
  });
  // The photograph has its own door, with its own consent.
  if (row?.childId !== id || row.role !== 'file') throw notFound();
  return bytesOf(ctx, row);
}

export async function removeFile(ctx: StepsContext, id: string, fileId: string, reason: string): Promise<ChildRecord> {
  const { stored, record } = ctx.transaction((tx) => {
    const child = visibleChild(tx, id);
    const row = tx.db.table(ChildFileEntity).byId(fileId);
    if (row?.childId !== id || row.role !== 'file') throw notFound();
    tx.db.table(ChildFileEntity).remove(fileId);
    tellEvent(tx, id, 'file-removed', { reason, name: row.name });
    return { stored: row.stored, record: recordOf(tx, child) };
  });
  await forget(ctx, stored);
  return record;
}

/** What the file store keeps for children: asked before files that nothing owns are cleared. */
export const filesOfChildren = (db: ReadDb): string[] => db.all<{ stored: string }>('SELECT "stored" FROM "child_file"').map(({ stored }) => stored);
