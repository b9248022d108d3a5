import { z } from 'zod';
import { ChildId, FileId, MentorId, PairId, RowId, UserId } from '../../kernel/ids';

/** Every kind of record of the psychologist's room. One header table holds them all: one timeline, one search, one way to sign. */
export const RECORD_KINDS = [
  'assessment',
  'external',
  'projective',
  'interview',
  'request',
  'plan',
  'session',
  'closing',
  'disclosure',
  'group-session',
  'conclusion',
  'extract',
] as const;
export const RecordKind = z.enum(RECORD_KINDS);
export type RecordKind = z.infer<typeof RecordKind>;

/**
 * Whom a clinical record is about. A respondent is somebody measured under a code, without a record in the programme;
 * a group is an art-therapy group.
 */
export const Subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('child'), id: ChildId }).strict(),
  z.object({ kind: z.literal('mentor'), id: MentorId }).strict(),
  z.object({ kind: z.literal('pair'), id: PairId }).strict(),
  z.object({ kind: z.literal('group'), id: RowId }).strict(),
  z.object({ kind: z.literal('respondent'), id: RowId }).strict(),
]);
export type Subject = z.infer<typeof Subject>;

export const RECORD_STATES = ['draft', 'signed', 'withdrawn'] as const;
export type RecordState = (typeof RECORD_STATES)[number];

export const RecordHeader = z.object({
  id: RowId,
  kind: RecordKind,
  subject: Subject,
  /** How the subject is called on a screen: «Глеб З.», a group's name, a respondent's code. */
  subjectName: z.string(),
  /** One line that tells records of one kind apart (an instrument's name, a theme). */
  label: z.string(),
  onDate: z.string(),
  authorId: UserId,
  authorName: z.string(),
  state: z.enum(RECORD_STATES),
  signedAt: z.string().nullable(),
  version: z.number().int(),
  amendments: z.number().int(),
  updatedAt: z.string(),
});
export type RecordHeader = z.infer<typeof RecordHeader>;

export const Amendment = z.object({
  id: RowId,
  recordId: RowId,
  text: z.string(),
  reason: z.string(),
  authorName: z.string(),
  at: z.string(),
});
export type Amendment = z.infer<typeof Amendment>;

/** A drawing, a photograph or a scan that is sealed with its record. */
export const Attachment = z.object({
  id: FileId,
  recordId: RowId,
  /** The child it belongs to inside a group's record; null when it belongs to the record itself. */
  childId: ChildId.nullable(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  caption: z.string(),
  addedAt: z.string(),
});
export type Attachment = z.infer<typeof Attachment>;

export const NoteHit = z.object({
  record: RecordHeader,
  /** The words around the first hit, as they were written. */
  excerpt: z.string(),
});
export type NoteHit = z.infer<typeof NoteHit>;

export const CASE_LISTS = ['mine', 'left', 'all'] as const;

export const CaseRow = z.object({
  subject: Subject,
  subjectName: z.string(),
  subjectCode: z.string(),
  responsibleId: UserId,
  responsibleName: z.string(),
  since: z.string(),
  /** The person responsible does not work here as a psychologist any more. */
  left: z.boolean(),
  records: z.number().int(),
  drafts: z.number().int(),
  lastOn: z.string().nullable(),
});
export type CaseRow = z.infer<typeof CaseRow>;

export const Handover = z.object({
  id: z.string(),
  fromName: z.string(),
  toName: z.string(),
  reason: z.string(),
  drafts: z.number().int(),
  at: z.string(),
});
export type Handover = z.infer<typeof Handover>;

/** What psychologists wrote about somebody whose file is destroyed or merged. */
export const Orphan = z.object({
  subject: Subject,
  /** The file's number; null for a pair, which has none. */
  no: z.number().int().nullable(),
  how: z.enum(['erased', 'merged']),
  /** The child who stayed, and the name if this psychologist may see it. */
  intoId: z.string().nullable(),
  intoName: z.string().nullable(),
  actNumber: z.string(),
  at: z.string().nullable(),
  count: z.number().int(),
});
export type Orphan = z.infer<typeof Orphan>;

/** Free text of a note: several lines, no hidden characters beyond line breaks and tabs. */
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
export const noteText = (max: number) =>
  z
    .string()
    .max(max, { error: 'TEXT.TOO_LONG' })
    .refine((text) => !HIDDEN.test(text), { error: 'TEXT.HIDDEN_CHARACTER' });
export const requiredNote = (max: number) => noteText(max).refine((text) => text.trim() !== '', { error: 'TEXT.REQUIRED' });
