import { z } from 'zod';
import { InstitutionId, MentorId, RowId } from '../../kernel/ids';
import { PersonName } from '../../kernel/names';
import { PlainDate } from '../../kernel/plain-date';
import { line, requiredLine } from '../../kernel/text';

export const SEXES = ['female', 'male'] as const;
export const Sex = z.enum(SEXES);
export type Sex = z.infer<typeof Sex>;

export const CITIZENSHIPS = ['KZ', 'RU', 'other'] as const;
export const Citizenship = z.enum(CITIZENSHIPS);
export type Citizenship = z.infer<typeof Citizenship>;

export const IDENTITY_KINDS = ['kz-id-card', 'kz-passport', 'ru-passport', 'other'] as const;
export const IdentityKind = z.enum(IDENTITY_KINDS);
export type IdentityKind = z.infer<typeof IdentityKind>;

/** The paper that proves who a person is. No scan of it is kept: the number and the dates are enough for every paper printed from here. */
export const Identity = z.object({
  kind: IdentityKind,
  series: line(10).nullable(),
  number: requiredLine(30),
  issuer: line(300),
  issuerCode: line(10).nullable(),
  issuedOn: PlainDate.nullable(),
  validTo: PlainDate.nullable(),
});
export type Identity = z.infer<typeof Identity>;

export const MARITAL_STATUSES = ['single', 'married', 'divorced', 'widowed'] as const;
export const MaritalStatus = z.enum(MARITAL_STATUSES);
export type MaritalStatus = z.infer<typeof MaritalStatus>;

export const Spouse = z.object({
  name: PersonName,
  birthDate: PlainDate.nullable(),
  identity: Identity.nullable(),
  iin: line(12).nullable(),
});
export type Spouse = z.infer<typeof Spouse>;

export const HouseholdMember = z.object({
  id: RowId,
  name: requiredLine(200),
  birthYear: z.number().int().min(1900).max(2199).nullable(),
  relation: requiredLine(100),
  occupation: line(200),
});
export type HouseholdMember = z.infer<typeof HouseholdMember>;

/** Every field of a mentor that the form edits. Identity numbers are whole here: this shape travels only to main. */
export const MentorFields = z.object({
  name: PersonName,
  birthDate: PlainDate,
  sex: Sex,
  citizenship: Citizenship,
  identity: Identity.nullable(),
  /** Kazakhstan's individual identification number (ЖСН); null for a citizen of another state. */
  iin: line(12).nullable(),
  registeredAddress: line(500),
  /** null: lives where registered. */
  actualAddress: line(500).nullable(),
  phone: line(40),
  email: line(200),
  occupation: line(200),
  maritalStatus: MaritalStatus,
  spouse: Spouse.nullable(),
  household: z.array(HouseholdMember).max(30),
  /** Orphanages whose staff see this person; a pair adds the child's own. */
  institutionIds: z.array(InstitutionId).max(100),
  note: z.string().max(4000),
});
export type MentorFields = z.infer<typeof MentorFields>;

/** Papers that a mentor brings or that are drawn up about the mentor (documents.md 1.3, 2.1). Which of them a contract needs is said by the rule pack. */
export const MENTOR_PAPER_KINDS = [
  'application',
  'identity',
  'spouse-consent',
  'income',
  'health',
  'household-health',
  'housing-right',
  'marriage-certificate',
  'living-conditions-act',
  'training-certificate',
  'criminal-record',
  'guardianship-conclusion',
  'processing-consent',
  'household-list',
  'psychologist-extract',
] as const;
export const MentorPaperKind = z.enum(MENTOR_PAPER_KINDS);
export type MentorPaperKind = z.infer<typeof MentorPaperKind>;

/** Whom a paper is about: the mentor, the spouse, or one member of the household. */
export const PaperSubject = z.union([z.literal('mentor'), z.literal('spouse'), RowId]);
export type PaperSubject = z.infer<typeof PaperSubject>;

export const MentorPaperFields = z.object({
  kind: MentorPaperKind,
  subject: PaperSubject,
  number: line(60),
  issuedOn: PlainDate.nullable(),
  issuer: line(300),
  /** A paper either ends on a day, or has no expiry; saying neither is refused. */
  validUntil: PlainDate.nullable(),
  noExpiry: z.boolean(),
  presentedOn: PlainDate.nullable(),
  /** What the paper decided: an authority may also answer that hosting is impossible. */
  outcome: z.enum(['positive', 'negative']),
  note: z.string().max(2000),
});
export type MentorPaperFields = z.infer<typeof MentorPaperFields>;

export const MentorPaper = MentorPaperFields.extend({
  id: RowId,
  /** Set when the entry was struck: it stays readable and counts no more. */
  struckOn: PlainDate.nullable(),
  struckReason: z.string(),
});
export type MentorPaper = z.infer<typeof MentorPaper>;

export const MentorRow = z.object({
  id: MentorId,
  name: PersonName,
  birthDate: PlainDate,
  sex: Sex,
  citizenship: Citizenship,
  phone: z.string(),
  /** Last digits only: `•••• 4417`; null when no number is written down. */
  identityMasked: z.string().nullable(),
  paperCount: z.number().int(),
  institutionIds: z.array(InstitutionId),
  updatedAt: z.string(),
});
export type MentorRow = z.infer<typeof MentorRow>;

/** As the screen holds a mentor: numbers masked. To change a number, reveal it first or type a new one over it. */
export const MentorRecord = z.object({
  id: MentorId,
  fields: MentorFields,
  papers: z.array(MentorPaper),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type MentorRecord = z.infer<typeof MentorRecord>;
