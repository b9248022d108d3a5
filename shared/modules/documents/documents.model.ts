import { z } from 'zod';
import { ChildId, DocumentId, InstitutionId, MentorId, PairId, ProgrammeId, RowId } from '../../kernel/ids';
import { PersonName } from '../../kernel/names';
import { PlainDate } from '../../kernel/plain-date';
import { line, requiredLine } from '../../kernel/text';
import { Jurisdiction } from '../institutions/institutions.model';

/** Kinds of numbered papers. Each has its own row of numbers in every year: ГД-012/2026. */
export const DOCUMENT_KINDS = ['guest-contract'] as const;
export const DocumentKind = z.enum(DOCUMENT_KINDS);
export type DocumentKind = z.infer<typeof DocumentKind>;

export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'TIME.IMPOSSIBLE' });

export const REGIMES = ['day', 'weekend', 'holiday'] as const;
export const LAYOUTS = ['side-by-side', 'sequential', 'single'] as const;

/** What the parties agree on, as the form edits it. Null and empty mean "not filled in yet": the gate names each of them. */
export const ContractTerms = z.object({
  termFrom: PlainDate.nullable(),
  termTo: PlainDate.nullable(),
  regime: z.enum(REGIMES),
  /** 1 Monday .. 7 Sunday; empty: every day of the term. */
  weekdays: z.array(z.number().int().min(1).max(7)).max(7),
  takenAt: TimeOfDay.nullable(),
  returnedAt: TimeOfDay.nullable(),
  overnight: z.boolean(),
  place: line(500),
  otherPlaces: line(1000),
  outOfTown: z.boolean(),
  conditionsRu: z.string().max(8000),
  conditionsKk: z.string().max(8000),
  city: line(100),
  cityKk: line(100),
  signedOn: PlainDate.nullable(),
  layout: z.enum(LAYOUTS),
  languages: z
    .array(z.enum(['kk', 'ru']))
    .min(1)
    .max(2),
});
export type ContractTerms = z.infer<typeof ContractTerms>;

export const ContractDraft = z.object({
  id: RowId,
  pairIds: z.array(PairId),
  children: z.array(z.object({ id: ChildId, name: PersonName, birthDate: PlainDate })),
  mentor: z.object({ id: MentorId, name: PersonName }),
  institutionId: InstitutionId,
  programmeId: ProgrammeId,
  jurisdiction: Jurisdiction,
  terms: ContractTerms,
  /** Reasons given for going on despite a warning, by the code of the gate's item. */
  warningReasons: z.record(z.string(), z.string()),
  /** The document this draft corrects; null for a first version. */
  corrects: DocumentId.nullable(),
  correctionReason: z.string(),
  /** Set once the draft has become a document. */
  issuedAs: DocumentId.nullable(),
  updatedAt: z.string(),
});
export type ContractDraft = z.infer<typeof ContractDraft>;

export const GATE_STATUSES = ['ok', 'missing', 'expires-too-early', 'not-yet-valid', 'refused', 'warned', 'accepted'] as const;
/** Where an item is mended: the screen turns this into an address. `section` is the field or the part of the record. */
export const GateLink = z.object({
  module: z.enum(['children', 'candidates', 'mentorships', 'documents', 'institutions']),
  id: z.string(),
  section: z.string(),
});
export const GateItem = z.object({
  /** Stable name of the requirement, e.g. `paper.criminal-record`, `field.termTo`, `rule.child-age`. */
  code: z.string(),
  /** One requirement may stand several times: once for each child or member of the household. */
  key: z.string(),
  /** `accepted`: warned, and a reason is on record. Only missing, expired, early, refused and warned items keep the door closed. */
  status: z.enum(GATE_STATUSES),
  /** Whom it concerns, as shown beside the title; empty when it concerns the contract itself. */
  concerns: z.string(),
  detail: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  link: GateLink,
});
export type GateItem = z.infer<typeof GateItem>;

export const Gate = z.object({
  items: z.array(GateItem),
  open: z.boolean(),
  lastReturnOn: PlainDate.nullable(),
  nextNumber: z.string(),
  rulePack: z.object({
    id: z.string(),
    version: z.string(),
    inForceFrom: PlainDate,
    checkedBy: z.string(),
    checkedOn: PlainDate.nullable(),
    source: z.string(),
  }),
  template: z.object({ id: z.string(), version: z.string() }),
});
export type Gate = z.infer<typeof Gate>;

export const DOCUMENT_STATES = ['issued', 'corrected', 'annulled'] as const;
export const DocumentRow = z.object({
  id: DocumentId,
  kind: DocumentKind,
  number: z.string(),
  year: z.number().int(),
  version: z.number().int(),
  state: z.enum(DOCUMENT_STATES),
  issuedOn: PlainDate,
  issuedBy: z.string(),
  mentorName: z.string(),
  childNames: z.array(z.string()),
  termFrom: PlainDate,
  termTo: PlainDate,
  institutionId: InstitutionId,
  pairIds: z.array(PairId),
  jurisdiction: Jurisdiction,
});
export type DocumentRow = z.infer<typeof DocumentRow>;

export const DocumentRecord = DocumentRow.extend({
  sha256: z.string(),
  bytes: z.number().int(),
  templateVersion: z.string(),
  rulePackVersion: z.string(),
  engineVersion: z.string(),
  warningReasons: z.record(z.string(), z.string()),
  annulledOn: PlainDate.nullable(),
  annulReason: z.string(),
  correctionReason: z.string(),
  /** Every version of the number, oldest first. */
  versions: z.array(z.object({ id: DocumentId, version: z.number().int(), state: z.enum(DOCUMENT_STATES), issuedOn: PlainDate })),
});
export type DocumentRecord = z.infer<typeof DocumentRecord>;

/** A file on its way to the screen; the name carries the number, never a person. */
export const FileContent = z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() });
export type FileContent = z.infer<typeof FileContent>;

export const HandOverFields = z.object({
  on: PlainDate,
  at: TimeOfDay,
  by: requiredLine(200),
  state: z.string().max(2000),
});
export const ReturnFields = HandOverFields.extend({ incidents: z.string().max(4000), lateReason: line(1000) });

export const TransferFields = z.object({
  documentId: DocumentId,
  childId: ChildId,
  plannedReturnOn: PlainDate,
  plannedReturnAt: TimeOfDay,
  handedOver: HandOverFields,
  note: z.string().max(2000),
});
export type TransferFields = z.infer<typeof TransferFields>;

/** One line of the journal of transfers (documents.md 3.2 j). Struck lines stay, with the reason. */
export const RegisterLine = z.object({
  id: RowId,
  no: z.number().int(),
  year: z.number().int(),
  documentId: DocumentId,
  contractNumber: z.string(),
  contractOn: PlainDate,
  requestOn: PlainDate.nullable(),
  host: z.object({ name: z.string(), address: z.string(), phone: z.string() }),
  conclusion: z.object({ number: z.string(), issuedOn: PlainDate.nullable(), validUntil: PlainDate.nullable() }).nullable(),
  child: z.object({ id: ChildId, name: z.string(), birthDate: PlainDate }),
  consentOn: PlainDate.nullable(),
  termFrom: PlainDate,
  termTo: PlainDate,
  plannedReturnOn: PlainDate,
  plannedReturnAt: z.string(),
  handedOver: HandOverFields,
  returned: ReturnFields.nullable(),
  isOverdue: z.boolean(),
  note: z.string(),
  struck: z.object({ on: PlainDate, by: z.string(), reason: z.string() }).nullable(),
});
export type RegisterLine = z.infer<typeof RegisterLine>;
