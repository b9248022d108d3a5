import { z } from 'zod';
import { command, defineModule, query } from '../../contract/define';
import { Language } from '../../kernel/roles';
import { AppStatus, JobStatus, OrganisationSetUp, Password, Profile, SignInName } from './session.model';

const none = z.object({}).strict();
const noSubject = { subject: 'session', id: () => null };
/** The paper key as typed: groups of four, spaces and case do not matter. */
const RecoveryText = z.string().min(10).max(400);
/** Groups are numbered from 1; on two half sheets the second goes on from 15. */
const Groups = z
  .array(z.object({ index: z.number().int().min(1).max(28), text: z.string().max(8) }))
  .min(1)
  .max(28);

export const sessionContract = defineModule('session', {
  status: query({ permission: 'public', input: none, output: AppStatus }),
  setLanguage: command({ permission: 'public', input: z.object({ language: Language }).strict(), output: none, audit: noSubject }),

  /** Makes keyring and records vault, signs the administrator in. The key sheet is printed next. */
  setUp: command({
    permission: 'public',
    input: z
      .object({
        language: Language,
        organisation: OrganisationSetUp,
        administrator: z.object({ name: SignInName, password: Password }).strict(),
      })
      .strict(),
    output: Profile,
    errors: ['SESSION.NOT_EMPTY', 'PASSWORD.TOO_SHORT', 'PASSWORD.TOO_COMMON', 'PASSWORD.TOO_LONG'],
    audit: noSubject,
  }),
  /** The paper with a recovery key, once, while the session that made the key lasts; base64 PDF. */
  recoverySheet: command({
    permission: 'signed-in',
    input: z.object({ which: z.enum(['org', 'clin']), halves: z.boolean() }).strict(),
    output: z.object({ pdf: z.string(), groups: z.number().int() }),
    errors: ['RECOVERY.NOT_AT_HAND'],
    audit: { subject: 'recovery-key', id: (input) => input.which },
  }),
  /** A new paper key in place of an unconfirmed or lost one; the old sheet opens nothing written after. */
  renewRecovery: command({
    permission: 'signed-in',
    input: z.object({ which: z.enum(['org', 'clin']), password: Password }).strict(),
    output: z.object({ groups: z.number().int() }),
    errors: ['PASSWORD.WRONG', 'RECOVERY.NOT_YOURS'],
    audit: { subject: 'recovery-key', id: (input) => input.which },
  }),
  /** Which groups must be typed back; chosen at random for each sheet. */
  recoveryChallenge: query({
    permission: 'signed-in',
    input: z.object({ which: z.enum(['org', 'clin']) }).strict(),
    output: z.object({ indexes: z.array(z.number().int()), groups: z.number().int() }),
    errors: ['RECOVERY.NOT_AT_HAND'],
  }),
  /** Answers which typed groups differ from the sheet; confirmed when all that were asked are right. */
  confirmRecovery: command({
    permission: 'signed-in',
    input: z.object({ which: z.enum(['org', 'clin']), groups: Groups }).strict(),
    output: z.object({ confirmed: z.boolean(), wrong: z.array(z.number().int()) }),
    errors: ['RECOVERY.NOT_AT_HAND'],
    audit: { subject: 'recovery-key', id: (input) => input.which },
  }),

  signIn: command({
    permission: 'public',
    input: z.object({ name: SignInName, password: Password }).strict(),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('open'), profile: Profile }),
      z.object({ outcome: z.literal('wrong'), retryAfterSeconds: z.number() }),
    ]),
    audit: noSubject,
  }),
  acceptInvitation: command({
    permission: 'public',
    input: z.object({ name: SignInName, code: z.string().min(4).max(80), password: Password }).strict(),
    output: Profile,
    errors: ['INVITATION.WRONG', 'INVITATION.WAIT', 'INVITATION.EXPIRED', 'PASSWORD.TOO_SHORT', 'PASSWORD.TOO_COMMON', 'PASSWORD.TOO_LONG'],
    audit: noSubject,
  }),
  /** The director's paper key opens the records again and gives one administrator a new password. */
  recover: command({
    permission: 'public',
    input: z.object({ recoveryKey: RecoveryText, name: SignInName, password: Password }).strict(),
    output: Profile,
    errors: ['RECOVERY.WRONG', 'RECOVERY.WRONG_GROUP', 'PASSWORD.TOO_SHORT', 'PASSWORD.TOO_COMMON', 'PASSWORD.TOO_LONG'],
    audit: noSubject,
  }),
  me: query({ permission: 'signed-in', input: none, output: Profile }),
  lock: command({ permission: 'signed-in', input: none, output: none, audit: noSubject }),
  /** The person is still there: restarts the idle clock. */
  touch: query({ permission: 'signed-in', input: none, output: none }),
  changePassword: command({
    permission: 'signed-in',
    input: z.object({ current: Password, next: Password }).strict(),
    output: none,
    errors: ['PASSWORD.WRONG', 'PASSWORD.TOO_SHORT', 'PASSWORD.TOO_COMMON', 'PASSWORD.TOO_LONG'],
    audit: { subject: 'user', id: () => null },
  }),
  /** The first psychologist's own session makes the clinical vault, its key and R_clin. */
  createClinicalVault: command({
    permission: 'clinical.hold',
    input: none,
    output: z.object({ groups: z.number().int() }),
    errors: ['CLINICAL.EXISTS', 'CLINICAL.NOT_FOR_ADMINISTRATOR'],
    audit: { subject: 'clinical-vault', id: () => null },
  }),
  /** R_clin gives a psychologist whose grant is lost the clinical key again. */
  openClinicalWithRecovery: command({
    permission: 'clinical.hold',
    input: z.object({ recoveryKey: RecoveryText }).strict(),
    output: none,
    errors: ['RECOVERY.WRONG', 'RECOVERY.WRONG_GROUP', 'CLINICAL.ABSENT', 'CLINICAL.NOT_FOR_ADMINISTRATOR'],
    audit: { subject: 'clinical-vault', id: () => null },
  }),
  /**
   * Nobody who holds the clinical key can be reached: R_clin, whole or as two halves that two people bring, opens the vault
   * for an hour, for reading, in this session alone. Every psychologist sees who did it and why, and nobody can remove that.
   */
  emergencyAccess: command({
    permission: 'signed-in',
    input: z
      .object({
        recoveryKey: RecoveryText,
        password: Password,
        reason: z.string().trim().min(10, { error: 'EMERGENCY.REASON_SHORT' }).max(500),
        second: z.object({ name: SignInName, password: Password, recoveryKey: RecoveryText }).strict().nullable(),
      })
      .strict(),
    output: z.object({ until: z.string() }),
    errors: [
      'PASSWORD.WRONG',
      'RECOVERY.WRONG_GROUP',
      'RECOVERY.HALVES',
      'CLINICAL.ABSENT',
      'CLINICAL.NOT_FOR_ADMINISTRATOR',
      'EMERGENCY.NOT_FOR_PSYCHOLOGIST',
      'EMERGENCY.OPEN',
      'EMERGENCY.SECOND_WRONG',
      'EMERGENCY.SECOND_SAME',
    ],
    audit: { subject: 'clinical-vault', id: () => null },
  }),
  endEmergency: command({ permission: 'signed-in', input: none, output: none, audit: { subject: 'clinical-vault', id: () => null } }),
  /** The notice of the clinical vault's birth was read; it is not shown to this person again. */
  seenClinicalBirth: command({ permission: 'signed-in', input: none, output: none, audit: { subject: 'clinical-vault', id: () => null } }),
  jobStatus: query({ permission: 'signed-in', input: z.object({ jobId: z.uuid() }).strict(), output: JobStatus }),
  cancelJob: query({ permission: 'signed-in', input: z.object({ jobId: z.uuid() }).strict(), output: none }),
});
