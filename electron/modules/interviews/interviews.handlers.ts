import { interviewsContract } from '../../../shared/modules/interviews/interviews.contract';
import { clinicalRead, clinicalWrite, defineHandlers } from '../../ipc/handlers';
import * as guides from './guides.service';
import { interviewRecord } from './interviews.record';
import * as service from './interviews.service';
import { visibleRecord } from '../clinical';

export const interviewsHandlers = defineHandlers(interviewsContract, {
  list: clinicalRead(service.listInterviews),
  get: clinicalRead((ctx, { id }) => {
    visibleRecord(ctx, id, 'interview');
    return interviewRecord(ctx, id);
  }),
  begin: clinicalWrite(service.beginInterview),
  note: clinicalWrite(service.noteInterview),
  sign: clinicalWrite((ctx, { id }) => service.signInterview(ctx, id)),
  drop: clinicalWrite((ctx, { id }) => {
    service.dropInterview(ctx, id);
    return {};
  }),
  withdraw: clinicalWrite((ctx, { id, reason }) => service.withdrawInterview(ctx, id, reason)),
  guides: clinicalRead((ctx) => guides.guideLines(ctx)),
  guide: clinicalRead((ctx, { guideId, version }) => guides.guideRecord(ctx, guideId, version)),
  publishGuide: clinicalWrite(guides.publishGuide),
  retireGuide: clinicalWrite((ctx, { guideId, retired }) => guides.retireGuide(ctx, guideId, retired)),
});
