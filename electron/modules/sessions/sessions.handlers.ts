import { sessionsContract } from '../../../shared/modules/sessions/sessions.contract';
import { clinicalRead, clinicalWrite, defineHandlers } from '../../ipc/handlers';
import * as appointments from './appointments.service';
import { cases, casework, whose } from './casework.service';
import * as closings from './closings.service';
import * as disclosures from './disclosures.service';
import * as notes from './notes.service';
import * as plans from './plans.service';
import * as requests from './requests.service';
import type { ClinicalWriteContext } from '../../ipc/context';

/** Throwing a draft away answers nothing. */
const gone = (drop: (ctx: ClinicalWriteContext, id: string) => void) =>
  clinicalWrite((ctx, { id }: { id: string }) => {
    drop(ctx, id);
    return {};
  });

export const sessionsHandlers = defineHandlers(sessionsContract, {
  agenda: clinicalRead(appointments.agenda),
  cases: clinicalRead(cases),
  casework: clinicalRead((ctx, { subject }) => casework(ctx, subject)),
  whose: clinicalRead((ctx, { id }) => whose(ctx, id)),
  session: clinicalRead((ctx, { id }) => notes.sessionRecord(ctx, id)),
  disclosure: clinicalRead((ctx, { id }) => disclosures.disclosureRecord(ctx, id)),
  createRequest: clinicalWrite(requests.createRequest),
  changeRequest: clinicalWrite(requests.changeRequest),
  decideRequest: clinicalWrite(requests.decideRequest),
  dropRequest: gone(requests.dropRequest),
  createPlan: clinicalWrite(plans.createPlan),
  changePlan: clinicalWrite(plans.changePlan),
  signPlan: clinicalWrite((ctx, { id }) => plans.signPlan(ctx, id)),
  dropPlan: gone(plans.dropPlan),
  rateGoals: clinicalWrite(plans.rateGoals),
  strikeRating: clinicalWrite(plans.strikeRating),
  planSessions: clinicalWrite(appointments.planSessions),
  moveSession: clinicalWrite(appointments.moveSession),
  cancelSession: clinicalWrite(appointments.cancelSession),
  restoreSession: clinicalWrite((ctx, { id }) => appointments.restoreSession(ctx, id)),
  createNote: clinicalWrite(notes.createNote),
  changeNote: clinicalWrite(notes.changeNote),
  signNote: clinicalWrite((ctx, { id }) => notes.signNote(ctx, id)),
  dropNote: gone(notes.dropNote),
  addRoute: clinicalWrite(disclosures.addRoute),
  answerRoute: clinicalWrite(disclosures.answerRoute),
  completeRoute: clinicalWrite(disclosures.completeRoute),
  disclose: clinicalWrite(disclosures.disclose),
  createClosing: clinicalWrite(closings.createClosing),
  changeClosing: clinicalWrite(closings.changeClosing),
  signClosing: clinicalWrite((ctx, { id }) => closings.signClosing(ctx, id)),
  dropClosing: gone(closings.dropClosing),
  reopenWork: clinicalWrite(closings.reopenWork),
});
