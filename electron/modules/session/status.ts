import type { AppStatus, Profile } from '../../../shared/modules/session/session.model';
import type { UserId } from '../../../shared/kernel/ids';
import { permissionsOf, type Permission } from '../../../shared/kernel/permissions';
import type { Actor } from '../../ipc/context';
import { actorOf, type LiveSession } from '../../ipc/live-session';
import { TirekError } from '../../../shared/kernel/errors';
import { changedMembersIn, emergenciesTold } from '../users';
import { otherPsychologists, unseenBirth } from './clinical-birth';
import { requireKeyring, type Program } from './program';
import { readPublicFacts } from './public-facts';

/** What anybody at the PC may see before signing in: names to choose from, never a role or a number. */
export function appStatus(program: Program): AppStatus {
  const facts = readPublicFacts(program.dataDir);
  const people = program.keyring?.users().filter((user) => user.state !== 'closed') ?? [];
  return {
    state: program.trouble ? 'trouble' : !program.keyring ? 'empty' : program.session ? 'signed-in' : 'locked',
    trouble: program.trouble,
    folder: program.dataDir,
    language: program.language,
    organisationName: facts.organisationName,
    people: people.map((user) => ({
      name: user.name,
      status: user.state === 'invited' ? 'invited' : 'active',
      hasDrafts: facts.withDrafts.includes(user.id),
    })),
    version: program.version,
    journalWarning: program.olderVaults.size > 0,
    sitting: Boolean(program.session?.sitting),
  };
}

export function liveSession(program: Program): LiveSession {
  if (!program.session) throw new TirekError({ kind: 'locked', code: 'SESSION.LOCKED' });
  return program.session;
}

export function liveActor(program: Program): Actor {
  const actor = actorOf(liveSession(program));
  if (!actor) throw new TirekError({ kind: 'locked', code: 'SESSION.LOCKED' });
  return actor;
}

function clinicalStanding(program: Program, session: LiveSession, actor: Actor): Profile['clinical'] {
  if (session.emergencyUntil && session.clinical && program.clock() < session.emergencyUntil) return 'emergency';
  if (!actor.roles.includes('psychologist')) return 'not-for-you';
  if (session.clinical) return 'held';
  return program.keyring?.vault('clinical') ? 'awaiting-grant' : 'to-be-born';
}

/** What the screens open in an emergency; the pipeline answers the vault's queries then, whatever the role, and no command. */
const EMERGENCY_READS: readonly Permission[] = ['clinical.hold', 'assessment.read', 'interview.read', 'casework.read'];

const WATCHERS = ['administrator', 'coordinator', 'observer', 'psychologist'] as const;
const NOTICE_DAYS = 30;

function emergencyOf(program: Program, session: LiveSession, actor: Actor): Profile['emergency'] {
  const since = new Date(program.clock().getTime() - NOTICE_DAYS * 86_400_000).toISOString();
  const isWatching = WATCHERS.some((role) => actor.roles.includes(role));
  const barred = actor.roles.includes('administrator') || actor.roles.includes('psychologist');
  return {
    possible: !barred && !session.clinical && Boolean(program.keyring?.vault('clinical')),
    until: session.emergencyUntil?.toISOString() ?? null,
    notices: isWatching ? emergenciesTold(session.records.db).filter(({ fromAt }) => fromAt >= since) : [],
  };
}

export function profileOf(program: Program): Profile {
  const session = liveSession(program);
  const actor = liveActor(program);
  const setting = (id: string): string | null => {
    const row = session.records.db.get<{ value: string }>('SELECT value FROM setting WHERE id = ?', id);
    return row ? (JSON.parse(row.value) as string) : null;
  };
  const user = session.records.db.get<{ idle: number }>('SELECT idle_minutes AS idle FROM user_account WHERE id = ?', actor.userId);
  const clinical = clinicalStanding(program, session, actor);
  return {
    userId: actor.userId,
    name: actor.name,
    roles: actor.roles,
    permissions: clinical === 'emergency' ? [...new Set([...permissionsOf(actor.roles), ...EMERGENCY_READS])] : permissionsOf(actor.roles),
    institutionIds: actor.institutionIds,
    childIds: actor.childIds,
    language: actor.language,
    idleMinutes: user?.idle ?? 5,
    clinical,
    recoveryConfirmed: {
      org: program.keyring?.vault('records')?.recoveryConfirmed ?? false,
      clin: program.keyring?.vault('clinical')?.recoveryConfirmed ?? false,
    },
    lastBackupAt: setting('backup.lastAt'),
    readOnlyVaults: [...session.readOnly],
    changedKeys: (clinical === 'held' ? changedMembersIn(session, requireKeyring(program)) : []).map(({ userId, name }) => ({
      userId: userId as UserId,
      name,
    })),
    clinicalBorn: unseenBirth(session.records.db, actor),
    emergency: emergencyOf(program, session, actor),
    otherPsychologists: clinical === 'to-be-born' ? otherPsychologists(session.records.db, actor.userId) : [],
    organisationName: session.records.db.get<{ name: string }>('SELECT name_ru AS name FROM organisation')?.name ?? null,
  };
}
