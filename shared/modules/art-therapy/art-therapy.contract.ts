import { z } from 'zod';
import { clinicalCommand, clinicalQuery, command, defineModule, query } from '../../contract/define';
import { ChildId, FileId, RowId } from '../../kernel/ids';
import { PlainDate } from '../../kernel/plain-date';
import { Language } from '../../kernel/roles';
import { line, requiredLine } from '../../kernel/text';
import { Attachment } from '../clinical/clinical.model';
import { Attendance, ChildAttendance, GroupCard, GroupFields, GroupRow, SharedFields, SharedSession } from './art-therapy.model';
import {
  Course,
  GroupRoom,
  GroupSessionRecord,
  MOST_SCALES,
  ObservationFields,
  PlanFields,
  ScaleDraft,
  ScaleSet,
  SessionContent,
} from './observation.model';

const none = z.object({}).strict();
const ofId = z.object({ id: RowId }).strict();
const ofGroup = z.object({ groupId: RowId }).strict();
const ofChild = z.object({ childId: ChildId }).strict();
const group = { subject: 'group', id: (input: { id: string }) => input.id } as const;
const inGroup = { subject: 'group', id: (input: { groupId: string }) => input.groupId } as const;
const record = { subject: 'clinical-record', id: (input: { id: string }) => input.id } as const;
const about = { subject: 'clinical-subject', id: (input: { childId: string }) => input.childId } as const;
const reason = requiredLine(500);
const draftErrors = ['RECORD.SIGNED', 'RECORD.NOT_AUTHOR'];
const hereErrors = ['GROUP.NOT_MEMBER', 'GROUP.CHILD_LEFT'];
const typing = { notJournalled: "the author's own unfinished typing, kept every second; its beginning, its signature and its removal are entries" };

const change = <T extends z.ZodType>(value: T) => z.object({ from: value, to: value }).strict();
type Changed<T extends z.ZodRawShape> = { [K in keyof T]: z.ZodOptional<z.ZodObject<{ from: T[K]; to: T[K] }>> };
/** Field by field, with what the screen started from: two windows never overwrite each other in silence. */
const changesOf = <T extends z.ZodRawShape>(shape: T) =>
  z
    .object(Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, change(value as z.ZodType).optional()])) as unknown as Changed<T>)
    .strict();

export const GroupChanges = changesOf(GroupFields.shape);
export type GroupChanges = z.infer<typeof GroupChanges>;
export const SharedChanges = changesOf(SharedFields.shape);
export type SharedChanges = z.infer<typeof SharedChanges>;
export const ContentChanges = changesOf(SessionContent.shape);
export type ContentChanges = z.infer<typeof ContentChanges>;
export const ObservationChanges = changesOf(ObservationFields.shape);
export type ObservationChanges = z.infer<typeof ObservationChanges>;
export const PlanChanges = changesOf(PlanFields.shape);
export type PlanChanges = z.infer<typeof PlanChanges>;
export const AttendanceChange = change(Attendance.nullable()).extend({ childId: ChildId }).strict();
export type AttendanceChange = z.infer<typeof AttendanceChange>;

const Pdf = z.object({ pdf: z.string(), fileName: z.string() });

/**
 * Art-therapy groups in two layers. What educators see (group, day, theme, attendance) is in the records; everything else
 * is sealed by the psychologists' key, and one child's papers hold nothing of another.
 */
