import type { Role } from './roles';

/**
 * Who may do what. One row a permission; the screen of rights, the pipeline's check and the generated matrix test
 * all read this table. Scope (institutions; a coach's assigned children) is a row policy on top of it.
 */
export const PERMISSIONS = {
  'child.read': ['staff', 'psychologist', 'coordinator', 'administrator', 'coach'],
  'child.write': ['staff', 'coordinator'],
  'child.prepare': ['staff', 'psychologist', 'coordinator'],
  'child.move': ['staff', 'coordinator'],
  'child.reveal': ['staff', 'coordinator', 'administrator'],
  'child.export': ['coordinator', 'administrator'],
  'child.print': ['staff', 'coordinator', 'administrator'],
  'child.merge': ['coordinator'],
  'child.erase': ['administrator'],
  'mentor.read': ['staff', 'psychologist', 'coordinator', 'administrator'],
  'mentor.write': ['coordinator', 'administrator'],
  'mentor.reveal': ['coordinator', 'administrator'],
  'pair.read': ['staff', 'psychologist', 'coordinator', 'administrator', 'coach'],
  'pair.write': ['coordinator'],
  'document.read': ['staff', 'coordinator', 'administrator'],
  'document.prepare': ['coordinator', 'administrator'],
  'document.issue': ['administrator', 'coordinator'],
  'document.annul': ['administrator'],
  'document.export': ['administrator', 'coordinator'],
  'template.write': ['administrator'],
  'institution.read': ['staff', 'psychologist', 'coordinator', 'administrator', 'coach', 'observer'],
  'institution.write': ['administrator'],
  'programme.write': ['administrator', 'coordinator'],
  'user.read': ['administrator', 'observer'],
  'user.write': ['administrator'],
  'clinical.hold': ['psychologist'],
  'assessment.read': ['psychologist'],
  'assessment.write': ['psychologist'],
  'interview.read': ['psychologist'],
  'interview.write': ['psychologist'],
  'casework.read': ['psychologist'],
  'casework.write': ['psychologist'],
  'group.read': ['staff', 'psychologist', 'coordinator'],
  'group.write': ['psychologist'],
  'extract.read': ['staff', 'psychologist', 'coordinator', 'administrator'],
  'extract.write': ['psychologist'],
  'journal.read': ['observer', 'administrator'],
  'journal.clinical': ['psychologist'],
  'journal.acknowledge': ['administrator', 'psychologist'],
  'figure.read': ['coordinator', 'administrator', 'observer'],
  'backup.make': ['administrator'],
  'backup.restore': ['administrator'],
  'key.rotate': ['administrator', 'psychologist'],
  'setting.write': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** `public` is answered before anybody has signed in; `signed-in` needs a session and no particular role. */
export type Gate = Permission | 'public' | 'signed-in';

export function holds(roles: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => allowed.includes(role));
}

export function permissionsOf(roles: readonly Role[]): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => holds(roles, permission));
}
