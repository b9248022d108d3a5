import { z } from 'zod';
import { PERMISSIONS, type Permission } from '../../kernel/permissions';
import { Language, Role } from '../../kernel/roles';
import { ChildId, InstitutionId, UserId } from '../../kernel/ids';
import { EmergencyNotice } from '../users/emergency.model';

/** Where the programme stands as a whole; everything but `signed-in` answers public requests only. */
export const APP_STATES = ['empty', 'locked', 'signed-in', 'trouble'] as const;

/** Why the folder cannot be opened. Each has its own screen; none offers deletion. */
export const TROUBLES = [
  'KEYRING.DAMAGED',
  'KEYRING.NEWER',
  'KEYRING.MISSING',
  'VAULT.DAMAGED',
  'VAULT.NEWER',
  'VAULT.MISSING',
  'VAULT.WRONG_KEY',
  'VAULT.OLDER_THAN_JOURNAL',
  'FOLDER.IN_USE',
  'FOLDER.READ_ONLY',
  'FOLDER.NETWORK',
  'DISK.FULL',
  'SELF_TEST.FAILED',
] as const;
export const Trouble = z.enum(TROUBLES);
export type Trouble = z.infer<typeof Trouble>;

export const Password = z.string().min(1).max(512);

/** A name to sign in with: what colleagues call the person, shown on the list of people. */
export const SignInName = z.string().trim().min(2).max(80);

export const SignInPerson = z.object({
  name: z.string(),
  status: z.enum(['active', 'invited']),
  hasDrafts: z.boolean(),
});
export type SignInPerson = z.infer<typeof SignInPerson>;

export const AppStatus = z.object({
  state: z.enum(APP_STATES),
  trouble: Trouble.nullable(),
  /** The folder of the data, for the screens that must say where it is. */
  folder: z.string(),
  language: Language,
  organisationName: z.string().nullable(),
  people: z.array(SignInPerson),
  version: z.string(),
  journalWarning: z.boolean(),
  /** Somebody is sitting at a test in this window. */
  sitting: z.boolean(),
});
export type AppStatus = z.infer<typeof AppStatus>;

/** `emergency`: the vault is open for reading by its paper key, until `emergency.until`. */
export const CLINICAL_STANDINGS = ['not-for-you', 'to-be-born', 'awaiting-grant', 'held', 'emergency'] as const;

export const Profile = z.object({
  userId: UserId,
  name: z.string(),
  roles: z.array(Role),
  permissions: z.array(z.enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]])),
  institutionIds: z.union([z.literal('all'), z.array(InstitutionId)]),
  childIds: z.union([z.literal('all'), z.array(ChildId)]),
  language: Language,
  idleMinutes: z.number().int(),
  /** `to-be-born`: a psychologist, and nobody has made the clinical vault yet. */
  clinical: z.enum(CLINICAL_STANDINGS),
  recoveryConfirmed: z.object({ org: z.boolean(), clin: z.boolean() }),
  lastBackupAt: z.string().nullable(),
  /** For a holder of the clinical key: colleagues whose key is not the one that was compared; six words in person settle it. */
  changedKeys: z.array(z.object({ userId: UserId, name: z.string() })),
  /** For those who watch over the house: who made the clinical vault and when, until they have read it. */
  clinicalBorn: z.object({ name: z.string(), at: z.string() }).nullable(),
  emergency: z.object({
    /** The paper key could open the vault for this person. */
    possible: z.boolean(),
    until: z.string().nullable(),
    /** Of the last thirty days, for those who watch over the house. Nobody can put it away. */
    notices: z.array(EmergencyNotice),
  }),
  /** For whoever is about to make it: everybody else who holds the role of psychologist. */
  otherPsychologists: z.array(z.string()),
  /** Vaults of this session that are older than their anchor: read, and not changed. */
  readOnlyVaults: z.array(z.enum(['records', 'clinical'])),
  organisationName: z.string().nullable(),
});
export type Profile = z.infer<typeof Profile>;

export const OrganisationSetUp = z.object({
  nameRu: z.string().trim().min(2).max(300),
  nameKk: z.string().trim().max(300),
  jurisdiction: z.enum(['kz', 'ru']),
  programmeName: z.string().trim().min(2).max(200),
  minAge: z.number().int().min(0).max(18),
  maxAge: z.number().int().min(0).max(23),
  ageRule: z.enum(['warn', 'refuse']),
  workingLanguages: z.array(Language).min(1).max(3),
});
export type OrganisationSetUp = z.infer<typeof OrganisationSetUp>;

export const JobStatus = z.object({
  state: z.enum(['unknown', 'running', 'done', 'cancelled', 'failed']),
  done: z.number(),
  total: z.number(),
});
