import { documentsContract } from '../../../shared/modules/documents/documents.contract';
import type { ReadContext } from '../../ipc/context';
import { defineHandlers, read, steps, write } from '../../ipc/handlers';
import { visibleDocument, visibleDraft } from './documents.policy';
import { documentRecord, pageOfDocuments, sealedFile } from './documents.repository';
import { draftOf, dropDraft, giveReason, openDrafts, saveDraft, startDraft } from './drafts.service';
import { acceptWarning } from './gate.service';
import { annulDocument, Issuing, startCorrection } from './issue.service';
import type { PaperDesk } from './desk.model';
import { paperDesk } from './paper-desk';
import { previewContract } from './preview.service';
import { registerAsPdf, registerAsXlsx } from './register-export.service';
import { ruleRecords, saveRuleParameters } from './rules.service';
import { previewTemplate, saveTemplateVersion, templateRecord, templateRows } from './templates.service';
import { handOver, register, strikeTransfer, takeBack } from './transfers.service';

const file = (context: ReadContext, input: { id: Parameters<typeof visibleDocument>[1] }) =>
  sealedFile(context.db, visibleDocument(context, input.id));

/** `desk` makes the papers; a test hands in one whose printer is quick or breaks. */
export function documentsHandlersWith(desk: PaperDesk) {
  const issuing = new Issuing(desk);
  return defineHandlers(documentsContract, {
    list: read(pageOfDocuments),
    get: read((context, input) => documentRecord(context.db, visibleDocument(context, input.id))),
    drafts: read(openDrafts),
    getDraft: read((context, input) => draftOf(context, visibleDraft(context, input.id))),
    startDraft: write(startDraft),
    saveDraft: write(saveDraft),
    acceptWarning: write((context, input) => acceptWarning(context, desk, input, giveReason)),
    dropDraft: write(dropDraft),
    whyNotIssue: read((context, input) => desk.gate(context, visibleDraft(context, input.id))),
    preview: steps((context, input) => previewContract(context, desk, input.id, { isMasked: true })),
    previewRevealed: steps((context, input) => previewContract(context, desk, input.id, { isMasked: false })),
    issue: steps((context, input) => issuing.issue(context, input)),
    issueBatch: steps((context, input) => issuing.issueBatch(context, input.items)),
    reprint: read(file),
    saveAs: steps(async (context, input) => {
      const content = context.read((reading) => file(reading, input));
      context.transaction((writing) => {
        writing.journal({ action: 'documents.export', subject: 'document', subjectId: input.id, detail: { reason: input.reason } });
      });
      return content;
    }),
    print: read(file),
    correct: write(startCorrection),
    annul: write(annulDocument),
    register: read(register),
    handOver: write(handOver),
    takeBack: write(takeBack),
    strikeTransfer: write(strikeTransfer),
    registerPdf: steps(registerAsPdf),
    registerXlsx: steps(registerAsXlsx),
    templates: read(templateRows),
    getTemplate: read(templateRecord),
    saveTemplateVersion: write(saveTemplateVersion),
    previewTemplate: steps(previewTemplate),
    rulePacks: read(ruleRecords),
    saveRuleParameters: write(saveRuleParameters),
  });
}

export const documentsHandlers = documentsHandlersWith(paperDesk);
