import { conflict, invalid, notFound, refusal } from '../../../shared/kernel/errors';
import type { UserDuties, UserRow } from '../../../shared/modules/users/users.model';
import type { ReadDb, WriteDb } from '../../db/types';
import type { KeyringUser } from '../../vault';
import { UserEntity } from './user.entity';

export function userRows(db: ReadDb, keys: readonly KeyringUser[]): UserRow[] {
  const byId = new Map(keys.map((user) => [user.id, user]));
  return db
    .table(UserEntity)
    .where({}, 'name')
    .map((row) => rowOf(row, byId.get(row.id)));
}

export function rowOf(row: UserEntity, keys: KeyringUser | undefined): UserRow {
  return {
    ...row,
    keys: keys?.state ?? 'closed',
    holdsClinical: keys?.holds.includes('clinical') ?? false,
    codeUntil: keys?.codeUntil ?? null,
  } as UserRow;
}

export function userById(db: ReadDb, id: string): UserEntity {
  const row = db.table(UserEntity).byId(id);
  if (!row) throw notFound();
  return row;
}

/** A house or child that is not there would be a right to whatever gets that id one day. */
function assertScopeExists(db: ReadDb, duties: UserDuties): void {
  const houses = duties.institutionIds === 'all' ? [] : duties.institutionIds;
  const wrong = [
    ...missing(db, 'SELECT value AS id FROM json_each(?) WHERE value NOT IN (SELECT id FROM institution)', houses).map((at) => ({
      path: `institutionIds.${String(at)}`,
      code: 'INSTITUTION.UNKNOWN',
    })),
    ...missing(db, 'SELECT value AS id FROM json_each(?) WHERE value NOT IN (SELECT id FROM child)', duties.childIds).map((at) => ({
      path: `childIds.${String(at)}`,
      code: 'CHILD.UNKNOWN',
    })),
  ];
  if (wrong.length > 0) throw invalid(wrong);
}

function missing(db: ReadDb, sql: string, ids: readonly string[]): number[] {
  const unknown = new Set(db.all<{ id: string }>(sql, JSON.stringify(ids)).map(({ id }) => id));
  return ids.flatMap((id, at) => (unknown.has(id) ? [at] : []));
}

export function insertUser(db: WriteDb, id: string, duties: UserDuties, at: string): void {
  assertScopeExists(db, duties);
  if (db.table(UserEntity).where({ name: duties.name }).length > 0) throw refusal('USER.NAME_TAKEN');
  db.table(UserEntity).insert({ ...duties, id, active: true, version: 1, createdAt: at, leftAt: null });
}

export function mustBeActive(user: UserEntity): UserEntity {
  if (!user.active) throw refusal('USER.LEFT');
  return user;
}

/** The house must keep somebody who can let people in: an invited administrator who never came cannot. */
export function assertAdministratorStays(db: ReadDb, keys: readonly KeyringUser[], without: string): void {
  const canSignIn = new Set(keys.filter((user) => user.state === 'active').map((user) => user.id));
  const others = db
    .table(UserEntity)
    .where({ active: true })
    .filter((user) => user.id !== without && user.roles.includes('administrator') && canSignIn.has(user.id));
  if (others.length === 0) throw refusal('USER.LAST_ADMINISTRATOR');
}

export function updateUser(
  db: WriteDb,
  keys: readonly KeyringUser[],
  { id, version, duties }: { id: string; version: number; duties: UserDuties },
): UserEntity {
  const stored = mustBeActive(userById(db, id));
  if (stored.version !== version) throw conflict(changedFields(stored, duties));
  assertScopeExists(db, { ...duties, childIds: duties.childIds.filter((child) => !stored.childIds.includes(child)) });
  if (stored.roles.includes('administrator') && !duties.roles.includes('administrator')) assertAdministratorStays(db, keys, id);
  if (
    db
      .table(UserEntity)
      .where({ name: duties.name })
      .some((other) => other.id !== id)
  )
    throw refusal('USER.NAME_TAKEN');
  db.table(UserEntity).update(id, { ...duties, version: version + 1 });
  return { ...stored, ...duties, version: version + 1 };
}

function changedFields(stored: UserEntity, mine: UserDuties): { field: string; base: unknown; theirs: unknown; mine: unknown }[] {
  return (Object.keys(mine) as (keyof UserDuties)[])
    .filter((field) => JSON.stringify(stored[field]) !== JSON.stringify(mine[field]))
    .map((field) => ({ field, base: null, theirs: stored[field], mine: mine[field] }));
}

export function markLeft(db: WriteDb, keys: readonly KeyringUser[], id: string, at: string): void {
  assertAdministratorStays(db, keys, id);
  const stored = userById(db, id);
  db.table(UserEntity).update(id, { active: false, leftAt: at, version: stored.version + 1 });
}
