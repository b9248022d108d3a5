import { extractsContract } from '../../../shared/modules/extracts/extracts.contract';
import { clinicalRead, clinicalSteps, clinicalWrite, defineHandlers, read, steps } from '../../ipc/handlers';
import * as conclusions from './conclusions.service';
import * as drafts from './drafts.service';
import { printConclusion, printExtract } from './papers.service';
import { extractsOfSubject, readExtract } from './released.service';
import { sources } from './sources.service';

export const extractsHandlers = defineHandlers(extractsContract, {
  sources: clinicalRead(sources),
  draft: clinicalRead((ctx, { id }) => drafts.draft(ctx, id)),
  start: clinicalWrite(drafts.start),
  change: clinicalWrite(drafts.change),
  discard: clinicalWrite((ctx, { id }) => {
    drafts.discard(ctx, id);
    return {};
  }),
  sign: clinicalSteps((ctx, { id }) => drafts.sign(ctx, id)),
  place: clinicalSteps((ctx, { id }) => drafts.place(ctx, id)),
  withdraw: clinicalSteps(async (ctx, { id, reason }) => {
    await drafts.withdraw(ctx, id, reason);
    return {};
  }),
  ofSubject: read((ctx, { subject }) => extractsOfSubject(ctx, subject)),
  read: read((ctx, { id }) => readExtract(ctx, id)),
  print: steps((ctx, { id }) => printExtract(ctx, id)),
  conclusion: clinicalRead((ctx, { id }) => conclusions.conclusion(ctx, id)),
  startConclusion: clinicalWrite(conclusions.startConclusion),
  changeConclusion: clinicalWrite(conclusions.changeConclusion),
  signConclusion: clinicalWrite((ctx, { id }) => conclusions.signConclusion(ctx, id)),
  printConclusion: clinicalSteps(printConclusion),
});
