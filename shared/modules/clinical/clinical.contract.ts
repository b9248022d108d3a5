import { z } from 'zod';
import { clinicalCommand, clinicalQuery, defineModule } from '../../contract/define';
import { ChildId, FileId, RowId, UserId } from '../../kernel/ids';
import { line, requiredLine } from '../../kernel/text';
import { TodayItem } from '../settings/settings.contract';
import { Amendment, Attachment, NoteHit, RECORD_STATES, RecordHeader, RecordKind, requiredNote, Subject } from './clinical.model';

const none = z.object({}).strict();
const ofRecord = z.object({ recordId: RowId }).strict();
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
