import { z } from 'zod';
import { ChildId, FileId, InstitutionId, ProgrammeId, RowId } from '../../kernel/ids';
import { PersonName } from '../../kernel/names';
import { PlainDate } from '../../kernel/plain-date';
import { Language } from '../../kernel/roles';
import { line, requiredLine } from '../../kernel/text';

export const SEXES = ['female', 'male'] as const;
export const Sex = z.enum(SEXES);

export const LEGAL_STATUSES = ['orphan', 'without-care', 'temporarily-placed', 'other'] as const;
export const LegalStatus = z.enum(LEGAL_STATUSES);

export const IDENTITY_KINDS = ['birth-certificate', 'kz-id-card', 'kz-passport', 'ru-passport', 'other'] as const;
/** The child's own paper: number and date, no scan. */
export const ChildIdentity = z
  .object({
    kind: z.enum(IDENTITY_KINDS),
    series: line(10),
    number: requiredLine(30),
    issuer: line(300),
    issuedOn: PlainDate.nullable(),
  })
  .strict();
export type ChildIdentity = z.infer<typeof ChildIdentity>;

const note = (max = 2000) => z.string().max(max, { error: 'TEXT.TOO_LONG' });
const list = z.array(requiredLine(80)).max(40);

/** Every field that the record's form edits. Numbers are whole here; they leave main only masked, or through `reveal`. */
export const ChildFields = z
  .object({
    name: PersonName,
    birthDate: PlainDate,
    sex: Sex,
    citizenship: z.enum(['KZ', 'RU', 'other']),
    identity: ChildIdentity.nullable(),
    /** Kazakhstan's ИИН/ЖСН or Russia's СНИЛС; empty while unknown. */
    personalNumber: line(14),
    legalStatus: LegalStatus,
    /** The act that gave the status: kind, number, date, in one line. */
    legalBasis: line(500),
    institutionId: InstitutionId,
    programmeId: ProgrammeId,
    group: line(60),
    school: line(200),
    fileNumber: line(60),
    languages: z.array(Language).max(3),
    interests: list,
    strengths: list,
    helps: note(),
    upsets: note(),
    notToAsk: note(),
    /** Only what an adult beside the child must know for safety: an allergy, a medicine. Never a diagnosis. */
    safetyNote: note(1000),
  })
  .strict();
export type ChildFields = z.infer<typeof ChildFields>;

export const STATES = ['registered', 'preparing', 'ready', 'in-pair', 'paused', 'left'] as const;
export const LEAVE_REASONS = ['family', 'adult', 'other-institution', 'own-wish', 'other'] as const;

/** Where the child stands in the programme, with what each state must say. */
export const ChildState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('registered'), since: PlainDate }),
  z.object({ state: z.literal('preparing'), since: PlainDate }),
  z.object({ state: z.literal('ready'), since: PlainDate }),
  z.object({ state: z.literal('in-pair'), since: PlainDate }),
  z.object({
    state: z.literal('paused'),
    since: PlainDate,
    reason: z.string(),
    until: PlainDate.nullable(),
    before: z.enum(['registered', 'preparing', 'ready']),
  }),
  z.object({ state: z.literal('left'), since: PlainDate, reason: z.enum(LEAVE_REASONS), note: z.string() }),
]);
export type ChildState = z.infer<typeof ChildState>;
export type StateName = ChildState['state'];

export const CONSENT_KINDS = ['processing', 'transfer', 'photo', 'participation'] as const;
export const ConsentFields = z
  .object({
    kind: z.enum(CONSENT_KINDS),
    /** Which text was signed. */
    textVersion: requiredLine(60),
    signer: requiredLine(200),
    /** By which right the signer signs: the order that placed the child, or the child's own age. */
    basis: requiredLine(300),
    signedOn: PlainDate,
    validUntil: PlainDate.nullable(),
  })
  .strict();
export type ConsentFields = z.infer<typeof ConsentFields>;
export const Consent = ConsentFields.extend({ id: RowId, withdrawnOn: PlainDate.nullable(), withdrawalReason: z.string() });
export type Consent = z.infer<typeof Consent>;

export const ChildPaperFields = z
  .object({
    kind: z.enum(['birth-certificate', 'passport', 'status', 'court-decision', 'placement-order', 'medical', 'other']),
    number: line(60),
    issuedOn: PlainDate.nullable(),
    issuer: line(300),
    validUntil: PlainDate.nullable(),
    note: note(1000),
  })
  .strict();
export const ChildPaper = ChildPaperFields.extend({ id: RowId });

export const RelativeFields = z
  .object({
    name: requiredLine(200),
    relation: requiredLine(100),
    contact: z.enum(['allowed', 'supervised', 'forbidden', 'unknown']),
    basis: line(300),
    phone: line(60),
    note: note(1000),
  })
  .strict();
export const Relative = RelativeFields.extend({ id: RowId });

export const PlacementFields = z.object({ place: requiredLine(300), from: PlainDate, to: PlainDate.nullable(), reason: line(300) }).strict();
export const Placement = PlacementFields.extend({ id: RowId });

