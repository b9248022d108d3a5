import { z } from 'zod';
import { clinicalCommand, clinicalQuery, defineModule } from '../../contract/define';
import { ChildId, FileId, RowId, UserId } from '../../kernel/ids';
import { line, requiredLine } from '../../kernel/text';
import { Password } from '../session/session.model';
import { TodayItem } from '../settings/settings.contract';
import {
  Amendment,
  Attachment,
  CASE_LISTS,
  CaseRow,
  Handover,
  NoteHit,
  Orphan,
  RECORD_STATES,
  RecordHeader,
  RecordKind,
  requiredNote,
  Subject,
} from './clinical.model';

const none = z.object({}).strict();
const ofRecord = z.object({ recordId: RowId }).strict();
const ofSubject = z.object({ subject: Subject }).strict();
const aboutSubject = { subject: 'clinical-subject', id: (input: { subject: Subject }) => input.subject.id } as const;
const Passed = z.object({ cases: z.number().int(), drafts: z.number().int() });
const record = { subject: 'clinical-record', id: (input: { recordId: string }) => input.recordId } as const;
const FormKey = z
  .string()
  .min(1)
  .max(160)
  .regex(/^clinical\/[\w:./-]+$/);
const Draft = z.object({ formKey: z.string(), data: z.string(), updatedAt: z.string() });
const draftAudit = { notJournalled: "a half-written note is nobody else's record yet; keeping it happens every few seconds" };