export const artTherapyContract = defineModule('art-therapy', {
  groups: query({ permission: 'group.read', input: z.object({ ended: z.boolean().default(false) }).strict(), output: z.array(GroupRow) }),
  group: query({ permission: 'group.read', input: ofId, output: GroupCard }),
  sharedSession: query({ permission: 'group.read', input: ofId, output: SharedSession }),
  /** For a child's file: the child's own lines and nothing of the others. */
  attendanceOf: query({ permission: 'group.read', input: ofChild, output: z.array(ChildAttendance) }),

  createGroup: command({
    permission: 'group.write',
    input: z.object({ id: RowId, fields: GroupFields }).strict(),
    output: GroupCard,
    audit: group,
  }),
  changeGroup: command({
    permission: 'group.write',
    input: z.object({ id: RowId, changes: GroupChanges }).strict(),
    output: GroupCard,
    audit: group,
  }),
  addMember: command({
    permission: 'group.write',
    input: z.object({ groupId: RowId, rowId: RowId, childId: ChildId, from: PlainDate }).strict(),
    output: GroupCard,
    errors: ['GROUP.CHILD_LEFT', 'GROUP.ALREADY_MEMBER', 'GROUP.IS_CLOSED', 'GROUP.ENDED'],
    audit: inGroup,
  }),
  /** The last day in the group; null takes an end back. */
  endMember: command({
    permission: 'group.write',
    input: z.object({ groupId: RowId, rowId: RowId, to: PlainDate.nullable() }).strict(),
    output: GroupCard,
    errors: ['GROUP.ATTENDED_AFTER', 'GROUP.ALREADY_MEMBER'],
    audit: inGroup,
  }),

  /** The sealed side of a group; finishes a session that a crash left written on one side only. */
  room: clinicalQuery({ permission: 'clinical.hold', input: ofGroup, output: GroupRoom, audit: inGroup }),
  savePlan: clinicalCommand({
    permission: 'group.write',
    input: z.object({ groupId: RowId, changes: PlanChanges }).strict(),
    output: GroupRoom,
    audit: inGroup,
  }),
  createSession: clinicalCommand({
    permission: 'group.write',
    input: z.object({ id: RowId, groupId: RowId, shared: SharedFields, technique: line(300).default('') }).strict(),
    output: GroupSessionRecord,
    errors: ['GROUP.ENDED', 'GROUP.NO_MEMBERS'],
    audit: record,
  }),
  session: clinicalQuery({ permission: 'clinical.hold', input: ofId, output: GroupSessionRecord, audit: record }),
  saveShared: clinicalCommand({
    permission: 'group.write',
    input: z.object({ id: RowId, changes: SharedChanges.default({}), attendance: z.array(AttendanceChange).max(60).default([]) }).strict(),
    output: GroupSessionRecord,
    errors: [...draftErrors, ...hereErrors, 'GROUP.OBSERVED_CHILD_ABSENT'],
    audit: record,
  }),
  saveContent: clinicalCommand({
    permission: 'group.write',
    input: z.object({ id: RowId, changes: ContentChanges }).strict(),
    output: GroupSessionRecord,
    errors: draftErrors,
    audit: typing,
  }),
  saveObservation: clinicalCommand({
    permission: 'group.write',
    input: z.object({ id: RowId, childId: ChildId, changes: ObservationChanges }).strict(),
    output: GroupSessionRecord,
    errors: [...draftErrors, ...hereErrors, 'GROUP.CHILD_ABSENT'],
    audit: typing,
  }),
  /** A drawing or a photograph, of one child or (null) of the group. */
  addDrawing: clinicalCommand({
    permission: 'group.write',
    input: z
      .object({
        id: RowId,
        fileId: FileId,
        childId: ChildId.nullable(),
        name: z.string().min(1).max(255),
        caption: line(300),
        data: z.base64().max(14_000_000),
      })
      .strict(),
    output: Attachment,
    errors: [
      ...draftErrors,
      ...hereErrors,
      'RECORD.TOO_MANY_FILES',
      'FILE.TYPE_REFUSED',
      'FILE.TOO_LARGE',
      'FILE.TOO_MANY_PIXELS',
      'FILE.CUT_SHORT',
      'FILE.HEIC',
    ],
    audit: record,
  }),
  sign: clinicalCommand({
    permission: 'group.write',
    input: ofId,
    output: GroupSessionRecord,
    errors: draftErrors,
    audit: record,
  }),
  /** An unsigned session entered by mistake goes on both sides. */
  drop: clinicalCommand({ permission: 'group.write', input: ofId, output: none, errors: [...draftErrors, 'GROUP.HAS_DRAWINGS'], audit: record }),
  withdraw: clinicalCommand({
    permission: 'group.write',
    input: ofId.extend({ reason }).strict(),
    output: GroupSessionRecord,
    errors: ['RECORD.NOT_SIGNED'],
    audit: record,
  }),

  scales: clinicalQuery({ permission: 'clinical.hold', input: none, output: z.array(ScaleSet) }),
  publishScales: clinicalCommand({
    permission: 'group.write',
    input: z.object({ id: RowId, basedOn: z.number().int().min(0), scales: z.array(ScaleDraft).max(MOST_SCALES), note: requiredLine(300) }).strict(),
    output: z.array(ScaleSet),
    errors: ['GROUP.SCALES_CHANGED_MEANWHILE'],
    audit: { subject: 'group-scales', id: ({ id }) => id },
  }),

  course: clinicalQuery({
    permission: 'clinical.hold',
    input: ofChild.extend({ groupId: RowId.optional() }).strict(),
    output: Course,
    audit: about,
  }),
  /** One child's observations and course: of the others there is only the mark. */
  childReport: clinicalCommand({
    permission: 'group.write',
    input: ofChild.extend({ groupId: RowId.optional(), language: Language, reason }).strict(),
    output: Pdf,
    errors: ['GROUP.NOTHING_SIGNED'],
    audit: about,
  }),
  /** For supervision: every session of the group with initials in place of names. */
  groupReport: clinicalCommand({
    permission: 'group.write',
    input: ofGroup.extend({ sessionId: RowId.optional(), language: Language, reason }).strict(),
    output: Pdf,
    errors: ['GROUP.NOTHING_SIGNED'],
    audit: inGroup,
  }),
  seriesSummary: clinicalCommand({
    permission: 'group.write',
    input: ofGroup.extend({ language: Language, reason }).strict(),
    output: Pdf,
    errors: ['GROUP.NOTHING_SIGNED'],
    audit: inGroup,
  }),
  exportCourse: clinicalCommand({
    permission: 'group.write',
    input: ofChild.extend({ groupId: RowId.optional(), format: z.enum(['csv', 'xlsx']), language: Language, reason }).strict(),
    output: z.object({ data: z.string(), fileName: z.string(), rows: z.number().int() }),
    errors: ['EXPORT.NOTHING'],
    audit: about,
  }),
});
