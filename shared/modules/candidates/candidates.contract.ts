import { z } from 'zod';
import { command, defineModule, query } from '../../contract/define';
import { MentorId, RowId } from '../../kernel/ids';
import { requiredLine } from '../../kernel/text';
import { MentorFields, MentorPaper, MentorPaperFields, MentorRecord, MentorRow } from './candidates.model';
import { DuplicateReason } from './candidates.rules';

const page = { cursor: z.string().max(400).nullable().default(null), limit: z.number().int().min(1).max(200).default(50) };

const change = <T extends z.ZodType>(value: T) => z.object({ from: value, to: value });
const shape = MentorFields.shape;
/** One entry per edited field: what the screen started from, and what it should become. */
export const MentorChanges = z
  .object({
    name: change(shape.name),
    birthDate: change(shape.birthDate),
    sex: change(shape.sex),
    citizenship: change(shape.citizenship),
    identity: change(shape.identity),
    iin: change(shape.iin),
    registeredAddress: change(shape.registeredAddress),
    actualAddress: change(shape.actualAddress),
    phone: change(shape.phone),
    email: change(shape.email),
    occupation: change(shape.occupation),
    maritalStatus: change(shape.maritalStatus),
    spouse: change(shape.spouse),
    household: change(shape.household),
    institutionIds: change(shape.institutionIds),
    note: change(shape.note),
  })
  .partial()
  .strict();
export type MentorChanges = z.infer<typeof MentorChanges>;

/** `row` is null for a person of other orphanages: then `houses` says where to ask, and nothing else is told. */
export const MentorDuplicate = z.object({ id: MentorId, row: MentorRow.nullable(), houses: z.array(z.string()), reasons: z.array(DuplicateReason) });
export type MentorDuplicate = z.infer<typeof MentorDuplicate>;

const mentor = { subject: 'mentor' } as const;

export const candidatesContract = defineModule('candidates', {
  list: query({
    permission: 'mentor.read',
    input: z.object({ search: z.string().max(200).default(''), sort: z.enum(['name', 'updated']).default('name'), ...page }),
    output: z.object({ rows: z.array(MentorRow), nextCursor: z.string().nullable(), total: z.number().int() }),
  }),
  quickSearch: query({
    permission: 'mentor.read',
    input: z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(20).default(8) }),
    output: z.array(MentorRow),
  }),
  get: query({
    permission: 'mentor.read',
    input: z.object({ id: MentorId }),
    output: MentorRecord,
    audit: { ...mentor, id: (input) => input.id },
  }),
  /** The numbers in full; each look is an entry of the journal with its reason. */
  reveal: query({
    permission: 'mentor.reveal',
    input: z.object({ id: MentorId, reason: requiredLine(300) }),
    output: MentorFields.pick({ identity: true, iin: true, spouse: true }),
    audit: { ...mentor, id: (input) => input.id },
  }),
  /** Search before create: people who may be this one, with why. */
  duplicates: query({
    permission: 'mentor.read',
    input: MentorFields.pick({ name: true, iin: true, phone: true }).extend({
      birthDate: shape.birthDate.nullable(),
      identityNumber: z.string().max(40).nullable(),
      exceptId: MentorId.nullable(),
    }),
    output: z.array(MentorDuplicate),
  }),
  create: command({
    permission: 'mentor.write',
    input: z.object({ id: MentorId, fields: MentorFields, knownDuplicates: z.array(MentorId).max(50).default([]) }),
    output: MentorRecord,
    errors: ['MENTOR.LIKELY_DUPLICATE'],
    audit: { ...mentor, id: (input) => input.id },
  }),
  update: command({
    permission: 'mentor.write',
    input: z.object({ id: MentorId, changes: MentorChanges }),
    output: MentorRecord,
    audit: { ...mentor, id: (input) => input.id },
  }),
  addPaper: command({
    permission: 'mentor.write',
    input: z.object({ mentorId: MentorId, id: RowId, paper: MentorPaperFields }),
    output: MentorPaper,
    audit: { ...mentor, id: (input) => input.mentorId },
  }),
  updatePaper: command({
    permission: 'mentor.write',
    input: z.object({ mentorId: MentorId, id: RowId, from: MentorPaperFields, to: MentorPaperFields }),
    output: MentorPaper,
    errors: ['PAPER.STRUCK'],
    audit: { ...mentor, id: (input) => input.mentorId },
  }),
  /** Entered by mistake: struck with a reason, never deleted. */
  strikePaper: command({
    permission: 'mentor.write',
    input: z.object({ mentorId: MentorId, id: RowId, reason: requiredLine(300) }),
    output: MentorPaper,
    audit: { ...mentor, id: (input) => input.mentorId },
  }),
});
