import { createHash } from 'node:crypto';
import { refusal } from '../../../shared/kernel/errors';
import type { ChildId, DocumentId, InstitutionId, MentorId, PairId } from '../../../shared/kernel/ids';
import { fold } from '../../../shared/kernel/names';
import type { PlainDate } from '../../../shared/kernel/plain-date';
import type { DocumentRecord, DocumentRow, FileContent } from '../../../shared/modules/documents/documents.model';
import { fileNameOf } from '../../../shared/modules/documents/numbering.rules';
import type { ReadDb, SqlValue } from '../../db/types';
import type { ReadContext } from '../../ipc/context';
import { DocumentEntity, DocumentFileEntity } from './document.entity';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const documentRow = (row: DocumentEntity): DocumentRow => ({
  id: row.id as DocumentId,
  kind: row.kind,
  number: row.number,
  year: row.year,
  version: row.version,
  state: row.state,
  issuedOn: row.issuedOn as PlainDate,
  issuedBy: row.issuedBy,
  mentorName: row.mentorName,
  childNames: row.childNames,
  termFrom: row.termFrom as PlainDate,
  termTo: row.termTo as PlainDate,
  institutionId: row.institutionId as InstitutionId,
  pairIds: row.pairIds as PairId[],
  jurisdiction: row.jurisdiction,
});

export const versionsOf = (db: ReadDb, row: DocumentEntity): DocumentEntity[] =>
  db.table(DocumentEntity).where({ kind: row.kind, year: row.year, no: row.no }, 'version');

export const documentRecord = (db: ReadDb, row: DocumentEntity): DocumentRecord => ({
  ...documentRow(row),
  sha256: row.sha256,
  bytes: row.byteCount,
  templateVersion: row.templateVersion,
  rulePackVersion: row.rulePackVersion,
  engineVersion: row.engineVersion,
  warningReasons: row.warningReasons,
  annulledOn: row.annulledOn as PlainDate | null,
  annulReason: row.annulReason,
  correctionReason: row.correctionReason,
  versions: versionsOf(db, row).map((other) => ({
    id: other.id as DocumentId,
    version: other.version,
    state: other.state,
    issuedOn: other.issuedOn as PlainDate,
  })),
});

/** The stored bytes, only if they still are what was issued. */
export function sealedFile(db: ReadDb, row: DocumentEntity): FileContent {
  const file = db.table(DocumentFileEntity).byId(row.id);
  if (!file || sha256(file.content) !== row.sha256) throw refusal('DOCUMENT.DAMAGED', { number: row.number });
  return { fileName: fileNameOf(row.number, row.version), mediaType: 'application/pdf', base64: Buffer.from(file.content).toString('base64') };
}

interface ListQuery {
  search: string;
  year: number | null;
  states: readonly DocumentRow['state'][];
  institutionId: InstitutionId | null;
  mentorId: MentorId | null;
  childId: ChildId | null;
  cursor: string | null;
  limit: number;
}

const likePattern = (word: string): string => `% ${word.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;

function conditions(context: ReadContext, query: ListQuery): { sql: string; params: SqlValue[] } {
  const parts: [sql: string, ...params: SqlValue[]][] = [['1']];
  const scope = context.actor.institutionIds;
  if (scope !== 'all') parts.push([`d."institution_id" IN (SELECT value FROM json_each(?))`, JSON.stringify(scope)]);
  if (query.year !== null) parts.push([`d."year" = ?`, query.year]);
  if (query.states.length > 0) parts.push([`d."state" IN (SELECT value FROM json_each(?))`, JSON.stringify(query.states)]);
  if (query.institutionId) parts.push([`d."institution_id" = ?`, query.institutionId]);
  if (query.mentorId) parts.push([`d."mentor_id" = ?`, query.mentorId]);
  if (query.childId) parts.push([`EXISTS (SELECT 1 FROM json_each(d."child_ids") c WHERE c.value = ?)`, query.childId]);
  for (const word of fold(query.search)
    .split(/\s+/)
    .filter((part) => part !== '')
    .slice(0, 8))
    parts.push([`d."search" LIKE ? ESCAPE '\\'`, likePattern(word)]);
  return { sql: parts.map(([sql]) => sql).join(' AND '), params: parts.flatMap(([, ...params]) => params) };
}

const issuedAtOf = (db: ReadDb, id: string | null): [string, string] | null => {
  const row = id === null ? undefined : db.get<{ at: string }>('SELECT "issued_at" AS at FROM "document" WHERE "id" = ?', id);
  return row && id !== null ? [row.at, id] : null;
};

/** Years that other houses issued papers in are theirs. */
function yearsSeen(context: ReadContext): number[] {
  const scope = context.actor.institutionIds;
  const rows = context.db.all<{ year: number }>(
    `SELECT DISTINCT "year" AS year FROM "document" WHERE ? IS NULL OR "institution_id" IN (SELECT value FROM json_each(?)) ORDER BY "year" DESC`,
    scope === 'all' ? null : 1,
    JSON.stringify(scope === 'all' ? [] : scope),
  );
  return rows.map(({ year }) => year);
}

/** Newest first. The cursor is the last document of the page before. */
export function pageOfDocuments(
  context: ReadContext,
  query: ListQuery,
): { rows: DocumentRow[]; nextCursor: string | null; total: number; years: number[] } {
  const { sql, params } = conditions(context, query);
  const after = issuedAtOf(context.db, query.cursor);
  const found = context.db.all<{ id: string }>(
    `SELECT d."id" AS id FROM "document" d WHERE ${sql}${after ? ' AND (d."issued_at", d."id") < (?, ?)' : ''} ORDER BY d."issued_at" DESC, d."id" DESC LIMIT CAST(? AS INTEGER)`,
    ...params,
    ...(after ?? []),
    query.limit + 1,
  );
  const total = context.db.get<{ n: number }>(`SELECT count(*) AS n FROM "document" d WHERE ${sql}`, ...params)?.n ?? 0;
  const rows = found
    .slice(0, query.limit)
    .flatMap(({ id }) => context.db.table(DocumentEntity).byId(id) ?? [])
    .map(documentRow);
  const years = yearsSeen(context);
  return { rows, total, years, nextCursor: found.length > query.limit ? (rows.at(-1)?.id ?? null) : null };
}
