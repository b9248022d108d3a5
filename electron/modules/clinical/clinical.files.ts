import { notFound, refusal } from '../../../shared/kernel/errors';
import type { ReadDb } from '../../db/types';
import type { Attachment } from '../../../shared/modules/clinical/clinical.model';
import type { ClinicalReadContext, ClinicalStepsContext } from '../../ipc/context';
import { checkFile, type FileType } from '../../services/file-store';
import { ClinicalFileEntity } from './clinical.entity';
import { draftRecord, visibleRecord } from './clinical.records';

const ACCEPTED: readonly FileType[] = ['jpeg', 'png', 'webp', 'pdf'];
const MOST = 60;

const forScreen = ({ stored: _stored, key: _key, sha256: _sha, ...row }: ClinicalFileEntity): Attachment => row as Attachment;

export const filesOf = (ctx: ClinicalReadContext, recordId: string): Attachment[] =>
  ctx.db.table(ClinicalFileEntity).where({ recordId }, 'addedAt').map(forScreen);

export function attachments(ctx: ClinicalReadContext, recordId: string): Attachment[] {
  visibleRecord(ctx, recordId);
  return filesOf(ctx, recordId);
}

interface NewAttachment {
  recordId: string;
  fileId: string;
  childId: string | null;
  name: string;
  caption: string;
  data: string;
}

/** A child's own file beside a record about that child; whose drawing lies in a group's session is decided in that room, which knows who was there. */
export function addToRecord(ctx: ClinicalStepsContext, input: NewAttachment): Promise<Attachment> {
  ctx.read((c) => {
    const { subjectKind, subjectId } = visibleRecord(c, input.recordId);
    if (input.childId !== null && (subjectKind !== 'child' || subjectId !== input.childId)) throw notFound();
  });
  return addAttachment(ctx, input);
}

/** Bytes first, encrypted and synced, then the row that holds their key; a crash in between leaves unreadable noise for the sweep. */
export async function addAttachment(ctx: ClinicalStepsContext, input: NewAttachment): Promise<Attachment> {
  const known = ctx.read((c) => {
    visibleRecord(c, input.recordId);
    return c.db.table(ClinicalFileEntity).byId(input.fileId);
  });
  if (known) {
    if (known.recordId !== input.recordId) throw notFound();
    return forScreen(known);
  }
  const bytes = Buffer.from(input.data, 'base64');
  const checked = checkFile(bytes, input.name, ACCEPTED);
  const stored = await ctx.services.files.put(bytes);
  return ctx.transaction((tx) => {
    draftRecord(tx, input.recordId);
    const table = tx.db.table(ClinicalFileEntity);
    if (table.count({ recordId: input.recordId }) >= MOST) throw refusal('RECORD.TOO_MANY_FILES', { limit: MOST });
    const row: ClinicalFileEntity = {
      id: input.fileId,
      recordId: input.recordId,
      childId: input.childId,
      name: checked.name,
      type: checked.mime,
      size: bytes.length,
      width: checked.width,
      height: checked.height,
      caption: input.caption,
      stored: stored.fileId,
      key: Buffer.from(stored.key),
      sha256: stored.sha256,
      addedAt: tx.nowIso,
    };
    table.insert(row);
    return forScreen(row);
  });
}

export async function attachment(ctx: ClinicalStepsContext, fileId: string): Promise<{ data: string; type: string; name: string }> {
  const row = ctx.read((c) => {
    const found = c.db.table(ClinicalFileEntity).byId(fileId);
    if (found) visibleRecord(c, found.recordId);
    return found;
  });
  if (!row) throw notFound();
  const bytes = await ctx.services.files.get({ fileId: row.stored, key: row.key, sha256: row.sha256 });
  return { data: bytes.toString('base64'), type: row.type, name: row.name };
}

export async function removeAttachment(ctx: ClinicalStepsContext, recordId: string, fileId: string): Promise<void> {
  const stored = ctx.transaction((tx) => {
    draftRecord(tx, recordId);
    const row = tx.db.table(ClinicalFileEntity).byId(fileId);
    if (row?.recordId !== recordId) throw notFound();
    tx.db.table(ClinicalFileEntity).remove(fileId);
    return row.stored;
  });
  await ctx.services.files.remove(stored).catch(() => undefined);
}

/** What the file store keeps for the clinical room: asked before files that nothing owns are cleared. */
export const filesOfClinicalRoom = (db: ReadDb): string[] =>
  db.all<{ stored: string }>('SELECT "stored" FROM "clinical_file"').map(({ stored }) => stored);
