import type { InstitutionId, MentorId } from '../../../shared/kernel/ids';
import { fold } from '../../../shared/kernel/names';
import type { MentorFields, MentorPaper } from '../../../shared/modules/candidates/candidates.model';
import type { ReadContext } from '../../ipc/context';
import type { ReadDb, SqlValue, WriteDb } from '../../db/types';
import { visibleMentors } from './candidates.policy';
import { MentorEntity, MentorInstitutionEntity, MentorPaperEntity } from './mentor.entity';

export interface MentorListRow {
  mentor: MentorEntity;
  paperCount: number;
  institutionIds: InstitutionId[];
}

/** Escapes the wildcards of LIKE, so that a typed `%` is only a character. */
const likePattern = (word: string): string => `% ${word.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;

function searchCondition(text: string): { sql: string; params: SqlValue[] } {
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);
  return { sql: words.map(() => ` AND m."search" LIKE ? ESCAPE '\\'`).join(''), params: words.map(likePattern) };
}

type Cursor = [key: string, id: string];
const readCursor = (cursor: string | null): Cursor | null => {
  if (cursor === null) return null;
  try {
    const value: unknown = JSON.parse(cursor);
    return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string') ? (value as Cursor) : null;
  } catch {
    return null;
  }
};

export const mentorInstitutions = (db: ReadDb, id: string): InstitutionId[] =>
  db
    .table(MentorInstitutionEntity)
    .where({ mentorId: id }, 'institutionId')
    .map((row) => row.institutionId as InstitutionId);

export const listRow = (db: ReadDb, mentor: MentorEntity): MentorListRow => ({
  mentor,
  paperCount: db.table(MentorPaperEntity).count({ mentorId: mentor.id, struckOn: null }),
  institutionIds: mentorInstitutions(db, mentor.id),
});

const byIds = (db: ReadDb, rows: { id: string }[]): MentorListRow[] =>
  rows.flatMap(({ id }) => {
    const mentor = db.table(MentorEntity).byId(id);
    return mentor ? [listRow(db, mentor)] : [];
  });

export function pageOfMentors(
  context: ReadContext,
  query: { search: string; sort: 'name' | 'updated'; cursor: string | null; limit: number },
): { rows: MentorListRow[]; nextCursor: string | null; total: number } {
  const scope = visibleMentors(context);
  const search = searchCondition(query.search);
  const where = `${scope.sql}${search.sql}`;
  const cursor = readCursor(query.cursor);
  const [column, order, beyond] = query.sort === 'name' ? (['sort_key', 'ASC', '>'] as const) : (['updated_at', 'DESC', '<'] as const);
  const after = cursor ? ` AND (m."${column}", m."id") ${beyond} (?, ?)` : '';
  const found = context.db.all<{ id: string; key: string }>(
    `SELECT m."id" AS id, m."${column}" AS key FROM "mentor" m WHERE ${where}${after} ORDER BY m."${column}" ${order}, m."id" ${order} LIMIT CAST(? AS INTEGER)`,
    ...scope.params,
    ...search.params,
    ...(cursor ?? []),
    query.limit + 1,
  );
  const total = context.db.get<{ n: number }>(`SELECT count(*) AS n FROM "mentor" m WHERE ${where}`, ...scope.params, ...search.params)?.n ?? 0;
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  return { rows: byIds(context.db, page), total, nextCursor: found.length > query.limit && last ? JSON.stringify([last.key, last.id]) : null };
}

/** Everyone who could be the same person: by date of birth, by a name's first words, or by a number. */
export function duplicateCandidates(
  context: ReadContext,
  probe: { birthDate: string | null; nameKey: string; iin: string | null; identityNumber: string | null; phoneDigits: string },
): MentorEntity[] {
  const rows = context.db.all<{ id: string }>(
    `SELECT m."id" AS id FROM "mentor" m WHERE m."birth_date" = ? OR m."sort_key" = ? OR m."sort_key" LIKE ? OR (? <> '' AND m."iin" = ?)
       OR (? <> '' AND json_extract(m."identity", '$.number') = ?) OR (? <> '' AND m."search" LIKE ?) LIMIT 200`,
    probe.birthDate,
    probe.nameKey,
    `${probe.nameKey} %`,
    probe.iin ?? '',
    probe.iin ?? '',
    probe.identityNumber ?? '',
    probe.identityNumber ?? '',
    probe.phoneDigits,
    likePattern(probe.phoneDigits),
  );
  return rows.flatMap(({ id }) => context.db.table(MentorEntity).byId(id) ?? []);
}

export const paperRows = (db: ReadDb, mentorId: string): MentorPaperEntity[] => db.table(MentorPaperEntity).where({ mentorId }, 'createdAt');

export function tieToInstitutions(db: WriteDb, mentorId: MentorId, institutionIds: readonly InstitutionId[], options: { exactly: boolean }): void {
  const table = db.table(MentorInstitutionEntity);
  const wanted = new Set<string>(institutionIds);
  if (options.exactly) for (const row of table.where({ mentorId })) if (!wanted.has(row.institutionId)) table.remove(row.id);
  for (const institutionId of wanted) {
    const id = `${mentorId}/${institutionId}`;
    if (!table.exists(id)) table.insert({ id, mentorId, institutionId });
  }
}

export const paperOf = (row: MentorPaperEntity): MentorPaper =>
  ({
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    number: row.number,
    issuedOn: row.issuedOn,
    issuer: row.issuer,
    validUntil: row.validUntil,
    noExpiry: row.noExpiry,
    presentedOn: row.presentedOn,
    outcome: row.outcome,
    note: row.note,
    struckOn: row.struckOn,
    struckReason: row.struckReason,
  }) as MentorPaper;

export const fieldsOf = (row: MentorEntity, institutionIds: InstitutionId[]): MentorFields =>
  ({
    name: row.name,
    birthDate: row.birthDate,
    sex: row.sex,
    citizenship: row.citizenship,
    identity: row.identity,
    iin: row.iin,
    registeredAddress: row.registeredAddress,
    actualAddress: row.actualAddress,
    phone: row.phone,
    email: row.email,
    occupation: row.occupation,
    maritalStatus: row.maritalStatus,
    spouse: row.spouse,
    household: row.household,
    institutionIds,
    note: row.note,
  }) as MentorFields;
