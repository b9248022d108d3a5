import { z } from 'zod';
import { clinicalCommand, clinicalQuery, defineModule } from '../../contract/define';
import { RowId } from '../../kernel/ids';
import { PlainDate } from '../../kernel/plain-date';
import { requiredLine } from '../../kernel/text';
import { noteText, RecordKind, requiredNote } from '../clinical/clinical.model';
import { CANCELLED_BY, Place, SeriesFields, SessionFields, SessionRecord, SessionRow } from './appointments.model';
import {
  CaseSubject,
  changesTo,
  ClosingFields,
  ClosingRecord,
  DisclosureFields,
  DisclosureLine,
  DisclosureRecord,
  RequestFields,
  RequestRecord,
  RouteAnswer,
  RouteFields,
} from './casework.model';
import { PlanFields, PlanGoal, PlanRecord, RatingFields, RatingRow } from './plan.model';

const none = z.object({}).strict();
const ofRecord = z.object({ id: RowId }).strict();
const record = { subject: 'clinical-record', id: (input: { id: string }) => input.id } as const;
const about = { subject: 'clinical-subject', id: (input: { subject: { id: string } }) => input.subject.id } as const;
const reason = requiredLine(500);
const draftErrors = ['RECORD.SIGNED', 'RECORD.NOT_AUTHOR'] as const;
const gateErrors = ['CASEWORK.CHILD_LEFT', 'CASEWORK.CLOSED'] as const;

const write = <I extends z.ZodType<{ id: string }>, O extends z.ZodType>(input: I, output: O, errors: readonly string[] = []) =>
  clinicalCommand({ permission: 'casework.write', input, output, errors: [...draftErrors, ...errors], audit: record });

const PlanChanges = z
  .object({
    changes: changesTo(PlanFields.pick({ focus: true, reviewOn: true }).shape),
    /** Each goal for itself: null before means a new one, null after one taken out. */
    goals: z
      .array(z.object({ id: RowId, from: PlanGoal.nullable(), to: PlanGoal.nullable() }).strict())
      .max(10)
      .default([]),
  })
  .strict();
export type PlanChanges = z.infer<typeof PlanChanges>;

export const CaseLine = z.object({
  subject: CaseSubject,
  name: z.string(),
  code: z.string(),
  responsibleName: z.string(),
  openRequests: z.number().int(),
  goals: z.number().int(),
  held: z.number().int(),
  lastOn: z.string().nullable(),
  nextOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  alarms: z.number().int(),
});
export type CaseLine = z.infer<typeof CaseLine>;

