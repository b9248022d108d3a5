import { z } from 'zod';
import { clinicalCommand, clinicalQuery, command, defineModule, query } from '../../contract/define';
import { UserId } from '../../kernel/ids';
import { Password } from '../session/session.model';
import { EmergencyAccess } from './emergency.model';
import { ClinicalMember, OneTimeCode, UserDuties, UserRow } from './users.model';

const none = z.object({}).strict();
const ByWords = z.object({ id: UserId, words: z.array(z.string().max(40)).length(6), password: Password }).strict();
const ofUser = { subject: 'user', id: (input: { id: string }) => input.id };

export const usersContract = defineModule('users', {
  list: query({ permission: 'user.read', input: none, output: z.array(UserRow) }),
  /** Makes the account and a one-time code; the colleague chooses the password, nobody else ever knows it. */
  invite: command({
    permission: 'user.write',
    input: UserDuties.extend({ id: UserId }).strict(),
    output: OneTimeCode,
    errors: ['USER.NAME_TAKEN'],
    audit: ofUser,
  }),
  update: command({
    permission: 'user.write',
    input: z.object({ id: UserId, version: z.number().int(), duties: UserDuties }).strict(),
    output: UserRow,
    errors: ['USER.LAST_ADMINISTRATOR', 'USER.NAME_TAKEN', 'USER.OWN_CLINICAL_ROLE', 'RECORD.CHANGED_MEANWHILE'],
    audit: ofUser,
  }),
  /** For a forgotten password: new keys, old grants gone; the clinical key must be granted again by a holder. */
  resetPassword: command({
    permission: 'user.write',
    input: z.object({ id: UserId, password: Password }).strict(),
    output: OneTimeCode,
    errors: ['PASSWORD.WRONG', 'USER.LEFT'],
    audit: ofUser,
  }),
  /** Grants removed, sign-in closed; the keys that the person held are changed. */
  leave: command({
    permission: 'user.write',
    input: z.object({ id: UserId, password: Password, reason: z.string().trim().min(2).max(500) }).strict(),
    output: z.object({ mustRotate: z.array(z.enum(['records', 'clinical'])) }),
    errors: ['PASSWORD.WRONG', 'USER.LAST_ADMINISTRATOR', 'USER.YOURSELF', 'VAULT.LAST_HOLDER'],
    audit: ofUser,
  }),
  /** Replaces a vault's key after somebody who held it has left; long, with progress. */
  rotate: command({
    permission: 'key.rotate',
    input: z.object({ vault: z.enum(['records', 'clinical']), password: Password }).strict(),
    output: none,
    errors: ['PASSWORD.WRONG', 'VAULT.NOT_HOLDER', 'ROTATION.CHECK_FAILED'],
    audit: { subject: 'vault', id: (input: { vault: string }) => input.vault },
  }),
  clinicalMembers: clinicalQuery({ permission: 'clinical.hold', input: none, output: z.array(ClinicalMember) }),
  /** Everybody who read the vault by its paper key, for ever. */
  emergencies: clinicalQuery({ permission: 'clinical.hold', input: none, output: z.array(EmergencyAccess) }),
  grantClinical: clinicalCommand({
    permission: 'clinical.hold',
    input: ByWords,
    output: none,
    errors: ['PASSWORD.WRONG', 'VAULT.NOT_HOLDER', 'VAULT.KEY_CHANGED', 'USER.NOT_PSYCHOLOGIST', 'USER.UNKNOWN'],
    audit: ofUser,
  }),
  /** The key of a colleague changed, and the six words were the same on both screens. */
  confirmMember: clinicalCommand({
    permission: 'clinical.hold',
    input: ByWords,
    output: none,
    errors: ['PASSWORD.WRONG', 'VAULT.KEY_CHANGED', 'USER.UNKNOWN'],
    audit: ofUser,
  }),
  /** The words were others, or the colleague does not work with the clinical vault any more: the key is to be changed then. */
  removeMember: clinicalCommand({
    permission: 'clinical.hold',
    input: z.object({ id: UserId, password: Password }).strict(),
    output: z.object({ mustRotate: z.array(z.enum(['records', 'clinical'])) }),
    errors: ['PASSWORD.WRONG', 'USER.YOURSELF'],
    audit: ofUser,
  }),
});
