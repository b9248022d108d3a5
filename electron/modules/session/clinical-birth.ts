import type { Profile } from '../../../shared/modules/session/session.model';
import type { ReadDb, WriteDb } from '../../db/types';
import type { Actor } from '../../ipc/context';

/*
 * Whoever gives out roles could invite an invented psychologist who makes the clinical vault before the real one comes. No
 * key can prevent that, so it is made visible: those who watch over the house are told who made it and when, one by one,
 * until each has read it; and the one who makes it sees who else holds the role. Nothing of the content is told.
 */
interface Birth {
  by: string;
  name: string;
  at: string;
}

const BORN = 'clinical.born';
const SEEN = 'clinical.bornSeen';
const WATCHERS = ['administrator', 'coordinator', 'observer'] as const;

function read<T>(db: ReadDb, id: string): T | null {
  const row = db.get<{ value: string }>('SELECT value FROM setting WHERE id = ?', id);
  return row ? (JSON.parse(row.value) as T) : null;
}

function write(db: WriteDb, id: string, value: unknown): void {
  db.run('INSERT INTO setting (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value', id, JSON.stringify(value));
}

export function tellBirth(db: WriteDb, birth: Birth): void {
  write(db, BORN, birth);
  write(db, SEEN, []);
}

export function unseenBirth(db: ReadDb, actor: Actor): Profile['clinicalBorn'] {
  if (!WATCHERS.some((role) => actor.roles.includes(role))) return null;
  const birth = read<Birth>(db, BORN);
  const seen = read<string[]>(db, SEEN) ?? [];
  return birth && birth.by !== actor.userId && !seen.includes(actor.userId) ? { name: birth.name, at: birth.at } : null;
}

export function markBirthSeen(db: WriteDb, userId: string): void {
  write(db, SEEN, [...new Set([...(read<string[]>(db, SEEN) ?? []), userId])]);
}

/** Invited ones too: they can come in at any moment. */
export function otherPsychologists(db: ReadDb, userId: string): string[] {
  const people = db.all<{ id: string; name: string; roles: string }>('SELECT id, name, roles FROM user_account WHERE active = 1 ORDER BY name');
  return people.filter((row) => row.id !== userId && (JSON.parse(row.roles) as string[]).includes('psychologist')).map(({ name }) => name);
}
