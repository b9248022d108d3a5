import { z } from 'zod';
import { ChildId, InstitutionId, ProgrammeId, RowId } from '../../kernel/ids';
import { PlainDate } from '../../kernel/plain-date';
import { line, requiredLine } from '../../kernel/text';
import { noteText } from '../clinical/clinical.model';

/** In an open group children come and go; the composition of a closed one stands from its first session on. */
export const GROUP_KINDS = ['open', 'closed'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

export const GroupFields = z
  .object({
    name: requiredLine(80),
    institutionId: InstitutionId,
    programmeId: ProgrammeId,
    agesFrom: z.number().int().min(3).max(25),
    agesTo: z.number().int().min(3).max(25),
    place: line(120),
    kind: z.enum(GROUP_KINDS),
    /** In plain words: «по четвергам, 15:00–16:20». */
    schedule: line(160),
    /** How many sessions the programme of the group has; null for a group without an end. */
    sessionsPlanned: z.number().int().min(1).max(200).nullable(),
    endedOn: PlainDate.nullable(),
  })
  .strict();
export type GroupFields = z.infer<typeof GroupFields>;

export const GroupMember = z.object({
  id: RowId,
  childId: ChildId,
  name: z.string(),
  from: PlainDate,
  to: PlainDate.nullable(),
  /** The day the child left the programme, whatever the group's own dates say. */
  leftOn: PlainDate.nullable(),
});
export type GroupMember = z.infer<typeof GroupMember>;

export const ATTENDANCE = ['came', 'late', 'left-early', 'absent'] as const;
export type AttendanceStatus = (typeof ATTENDANCE)[number];
export const ABSENCE_REASONS = ['ill', 'away', 'school', 'refused', 'other'] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'TIME.IMPOSSIBLE' });

/** What educators read of a child at a session: whether it was there. A code for the reason, never a note. */
export const Attendance = z
  .object({
    status: z.enum(ATTENDANCE),
    /** When the child came (late) or went (left early). */
    time: ClockTime.nullable(),
    reason: z.enum(ABSENCE_REASONS).nullable(),
  })
  .strict();
export type Attendance = z.infer<typeof Attendance>;

export const SESSION_STATUSES = ['planned', 'held', 'cancelled'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** Everything of a session that stands in the records, before the eyes of educators. */
export const SharedFields = z
  .object({
    onDate: PlainDate,
    startsAt: ClockTime,
    endsAt: ClockTime,
    place: line(120),
    theme: requiredLine(160),
    activity: noteText(600),
    materials: line(300),
    status: z.enum(SESSION_STATUSES),
  })
  .strict();
export type SharedFields = z.infer<typeof SharedFields>;

export const GroupRow = z.object({
  id: RowId,
  fields: GroupFields,
  leaderName: z.string(),
  members: z.number().int(),
  held: z.number().int(),
  lastOn: PlainDate.nullable(),
  nextOn: PlainDate.nullable(),
});
export type GroupRow = z.infer<typeof GroupRow>;

export const SharedLine = z.object({
  id: RowId,
  /** Its place in the series by day and hour; cancelled sessions have none. */
  no: z.number().int().nullable(),
  shared: SharedFields,
  came: z.number().int(),
  expected: z.number().int(),
});
export type SharedLine = z.infer<typeof SharedLine>;

export const GroupCard = z.object({
  id: RowId,
  fields: GroupFields,
  leaderName: z.string(),
  institutionName: z.string(),
  /** Children whom this reader may see; of the others only how many there are. */
  members: z.array(GroupMember),
  hiddenMembers: z.number().int(),
  sessions: z.array(SharedLine),
});
export type GroupCard = z.infer<typeof GroupCard>;

export const AttendanceLine = z.object({
  childId: ChildId,
  name: z.string(),
  sex: z.enum(['male', 'female']),
  attendance: Attendance.nullable(),
});
export type AttendanceLine = z.infer<typeof AttendanceLine>;

/** One session as an educator opens it. */
export const SharedSession = z.object({
  id: RowId,
  groupId: RowId,
  groupName: z.string(),
  agesFrom: z.number().int(),
  agesTo: z.number().int(),
  no: z.number().int().nullable(),
  of: z.number().int().nullable(),
  shared: SharedFields,
  attendance: z.array(AttendanceLine),
  hidden: z.object({ expected: z.number().int(), came: z.number().int() }),
});
export type SharedSession = z.infer<typeof SharedSession>;

/** A child's own line of a group, for its file: day, theme and whether it was there. */
export const ChildAttendance = z.object({
  sessionId: RowId,
  groupId: RowId,
  groupName: z.string(),
  onDate: PlainDate,
  theme: z.string(),
  status: z.enum(SESSION_STATUSES),
  attendance: Attendance.nullable(),
});
export type ChildAttendance = z.infer<typeof ChildAttendance>;
