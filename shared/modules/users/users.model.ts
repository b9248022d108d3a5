import { z } from 'zod';
import { ChildId, InstitutionId, UserId } from '../../kernel/ids';
import { Language, Role } from '../../kernel/roles';
import { SignInName } from '../session/session.model';

export const Scope = z.union([z.literal('all'), z.array(InstitutionId).max(500)]);

export const UserDuties = z
  .object({
    name: SignInName,
    post: z.string().trim().max(120),
    roles: z.array(Role).min(1, { error: 'USER.NO_ROLE' }).max(6),
    institutionIds: Scope,
    childIds: z.array(ChildId).max(500),
    language: Language,
    idleMinutes: z.number().int().min(1).max(60),
  })
  .strict();
export type UserDuties = z.infer<typeof UserDuties>;

export const KEY_STANDINGS = ['active', 'invited', 'closed'] as const;

export const UserRow = UserDuties.extend({
  id: UserId,
  active: z.boolean(),
  version: z.number().int(),
  createdAt: z.string(),
  leftAt: z.string().nullable(),
  keys: z.enum(KEY_STANDINGS),
  holdsClinical: z.boolean(),
  codeUntil: z.string().nullable(),
});
export type UserRow = z.infer<typeof UserRow>;

/** Shown once, on the administrator's screen, to be handed over in person. */
export const OneTimeCode = z.object({ userId: UserId, code: z.string(), until: z.string() });

export const ClinicalMember = z.object({
  userId: UserId,
  name: z.string(),
  holds: z.boolean(),
  /** Six words of the public key, the same on both screens when nobody has swapped it. */
  words: z.object({ ru: z.array(z.string()), en: z.array(z.string()) }).partial({ en: true }),
  changed: z.boolean(),
  /** When and by whom the key was given; null for somebody without one, and where an older program kept no word of it. */
  since: z.string().nullable(),
  byName: z.string().nullable(),
  removedAt: z.string().nullable(),
});