/** Individual psychological work: requests, a plan with its goals, sessions, what was disclosed and whom it was told, and the end. */
export const sessionsContract = defineModule('sessions', {
  agenda: clinicalQuery({
    permission: 'casework.read',
    input: z.object({ from: PlainDate, to: PlainDate, mine: z.boolean().default(true) }).strict(),
    output: z.array(SessionRow.extend({ clash: z.boolean() })),
    audit: { subject: 'clinical-agenda', id: () => null },
  }),
  cases: clinicalQuery({
    permission: 'casework.read',
    input: z.object({ search: z.string().max(200).default(''), closed: z.boolean().default(false) }).strict(),
    output: z.array(CaseLine),
    audit: { subject: 'clinical-agenda', id: () => null },
  }),
  casework: clinicalQuery({
    permission: 'casework.read',
    input: z.object({ subject: CaseSubject }).strict(),
    output: z.object({
      requests: z.array(RequestRecord),
      plans: z.array(PlanRecord),
      ratings: z.array(RatingRow),
      sessions: z.array(SessionRow),
      disclosures: z.array(DisclosureLine),
      closings: z.array(ClosingRecord),
      /** Why no new session may be written today; null when one may. */
      blocked: z.object({ code: z.string(), date: z.string() }).nullable(),
      closedOn: z.string().nullable(),
    }),
    audit: about,
  }),
  /** Whose record it is: an address of a record leads to the page of the person. */
  whose: clinicalQuery({ permission: 'casework.read', input: ofRecord, output: z.object({ subject: CaseSubject, kind: RecordKind }), audit: record }),
  session: clinicalQuery({ permission: 'casework.read', input: ofRecord, output: SessionRecord, audit: record }),
  disclosure: clinicalQuery({ permission: 'casework.read', input: ofRecord, output: DisclosureRecord, audit: record }),

  createRequest: write(ofRecord.extend({ subject: CaseSubject, fields: RequestFields }), RequestRecord),
  changeRequest: write(ofRecord.extend({ changes: changesTo(RequestFields.shape) }), RequestRecord),
  /** The decision signs the request. */
  decideRequest: write(ofRecord.extend({ outcome: z.enum(['accepted', 'declined']), reason: noteText(2000) }), RequestRecord),
  dropRequest: write(ofRecord, none),

  /** The next version; the screen fills it with the goals of the one before, under their ids. */
  createPlan: write(ofRecord.extend({ subject: CaseSubject, fields: PlanFields }), PlanRecord, ['PLAN.DRAFT_EXISTS', ...gateErrors]),
  changePlan: write(ofRecord.extend(PlanChanges.shape), PlanRecord),
  signPlan: write(ofRecord, PlanRecord, gateErrors),
  dropPlan: write(ofRecord, none),
  rateGoals: write(ofRecord.extend({ planId: RowId, fields: RatingFields }), RatingRow, ['PLAN.NOT_SIGNED', 'CASEWORK.CLOSED']),
  strikeRating: write(ofRecord.extend({ reason }), RatingRow),

  /** One session or a series of them; `id` is the series'. */
  planSessions: write(ofRecord.extend({ subject: CaseSubject, fields: SeriesFields }), z.array(SessionRow), gateErrors),
  moveSession: write(ofRecord.extend({ from: Place, to: Place, reason }), SessionRow, ['SESSION.NOT_PLANNED', ...gateErrors]),
  /** With `rest` also every later one of its series that is still planned. */
  cancelSession: write(ofRecord.extend({ by: z.enum(CANCELLED_BY), reason, rest: z.boolean().default(false) }), z.array(SessionRow), [
    'SESSION.NOT_PLANNED',
  ]),
  restoreSession: write(ofRecord, SessionRow, ['SESSION.NOT_CANCELLED', ...gateErrors]),
  /** For a planned session, or for one that nobody had planned: then the id is new. */
  createNote: write(ofRecord.extend({ subject: CaseSubject, fields: SessionFields }), SessionRecord, ['SESSION.NOT_PLANNED', ...gateErrors]),
  changeNote: write(ofRecord.extend({ changes: changesTo(SessionFields.shape) }), SessionRecord, gateErrors),
  signNote: write(ofRecord, SessionRecord, gateErrors),
  /** A planned session is planned again. */
  dropNote: write(ofRecord, none, ['SESSION.RISK_TOLD']),

  /** To whom a risk or a disclosure was told; `id` is the record's. */
  addRoute: write(ofRecord.extend({ rowId: RowId, fields: RouteFields }), z.object({ open: z.boolean() }), ['ROUTE.NO_RISK', 'ROUTE.COMPLETE']),
  answerRoute: write(ofRecord.extend({ rowId: RowId, answer: RouteAnswer }), z.object({ open: z.boolean() }), ['ROUTE.ANSWERED']),
  completeRoute: write(ofRecord.extend({ outcome: requiredNote(4000) }), DisclosureRecord, [
    'ROUTE.NOBODY_TOLD',
    'ROUTE.UNANSWERED',
    'ROUTE.COMPLETE',
  ]),
  /** Signed in the same moment: amended beside, never changed, never deleted. */
  disclose: write(
    ofRecord.extend({ subject: CaseSubject, fields: DisclosureFields, route: z.object({ rowId: RowId, fields: RouteFields }).nullable() }),
    DisclosureRecord,
  ),

  createClosing: write(ofRecord.extend({ subject: CaseSubject, fields: ClosingFields }), ClosingRecord, ['CLOSING.DRAFT_EXISTS', 'CASEWORK.CLOSED']),
  changeClosing: write(ofRecord.extend({ changes: changesTo(ClosingFields.shape) }), ClosingRecord),
  signClosing: write(ofRecord, ClosingRecord, ['CASEWORK.UNSIGNED_LEFT', 'CASEWORK.CLOSED']),
  dropClosing: write(ofRecord, none),
  reopenWork: write(ofRecord.extend({ reason }), ClosingRecord, ['CLOSING.NOT_CLOSED']),
});
