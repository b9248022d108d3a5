import { z } from 'zod';
import { command, defineModule, query } from '../../contract/define';
import { ChildId, InstitutionId, MentorId, PairId, ProgrammeId, RowId } from '../../kernel/ids';
import { PlainDate } from '../../kernel/plain-date';
import { line, requiredLine } from '../../kernel/text';
import { Blocker, ChildVoiceFields, ClosingReasonField, PairRecord, PairRow, PairStageField } from './mentorships.model';
import { PAIR_REFUSALS } from './mentorships.workflow';

const pair = { subject: 'pair' } as const;
const move = z.object({ id: PairId, on: PlainDate });

export const mentorshipsContract = defineModule('mentorships', {
  list: query({
    permission: 'pair.read',
    input: z.object({
      search: z.string().max(200).default(''),
      stages: z.array(PairStageField).max(5).default([]),
      institutionId: InstitutionId.nullable().default(null),
      cursor: z.string().max(400).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(PairRow), nextCursor: z.string().nullable(), total: z.number().int() }),
  }),
  get: query({
    permission: 'pair.read',
    input: z.object({ id: PairId }),
    output: PairRecord,
    audit: { ...pair, id: (input) => input.id },
  }),
  ofChild: query({ permission: 'pair.read', input: z.object({ childId: ChildId }), output: z.array(PairRow) }),
  ofMentor: query({ permission: 'pair.read', input: z.object({ mentorId: MentorId }), output: z.array(PairRow) }),
  whyNotOpen: query({
    permission: 'pair.read',
    input: z.object({ mentorId: MentorId, programmeId: ProgrammeId, childIds: z.array(ChildId).min(1).max(10), on: PlainDate }),
    output: z.array(Blocker),
  }),
  /** One pair for each child; brothers and sisters taken together share a group. */
  open: command({
    permission: 'pair.write',
    input: z.object({
      mentorId: MentorId,
      programmeId: ProgrammeId,
      acquaintedOn: PlainDate,
      children: z
        .array(z.object({ pairId: PairId, childId: ChildId }))
        .min(1)
        .max(10),
      /** Why the pair is opened despite a warning (age, small gap); empty when nothing was warned. */
      warningReason: line(1000).default(''),
    }),
    output: z.array(PairRow),
    errors: ['PAIR.REFUSED', 'PAIR.WARNING_NEEDS_REASON'],
    audit: { ...pair, id: (input) => input.children[0]?.pairId ?? null },
  }),
  startMeetings: command({
    permission: 'pair.write',
    input: move,
    output: PairRecord,
    errors: PAIR_REFUSALS,
    audit: { ...pair, id: (input) => input.id },
  }),
  startPapers: command({
    permission: 'pair.write',
    input: move,
    output: PairRecord,
    errors: PAIR_REFUSALS,
    audit: { ...pair, id: (input) => input.id },
  }),
  startHosting: command({
    permission: 'pair.write',
    input: move,
    output: PairRecord,
    errors: PAIR_REFUSALS,
    audit: { ...pair, id: (input) => input.id },
  }),
  returnToMeetings: command({
    permission: 'pair.write',
    input: move.extend({ reason: requiredLine(1000) }),
    output: PairRecord,
    errors: PAIR_REFUSALS,
    audit: { ...pair, id: (input) => input.id },
  }),
  close: command({
    permission: 'pair.write',
    input: move.extend({ reason: ClosingReasonField, note: z.string().max(4000) }),
    output: PairRecord,
    errors: PAIR_REFUSALS,
    audit: { ...pair, id: (input) => input.id },
  }),
  /** A refusal is kept like a consent. */
  recordChildVoice: command({
    permission: 'child.prepare',
    input: z.object({ pairId: PairId, id: RowId, voice: ChildVoiceFields }),
    output: PairRecord,
    errors: ['VOICE.OWN_CONSENT_NEEDED', 'PAIR.WRONG_STAGE'],
    audit: { ...pair, id: (input) => input.pairId },
  }),
  withdrawChildVoice: command({
    permission: 'child.prepare',
    input: z.object({ pairId: PairId, id: RowId, on: PlainDate, reason: requiredLine(1000) }),
    output: PairRecord,
    errors: ['VOICE.ALREADY_WITHDRAWN'],
    audit: { ...pair, id: (input) => input.pairId },
  }),
});
