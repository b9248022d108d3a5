import { z } from 'zod';
import { ChildId, DocumentId, InstitutionId, MentorId, PairId, ProgrammeId, RowId } from '../../kernel/ids';
import { PersonName } from '../../kernel/names';
import { PlainDate } from '../../kernel/plain-date';
import { line, requiredLine } from '../../kernel/text';
import { CLOSING_REASONS, PAIR_STAGES } from './mentorships.workflow';

export const PairStageField = z.enum(PAIR_STAGES);
export const ClosingReasonField = z.enum(CLOSING_REASONS);

/** From the age of consent the child signs; a younger child's opinion is written down by a worker (documents.md 3.2 c). */
export const CHILD_VOICE_KINDS = ['consent', 'opinion'] as const;
export const CHILD_DECISIONS = ['agrees', 'agrees-if', 'refuses'] as const;

export const ChildVoiceFields = z.object({
  kind: z.enum(CHILD_VOICE_KINDS),
  decision: z.enum(CHILD_DECISIONS),
  /** The condition in the child's own words; required with `agrees-if`. */
  condition: z.string().max(2000),
  childWords: z.string().max(4000),
  explained: z.string().max(4000),
  saidOn: PlainDate,
  /** A consent covers one term and is asked again for the next one. */
  termFrom: PlainDate,
  termTo: PlainDate,
  talkedBy: requiredLine(200),
  psychologistPresent: line(200),
});
export type ChildVoiceFields = z.infer<typeof ChildVoiceFields>;

export const ChildVoice = ChildVoiceFields.extend({
  id: RowId,
  withdrawnOn: PlainDate.nullable(),
  withdrawnReason: z.string(),
});
export type ChildVoice = z.infer<typeof ChildVoice>;

export const StageEntry = z.object({
  id: RowId,
  from: PairStageField.nullable(),
  to: PairStageField,
  on: PlainDate,
  at: z.string(),
  by: z.string(),
  /** Why: the reason of a closing or a return, or of going on despite a warning. */
  reason: z.string(),
});
export type StageEntry = z.infer<typeof StageEntry>;

export const PairRow = z.object({
  id: PairId,
  child: z.object({ id: ChildId, name: PersonName, birthDate: PlainDate, institutionId: InstitutionId }),
  mentor: z.object({ id: MentorId, name: PersonName }),
  programmeId: ProgrammeId,
  /** Pairs of brothers and sisters with one mentor carry the same group. */
  groupId: PairId,
  stage: PairStageField,
  since: PlainDate,
  contractNumber: z.string().nullable(),
  closingReason: ClosingReasonField.nullable(),
});
export type PairRow = z.infer<typeof PairRow>;

export const PairRecord = PairRow.extend({
  contractDocumentId: DocumentId.nullable(),
  closingNote: z.string(),
  log: z.array(StageEntry),
  voices: z.array(ChildVoice),
  groupPairIds: z.array(PairId),
});
export type PairRecord = z.infer<typeof PairRecord>;

export const BLOCKER_CODES = [
  'PAIR.CHILD_NOT_READY',
  'PAIR.CHILD_ALREADY_PAIRED',
  'PAIR.MENTOR_YOUNGER',
  'PAIR.MENTOR_NOT_ADULT',
  'PAIR.MENTOR_TOO_YOUNG',
  'PAIR.AGE_GAP_SMALL',
  'PAIR.CHILD_TOO_YOUNG',
  'PAIR.CHILD_TOO_OLD',
] as const;
/** A `refused` pair cannot be opened; a `warned` one needs a reason, kept with the pair. */
export const Blocker = z.object({
  childId: ChildId,
  code: z.enum(BLOCKER_CODES),
  weight: z.enum(['refused', 'warned']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Blocker = z.infer<typeof Blocker>;
