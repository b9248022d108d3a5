import { clinicalContract } from '../../../shared/modules/clinical/clinical.contract';
import type { TodayItem } from '../../../shared/modules/settings/settings.contract';
import type { ClinicalReadContext } from '../../ipc/context';
import { clinicalRead, clinicalSteps, clinicalWrite, defineHandlers } from '../../ipc/handlers';
import type { KeyDesk } from '../users';
import * as cases from './clinical.cases';
import * as files from './clinical.files';
import { destroyOrphans, followMerge, orphans } from './clinical.orphans';
import * as service from './clinical.service';
import { todayOfClinical } from './clinical.today';

/** What waits for a psychologist, told by each of the rooms for itself. */
export type ClinicalTodaySource = (ctx: ClinicalReadContext) => TodayItem[];

const ORDER: TodayItem['tone'][] = ['alarm', 'overdue', 'today', 'soon'];

export const clinicalHandlers = (sources: readonly ClinicalTodaySource[], desk: KeyDesk) =>
  defineHandlers(clinicalContract, {
    today: clinicalRead((ctx) =>
      [todayOfClinical, ...sources]
        .flatMap((source) => source(ctx))
        .sort((a, b) => ORDER.indexOf(a.tone) - ORDER.indexOf(b.tone) || (a.when ?? '9').localeCompare(b.when ?? '9') || a.id.localeCompare(b.id))
        .slice(0, 200),
    ),
    records: clinicalRead(service.records),
    subject: clinicalRead((ctx, { subject }) => service.subjectCard(ctx, subject)),
    cases: clinicalRead((ctx, { which }) => cases.cases(ctx, which)),
    colleagues: clinicalRead((ctx) => cases.colleagues(ctx) as never),
    handovers: clinicalRead((ctx, { subject }) => cases.handovers(ctx, subject)),
    takeOver: clinicalWrite(cases.takeOver),
    handOver: clinicalWrite(cases.handOver),
    orphans: clinicalRead(orphans),
    destroyOrphans: clinicalSteps((ctx, input) => destroyOrphans(desk, ctx, input)),
    followMerge: clinicalWrite((ctx, { subject }) => followMerge(ctx, subject)),
    search: clinicalRead(service.search),
    amendments: clinicalRead((ctx, { recordId }) => service.amendments(ctx, recordId)),
    amend: clinicalWrite(service.amend),
    attachments: clinicalRead((ctx, { recordId }) => files.attachments(ctx, recordId)),
    addAttachment: clinicalSteps(files.addToRecord),
    attachment: clinicalSteps((ctx, { fileId }) => files.attachment(ctx, fileId)),
    removeAttachment: clinicalSteps(async (ctx, input) => {
      await files.removeAttachment(ctx, input.recordId, input.fileId);
      return {};
    }),
    saveDraft: clinicalWrite((ctx, input) => service.saveDraft(ctx, input.formKey, input.data)),
    readDraft: clinicalRead((ctx, input) => service.readDraft(ctx, input.formKey)),
    drafts: clinicalRead((ctx) => service.draftsOf(ctx)),
    discardDraft: clinicalWrite((ctx, input) => {
      service.discardDraft(ctx, input.formKey);
      return {};
    }),
  });
