import { z } from 'zod';
import { RowId, UserId } from '../../kernel/ids';
import { PlainDate } from '../../kernel/plain-date';
import { line } from '../../kernel/text';
import { noteText, RECORD_STATES, RecordHeader } from '../clinical/clinical.model';
import { CaseSubject, ClockTime, RouteRow } from './casework.model';

export const ATTENDANCES = ['came', 'absent', 'cancelled'] as const;
export const CANCELLED_BY = ['child', 'psychologist', 'house', 'other'] as const;
/** `closing`: the work ended, and with it the sessions that were still planned. */
export const CANCELLATIONS = [...CANCELLED_BY, 'closing'] as const;
export const RISK_LEVELS = ['none', 'watch', 'serious', 'immediate'] as const;

export const Place = z.object({ onDate: PlainDate, atTime: ClockTime, minutes: z.number().int().min(5).max(480), place: line(120) }).strict();
export type Place = z.infer<typeof Place>;

export const SessionFields = Place.extend({
  method: line(200),
  attendance: z.enum(ATTENDANCES),
  cancelledBy: z.enum(CANCELLED_BY).nullable(),
  note: noteText(40_000),
  childWords: noteText(20_000),
  riskLevel: z.enum(RISK_LEVELS),
  riskText: noteText(4000),
}).strict();
export type SessionFields = z.infer<typeof SessionFields>;

export const MOST_IN_SERIES = 52;
export const SeriesFields = Place.extend({
  times: z.number().int().min(1).max(MOST_IN_SERIES),
  everyWeeks: z.number().int().min(1).max(8),
}).strict();
export type SeriesFields = z.infer<typeof SeriesFields>;

export const MoveEntry = z.object({ from: Place, to: Place, reason: z.string(), byName: z.string(), at: z.string() });
export type MoveEntry = z.infer<typeof MoveEntry>;

export const APPOINTMENT_STATUSES = ['planned', 'noted', 'cancelled'] as const;
export const SessionRow = Place.extend({
  id: RowId,
  subject: CaseSubject,
  subjectName: z.string(),
  seriesId: RowId.nullable(),
  seriesNo: z.number().int(),
  seriesOf: z.number().int(),
  keeperId: UserId,
  keeperName: z.string(),
  status: z.enum(APPOINTMENT_STATUSES),
  /** Null while nothing is written about it. */
  state: z.enum(RECORD_STATES).nullable(),
  attendance: z.enum(ATTENDANCES).nullable(),
  method: z.string(),
  riskOpen: z.boolean(),
  moved: z.number().int(),
  cancellation: z.object({ by: z.enum(CANCELLATIONS), reason: z.string(), byName: z.string(), at: z.string() }).nullable(),
}).strip();
export type SessionRow = z.infer<typeof SessionRow>;

export const SessionRecord = z.object({
  row: SessionRow,
  header: RecordHeader.nullable(),
  fields: SessionFields,
  moves: z.array(MoveEntry),
  routes: z.array(RouteRow),
  /** Why it could be held although the child had left or the work was closed. */
  exception: z.string(),
  asSigned: z.boolean(),
});
export type SessionRecord = z.infer<typeof SessionRecord>;
