import { notFound, refusal } from '../../../shared/kernel/errors';
import { assessmentsContract } from '../../../shared/modules/assessments/assessments.contract';
import { clinicalRead, clinicalSteps, clinicalWrite, defineHandlers, type HandlersOf } from '../../ipc/handlers';
import { withdrawRecord } from '../clinical';
import { actOnAlert } from './alerts.service';
import { AssessmentEntity } from './assessment.entity';
import * as service from './assessments.service';
import * as batch from './batch.service';
import { exportScores } from './export.service';
import * as outside from './external.service';
import * as instruments from './instruments.library';
import { report } from './report.service';
import { respondents, saveRespondent } from './respondents.service';

type Handlers = HandlersOf<(typeof assessmentsContract)['operations']>;

/** The window that a child or candidate sits at: while a sitting lasts the program answers for that one test and nothing else. */
export interface SittingDesk {
  sitting(): string | null;
  sit(id: string): void;
}

const libraryHandlers = {
  instruments: clinicalRead((ctx) => instruments.library(ctx)),
  instrument: clinicalRead((ctx, { hash }) => instruments.card(ctx, hash)),
  checkDefinition: clinicalRead((ctx, { text }) => instruments.checkDefinition(ctx, text)),
  importDefinition: clinicalWrite((ctx, { text }) => instruments.importDefinition(ctx, text)),
  retireInstrument: clinicalWrite((ctx, { hash, retired }) => instruments.retire(ctx, hash, retired)),
} satisfies Partial<Handlers>;

const outsideHandlers = {
  external: clinicalRead((ctx, { id }) => outside.external(ctx, id)),
  recordExternal: clinicalWrite(outside.recordExternal),
  projective: clinicalRead((ctx, { id }) => outside.projective(ctx, id)),
  startProjective: clinicalWrite(outside.startProjective),
  changeProjective: clinicalWrite(outside.changeProjective),
  signProjective: clinicalWrite((ctx, { id }) => outside.signProjective(ctx, id)),
} satisfies Partial<Handlers>;

export const assessmentsHandlers = (desk: SittingDesk) => {
  const mustBeThisSitting = (id: string): void => {
    const sitting = desk.sitting();
    if (sitting !== null && sitting !== id) throw refusal('ASSESSMENT.OTHER_SITTING');
  };
  return defineHandlers(assessmentsContract, {
    ...libraryHandlers,
    list: clinicalRead(service.list),
    get: clinicalRead((ctx, { id }) => service.get(ctx, id)),
    course: clinicalRead(service.course),
    start: clinicalWrite(service.start),
    answer: clinicalWrite((ctx, input) => {
      mustBeThisSitting(input.id);
      service.answer(ctx, input);
      return {};
    }),
    beginSitting: clinicalWrite((ctx, { id }) => {
      const sitting = service.beginSitting(ctx, id);
      desk.sit(id);
      return sitting;
    }),
    sitting: clinicalRead((ctx) => {
      const id = desk.sitting();
      return id === null ? null : service.sittingOf(ctx, id);
    }),
    finish: clinicalWrite((ctx, { id, incompleteReason }) => {
      mustBeThisSitting(id);
      return service.finish(ctx, id, incompleteReason);
    }),
    rescore: clinicalWrite((ctx, { id }) => service.rescore(ctx, id)),
    discard: clinicalWrite((ctx, { id }) => {
      service.discard(ctx, id);
      return {};
    }),
    withdraw: clinicalWrite((ctx, { id, reason }) => {
      if (!ctx.db.table(AssessmentEntity).exists(id)) throw notFound();
      withdrawRecord(ctx, id, reason);
      return {};
    }),
    actOnAlert: clinicalWrite(actOnAlert),
    checkBatch: clinicalRead(batch.checkBatch),
    importBatch: clinicalSteps(batch.importBatch),
    exportScores: clinicalSteps(exportScores),
    report: clinicalSteps(report),
    ...outsideHandlers,
    respondents: clinicalRead((ctx, { search }) => respondents(ctx, search)),
    saveRespondent: clinicalWrite(saveRespondent),
  });
};