export const SiblingFields = z.object({ childId: ChildId, together: z.boolean(), why: line(500) }).strict();
export const Sibling = SiblingFields.extend({ id: RowId, name: z.string(), code: z.string(), visible: z.boolean() });

export const FlagFields = z
  .object({ kind: z.enum(['papers', 'health', 'safety', 'contact', 'other']), text: requiredLine(500), dueOn: PlainDate.nullable() })
  .strict();
export const Flag = FlagFields.extend({
  id: RowId,
  raisedOn: PlainDate,
  raisedBy: z.string(),
  resolvedOn: PlainDate.nullable(),
  resolvedBy: z.string().nullable(),
  resolution: z.string(),
});

export const WishFields = z
  .object({
    /** What the child said, as it was said. */
    words: note(4000),
    language: Language,
    saidOn: PlainDate,
    mentorSex: z.enum(['female', 'male', 'any']),
    ageFrom: z.number().int().min(18).max(99).nullable(),
    ageTo: z.number().int().min(18).max(99).nullable(),
    interests: list,
    together: list,
    never: note(1000),
  })
  .strict();
export type WishFields = z.infer<typeof WishFields>;
export const Wish = WishFields.extend({ id: RowId, writtenBy: z.string(), confirmed: z.boolean() });
export type Wish = z.infer<typeof Wish>;

/** A step of preparation: what the programme asks for, and whether it was done. */
export const StepDone = z.object({
  code: z.string(),
  title: z.string(),
  required: z.boolean(),
  doneOn: PlainDate.nullable(),
  doneBy: z.string().nullable(),
  note: z.string(),
  /** Only for the step `own-consent`: what the child of ten or older decided, on paper. */
  decision: z.enum(['agrees', 'refuses']).nullable(),
});
export type StepDone = z.infer<typeof StepDone>;

export const ChildFile = z.object({
  id: FileId,
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  addedOn: PlainDate,
  addedBy: z.string(),
});

export const Blocker = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  weight: z.enum(['refused', 'warned']),
  section: z.string(),
});
export type Blocker = z.infer<typeof Blocker>;

export const ChildRecord = z.object({
  id: ChildId,
  code: z.string(),
  version: z.number().int(),
  fields: ChildFields,
  life: ChildState,
  age: z.number().int(),
  institutionName: z.string(),
  programmeName: z.string(),
  hasPhoto: z.boolean(),
  consents: z.array(Consent),
  papers: z.array(ChildPaper),
  relatives: z.array(Relative),
  placements: z.array(Placement),
  siblings: z.array(Sibling),
  flags: z.array(Flag),
  wishes: z.array(Wish),
  steps: z.array(StepDone),
  files: z.array(ChildFile),
  whyNotReady: z.array(Blocker),
  nextStep: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type ChildRecord = z.infer<typeof ChildRecord>;

export const NEXT_STEPS = [
  'start-preparation',
  'get-consent',
  'prepare',
  'write-wishes',
  'mark-ready',
  'find-pair',
  'support-pair',
  'return-from-pause',
  'none',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

export const ChildRow = z.object({
  id: ChildId,
  code: z.string(),
  shortName: z.string(),
  age: z.number().int(),
  institution: z.string(),
  group: z.string(),
  state: z.enum(STATES),
  /** Whole days since the child became ready and has no pair; null in other states. */
  waitingDays: z.number().int().nullable(),
  wishesOn: PlainDate.nullable(),
  wishes: z.enum(['none', 'draft', 'confirmed']),
  /** The processing consent's last day; null when it has none or there is no consent. */
  consentUntil: PlainDate.nullable(),
  consent: z.enum(['none', 'active', 'expiring', 'expired']),
  openFlags: z.number().int(),
  nextStep: z.enum(NEXT_STEPS),
});
export type ChildRow = z.infer<typeof ChildRow>;

export const ChildFilter = z
  .object({
    institutionIds: z.array(InstitutionId).max(200).optional(),
    programmeIds: z.array(ProgrammeId).max(50).optional(),
    states: z.array(z.enum(STATES)).max(6).optional(),
    ageFrom: z.number().int().min(0).max(30).optional(),
    ageTo: z.number().int().min(0).max(30).optional(),
    wishes: z.enum(['none', 'draft', 'confirmed']).optional(),
    consent: z.enum(['missing', 'active']).optional(),
    flagged: z.boolean().optional(),
  })
  .strict();
export type ChildFilter = z.infer<typeof ChildFilter>;

export const SORTS = ['name', 'birth', 'code', 'waiting'] as const;

export const TimelineEntry = z.object({
  id: z.string(),
  on: z.string(),
  kind: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  by: z.string(),
});

export const DUPLICATE_REASONS = ['same-number', 'same-paper', 'same-name-and-birth', 'similar-name-same-birth', 'same-name', 'birth-close'] as const;
export const ChildDuplicate = z.object({
  id: ChildId,
  code: z.string(),
  shortName: z.string(),
  birthYear: z.number().int(),
  institution: z.string(),
  reasons: z.array(z.enum(DUPLICATE_REASONS)),
});
export type ChildDuplicate = z.infer<typeof ChildDuplicate>;
