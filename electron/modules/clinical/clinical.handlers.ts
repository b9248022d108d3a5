import { clinicalContract } from '../../../shared/modules/clinical/clinical.contract';
import type { TodayItem } from '../../../shared/modules/settings/settings.contract';
import type { ClinicalReadContext } from '../../ipc/context';
import { clinicalRead, clinicalSteps, clinicalWrite, defineHandlers } from '../../ipc/handlers';
import * as files from './clinical.files';
import * as service from './clinical.service';

/** What waits for a psychologist, told by each of the rooms for itself. */
export type ClinicalTodaySource = (ctx: ClinicalReadContext) => TodayItem[];

const ORDER: TodayItem['tone'][] = ['alarm', 'overdue', 'today', 'soon'];

export const clinicalHandlers = (sources: readonly ClinicalTodaySource[]) =>
  defineHandlers(clinicalContract, {
    today: clinicalRead((ctx) =>
      sources
        .flatMap((source) => source(ctx))
        .sort((a, b) => ORDER.indexOf(a.tone) - ORDER.indexOf(b.tone) || (a.when ?? '9').localeCompare(b.when ?? '9') || a.id.localeCompare(b.id))
        .slice(0, 200),
    ),
    records: clinicalRead(service.records),
    subject: clinicalRead((ctx, { subject }) => service.subjectCard(ctx, subject)),
    search: clinicalRead(service.search),
    amendments: clinicalRead((ctx, { recordId }) => service.amendments(ctx, recordId)),
    amend: clinicalWrite(service.amend),
    attachments: clinicalRead((ctx, { recordId }) => files.attachments(ctx, recordId)),
    addAttachment: clinicalSteps(files.addAttachment),
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
