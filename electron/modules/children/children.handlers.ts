import { childrenContract } from '../../../shared/modules/children/children.contract';
import { ChildFile } from '../../../shared/modules/children/children.model';
import { defineHandlers, read, steps, write } from '../../ipc/handlers';
import { eraseChild, erasePreview } from './children.erase';
import { exportChildren } from './children.export';
import { addFile, readFile, readPhoto, removeFile, removePhoto, setPhoto } from './children.files';
import * as life from './children.life';
import { mergeChildren, mergePreview } from './children.merge';
import { characteristicPaper } from './children.papers';
import { visibleChild } from './children.policy';
import { fieldsOf, recordOf, rowOf } from './children.record';
import { countOfChildren, pageOfChildren, rankedChildren } from './children.repository';
import * as rows from './children.rows';
import { changeChild, createChild, likelyDuplicates } from './children.service';
import { timelineOf } from './children.timeline';

const none = { search: '', filter: {}, sort: 'name', descending: false } as const;

export const childrenHandlers = defineHandlers(childrenContract, {
  list: read((ctx, input) => {
    const { lines, nextCursor } = pageOfChildren(ctx, input, input.cursor, input.limit);
    return { rows: lines.map((line) => rowOf(line, ctx.today)), nextCursor };
  }),
  count: read((ctx, input) => ({ total: countOfChildren(ctx, input.search, input.filter) })),
  quickSearch: read((ctx, input) => rankedChildren(ctx, input.text, input.limit).map((line) => rowOf(line, ctx.today))),
  get: read((ctx, input) => recordOf(ctx, visibleChild(ctx, input.id))),
  timeline: read((ctx, input) => timelineOf(ctx, input.id)),
  // Promised to its caller only once the reason stands in the journal.
  reveal: steps((ctx, input) =>
    Promise.resolve(
      ctx.transaction((tx) => {
        const { identity, personalNumber } = fieldsOf(visibleChild(tx, input.id));
        tx.journal({ action: 'children.revealed', subject: 'child', subjectId: input.id, detail: { reason: input.reason } });
        return { identity, personalNumber };
      }),
    ),
  ),
  duplicates: read((ctx, input) => likelyDuplicates(ctx, input, input.exceptId)),
  create: write(createChild),
  update: write(changeChild),
  saveConsent: write((ctx, input) => rows.saveConsent(ctx, input.id, input.rowId, input.fields)),
  withdrawConsent: write((ctx, input) => rows.withdrawConsent(ctx, input.id, input.rowId, input.on, input.reason)),
  savePaper: write((ctx, input) => rows.saveRow(ctx, input.id, 'paper', input.rowId, input.fields)),
  saveRelative: write((ctx, input) => rows.saveRow(ctx, input.id, 'relative', input.rowId, input.fields)),
  savePlacement: write((ctx, input) => rows.saveRow(ctx, input.id, 'placement', input.rowId, input.fields)),
  saveSibling: write((ctx, input) => rows.saveSibling(ctx, input.id, input.rowId, input.fields)),
  removeRow: write((ctx, input) => rows.removeRow(ctx, input.id, input.kind, input.rowId, input.reason)),
  raiseFlag: write((ctx, input) => rows.raiseFlag(ctx, input.id, input.rowId, input.fields)),
  resolveFlag: write((ctx, input) => rows.resolveFlag(ctx, input.id, input.rowId, input.resolution)),
  saveWishes: write((ctx, input) => life.saveWishes(ctx, input.id, input.rowId, input.fields, input.confirmed)),
  completeStep: write((ctx, input) => life.completeStep(ctx, input.id, input)),
  undoStep: write((ctx, input) => life.undoStep(ctx, input.id, input.code, input.reason)),
  startPreparation: write((ctx, input) => life.startPreparation(ctx, input.id)),
  markReady: write((ctx, input) => life.markReady(ctx, input.id, input.ageReason)),
  pause: write((ctx, input) => life.pause(ctx, input.id, input.reason, input.until)),
  resume: write((ctx, input) => life.resume(ctx, input.id)),
  leave: write((ctx, input) => life.leave(ctx, input.id, input.reason, input.note)),
  reopen: write((ctx, input) => life.reopen(ctx, input.id, input.reason)),
  setPhoto: steps((ctx, input) => setPhoto(ctx, input.id, input.data)),
  removePhoto: steps((ctx, input) => removePhoto(ctx, input.id)),
  photo: steps((ctx, input) => readPhoto(ctx, input.id)),
  addFile: steps(async (ctx, input) => ChildFile.parse(await addFile(ctx, input))),
  file: steps((ctx, input) => readFile(ctx, input.id, input.fileId)),
  removeFile: steps((ctx, input) => removeFile(ctx, input.id, input.fileId, input.reason)),
  mergePreview: read((ctx, input) => mergePreview(ctx, input.keepId, input.mergeId)),
  merge: write(mergeChildren),
  erasePreview: read((ctx, input) => erasePreview(ctx, input.id)),
  erase: steps(eraseChild),
  exportList: steps((ctx, input) => exportChildren(ctx, { ...none, ...input }, input.language, input.reason)),
  characteristic: steps(async (ctx, input) => {
    const paper = ctx.read((c) => characteristicPaper(c, input.id, input.version, input.language));
    const bytes = await ctx.services.pdf.render(paper, { signal: ctx.signal });
    const code = ctx.read((c) => visibleChild(c, input.id).code);
    return {
      pdf: Buffer.from(bytes).toString('base64'),
      fileName: `characteristic-${code.replace(/\P{ASCII}/gu, '')}${input.version === 'staff' ? '' : '-open'}.pdf`,
    };
  }),
});
