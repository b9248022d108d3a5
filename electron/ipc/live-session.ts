import type { UserId, ChildId, InstitutionId } from '../../shared/kernel/ids';
import type { KeySession, Vault } from '../vault';
import type { Vault as OpenVault } from '../db/connection';
import type { UserEntity } from '../modules/users/user.entity';
import type { Actor } from './context';

/** What exists while somebody is signed in: keys, open files, and nothing else of theirs. */
export interface LiveSession {
  id: string;
  keys: KeySession;
  records: OpenVault;
  clinical: OpenVault | null;
  /** Emergency access by the clinical paper key: reading only, until then. Null for everybody who holds the key in the ordinary way. */
  emergencyUntil: Date | null;
  /** Its line in the vault, and the clock that ends it. */
  emergency: { id: string; timer: NodeJS.Timeout } | null;
  /** The test that somebody is sitting at in this window: until a new sign-in the program answers for it and nothing else. */
  sitting: string | null;
  startedAt: Date;
  lastSeen: Date;
  /** A vault's key is being changed: its file is closed for a moment and requests are asked to come again. */
  busy: boolean;
  /** The change of key while it runs, with its undoing; a lock waits for it. */
  rotation: Promise<void> | null;
  /** Vaults older than their anchor: they are read and not changed. */
  readOnly: Set<Vault>;
  /** Clearing of stored files that nothing owns, while it runs. */
  sweeping: Promise<void> | null;
  /** Recovery texts of sheets that this session made and that are not confirmed yet. */
  sheets: Partial<Record<'org' | 'clin', { text: string; halves: [string, string] | null; challenge: number[] }>>;
}

const USER = 'SELECT id, name, roles, institution_ids AS institutionIds, child_ids AS childIds, language, active FROM user_account WHERE id = ?';
type Row = Record<'id' | 'name' | 'roles' | 'institutionIds' | 'childIds' | 'language', string> & { active: number };

/** Null when the person has left or was disabled since the last request. */
export function actorOf(session: LiveSession): Actor | null {
  const row = session.records.db.get<Row>(USER, session.keys.userId);
  if (row?.active !== 1) return null;
  const roles = JSON.parse(row.roles) as UserEntity['roles'];
  const coachOnly = roles.length > 0 && roles.every((role) => role === 'coach');
  return {
    userId: row.id as UserId,
    name: row.name,
    roles,
    institutionIds: JSON.parse(row.institutionIds) as 'all' | InstitutionId[],
    childIds: coachOnly ? (JSON.parse(row.childIds) as ChildId[]) : 'all',
    sessionId: session.id,
    language: row.language as Actor['language'],
  };
}