/** What the rooms of the psychologist have in common: one timeline, one search, one way to sign and amend, sealed files and drafts. */
export const clinicalContract = defineModule('clinical', {
  today: clinicalQuery({ permission: 'clinical.hold', input: none, output: z.array(TodayItem) }),
  /** Headers, newest first; paged by the last `no` seen. */
  records: clinicalQuery({
    permission: 'clinical.hold',
    input: z
      .object({
        subject: Subject.optional(),
        kinds: z.array(RecordKind).max(11).default([]),
        states: z.array(z.enum(RECORD_STATES)).max(3).default([]),
        mine: z.boolean().default(false),
        myCases: z.boolean().default(false),
        before: z.number().int().positive().optional(),
        limit: z.number().int().min(1).max(200).default(50),
      })
      .strict(),
    output: z.object({ records: z.array(RecordHeader), next: z.number().int().nullable() }),
    audit: { subject: 'clinical-subject', id: ({ subject }) => subject?.id ?? null },
  }),
  /** Who is responsible for a subject's case, and who the subject is. */
  subject: clinicalQuery({
    permission: 'clinical.hold',
    input: z.object({ subject: Subject }).strict(),
    output: z.object({
      subject: Subject,
      name: z.string(),
      code: z.string(),
      birthDate: z.string().nullable(),
      sex: z.enum(['male', 'female']).nullable(),
      responsibleId: UserId.nullable(),
      responsibleName: z.string().nullable(),
    }),
    audit: { subject: 'clinical-subject', id: ({ subject }) => subject.id },
  }),
  /** Who leads whose case; `left`: cases of those who do not work here any more. */
  cases: clinicalQuery({
    permission: 'clinical.hold',
    input: z.object({ which: z.enum(CASE_LISTS) }).strict(),
    output: z.array(CaseRow),
    audit: { subject: 'clinical-subject', id: () => null },
  }),
  /** To whom a case can be given: psychologists who hold the key. */
  colleagues: clinicalQuery({ permission: 'clinical.hold', input: none, output: z.array(z.object({ userId: UserId, name: z.string() })) }),
  handovers: clinicalQuery({ permission: 'clinical.hold', input: ofSubject, output: z.array(Handover), audit: aboutSubject }),
  /** One case, or everything that a colleague led; unsigned records go with it, signed ones stay their author's. */
  takeOver: clinicalCommand({
    permission: 'clinical.hold',
    input: z
      .object({ subject: Subject.optional(), fromId: UserId.optional(), reason: requiredLine(500) })
      .strict()
      .refine((input) => (input.subject === undefined) !== (input.fromId === undefined), { error: 'FIELD.REQUIRED', path: ['subject'] }),
    output: Passed,
    errors: ['CASE.ALREADY_YOURS'],
    audit: { subject: 'clinical-subject', id: ({ subject, fromId }) => subject?.id ?? fromId ?? null },
  }),
  handOver: clinicalCommand({
    permission: 'clinical.hold',
    input: z.object({ subject: Subject, toId: UserId, reason: requiredLine(500) }).strict(),
    output: Passed,
    errors: ['CASE.ALREADY_YOURS', 'CASE.NOT_YOURS', 'CASE.NOT_A_HOLDER', 'CASE.NOT_THEIR_HOUSE'],
    audit: aboutSubject,
  }),
  /** What stayed of files that the records destroyed or merged. */
  orphans: clinicalQuery({ permission: 'clinical.hold', input: none, output: z.array(Orphan) }),
  destroyOrphans: clinicalCommand({
    permission: 'clinical.hold',
    input: z.object({ subject: Subject, reason: requiredLine(500), password: Password }).strict(),
    output: z.object({ records: z.number().int(), files: z.number().int() }),
    errors: ['PASSWORD.WRONG', 'ORPHAN.MERGED'],
    audit: aboutSubject,
  }),
  followMerge: clinicalCommand({
    permission: 'clinical.hold',
    input: ofSubject,
    output: z.object({ records: z.number().int() }),
    errors: ['ORPHAN.ERASED'],
    audit: aboutSubject,
  }),
  search: clinicalQuery({
    permission: 'clinical.hold',
    input: z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50).default(30) }).strict(),
    output: z.object({ hits: z.array(NoteHit), more: z.boolean() }),
    audit: { subject: 'clinical-search', id: () => null },
  }),
  amendments: clinicalQuery({ permission: 'clinical.hold', input: ofRecord, output: z.array(Amendment), audit: record }),
  /** Beside a signed record, never in it. */
  amend: clinicalCommand({
    permission: 'clinical.hold',
    input: z.object({ id: RowId, recordId: RowId, text: requiredNote(20_000), reason: requiredLine(500) }).strict(),
    output: z.array(Amendment),
    errors: ['RECORD.NOT_SIGNED'],
    audit: record,
  }),
  attachments: clinicalQuery({ permission: 'clinical.hold', input: ofRecord, output: z.array(Attachment) }),
  addAttachment: clinicalCommand({
    permission: 'clinical.hold',
    input: z
      .object({
        recordId: RowId,
        fileId: FileId,
        childId: ChildId.nullable().default(null),
        name: line(255),
        caption: line(300).default(''),
        data: z.base64(),
      })
      .strict(),
    output: Attachment,
    errors: ['RECORD.SIGNED', 'RECORD.NOT_AUTHOR', 'RECORD.TOO_MANY_FILES'],
    audit: record,
  }),
  attachment: clinicalQuery({
    permission: 'clinical.hold',
    input: z.object({ fileId: FileId }).strict(),
    output: z.object({ data: z.string(), type: z.string(), name: z.string() }),
    audit: { subject: 'clinical-file', id: ({ fileId }) => fileId },
  }),
  removeAttachment: clinicalCommand({
    permission: 'clinical.hold',
    input: z.object({ recordId: RowId, fileId: FileId }).strict(),
    output: none,
    errors: ['RECORD.SIGNED', 'RECORD.NOT_AUTHOR'],
    audit: record,
  }),
  saveDraft: clinicalCommand({
    permission: 'clinical.hold',
    input: z.object({ formKey: FormKey, data: z.string().max(400_000) }).strict(),
    output: z.object({ updatedAt: z.string() }),
    audit: draftAudit,
  }),
  readDraft: clinicalQuery({ permission: 'clinical.hold', input: z.object({ formKey: FormKey }).strict(), output: Draft.nullable() }),
  drafts: clinicalQuery({ permission: 'clinical.hold', input: none, output: z.array(Draft.omit({ data: true })) }),
  discardDraft: clinicalCommand({ permission: 'clinical.hold', input: z.object({ formKey: FormKey }).strict(), output: none, audit: draftAudit }),
});
