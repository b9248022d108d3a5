import { refusal, TirekError } from '../../../shared/kernel/errors';
import type { DocumentId, PairId } from '../../../shared/kernel/ids';
import { displayName, fold } from '../../../shared/kernel/names';
import type { ContractDraft, DocumentRecord, DocumentRow, Gate } from '../../../shared/modules/documents/documents.model';
import { formatNumber } from '../../../shared/modules/documents/numbering.rules';
import type { ReadContext, StepsContext, WriteContext } from '../../ipc/context';
import { contractAnnulled, contractIssued, PairEntity } from '../mentorships';
import type { ContractPaper, PaperDesk } from './desk.model';
import { ContractDraftEntity, DocumentEntity, DocumentFileEntity } from './document.entity';
import { seesInstitution, visibleDocument, visibleDraft } from './documents.policy';
import { documentRecord, sha256, versionsOf } from './documents.repository';
import { draftOf } from './drafts.service';
import { expectedNumber, Mutex, takeNumber } from './numbering';
import { isChildOut } from './transfers.service';

const KIND = 'guest-contract';
const ATTEMPTS = 5;

/** Everything that the paper will say, decided before it is rendered and compared again before it is stored. */
interface Prepared {
  draft: ContractDraftEntity;
  gate: Gate;
  paper: ContractPaper;
  year: number;
  no: number;
  version: number;
  number: string;
  fingerprint: string;
}

interface IssueInput {
  draftId: string;
  documentId: DocumentId;
}

/** Of a paper of another house only that it exists. */
const issuedBefore = (context: ReadContext, row: DocumentEntity | undefined) =>
  refusal('CONTRACT.ALREADY_ISSUED', row && seesInstitution(context, row.institutionId) ? { number: row.number } : {});

/** The document of this press of the button, when it was pressed before. */
function alreadyIssued(context: ReadContext, input: IssueInput): DocumentEntity | null {
  const row = context.db.table(DocumentEntity).byId(input.documentId);
  if (!row) return null;
  if (row.draftId !== input.draftId) throw issuedBefore(context, row);
  return visibleDocument(context, input.documentId);
}

function prepare(context: ReadContext, desk: PaperDesk, draftId: string): Prepared {
  const draft = visibleDraft(context, draftId);
  if (draft.issuedAs) throw issuedBefore(context, context.db.table(DocumentEntity).byId(draft.issuedAs));
  const gate = desk.gate(context, draft);
  if (!gate.open)
    throw refusal('CONTRACT.GATE_CLOSED', { count: gate.items.filter(({ status }) => status !== 'ok' && status !== 'accepted').length });
  const corrected = draft.corrects === null ? undefined : context.db.table(DocumentEntity).byId(draft.corrects);
  const year = corrected?.year ?? Number(context.today.slice(0, 4));
  const no = corrected?.no ?? expectedNumber(context.db, KIND, year);
  const version = corrected ? (versionsOf(context.db, corrected).at(-1)?.version ?? 0) + 1 : 1;
  const number = formatNumber(KIND, year, no);
  const paper = desk.paper(context, draft, { number, version, isDraft: false, isMasked: false });
  return { draft, gate, paper, year, no, version, number, fingerprint: sha256(Buffer.from(JSON.stringify([paper, gate.items, draft.updatedAt]))) };
}

function seal(context: WriteContext, desk: PaperDesk, prepared: Prepared, input: IssueInput, bytes: Uint8Array): DocumentEntity {
  const before = alreadyIssued(context, input);
  if (before) return before;
  if (prepare(context, desk, input.draftId).fingerprint !== prepared.fingerprint) throw refusal('CONTRACT.CHANGED_DURING_ISSUE');
  const { draft, paper, year, no, version, number } = prepared;
  const db = context.db;
  if (draft.corrects === null) takeNumber(db, KIND, year, no);
  else db.table(DocumentEntity).update(draft.corrects, { state: 'corrected' });
  db.table(DocumentFileEntity).insert({ id: input.documentId, content: Buffer.from(bytes) });
  const shown = draftOf(context, draft);
  const childNames = shown.children.map(({ name }) => displayName(name, 'ru'));
  const mentorName = displayName(shown.mentor.name, 'ru');
  db.table(DocumentEntity).insert({
    id: input.documentId,
    kind: KIND,
    year,
    no,
    version,
    number,
    state: 'issued',
    draftId: draft.id,
    issuedOn: context.today,
    issuedAt: context.nowIso,
    issuedBy: context.actor.name,
    mentorId: draft.mentorId,
    mentorName,
    childIds: draft.childIds,
    childNames,
    pairIds: draft.pairIds,
    institutionId: draft.institutionId,
    jurisdiction: draft.jurisdiction,
    termFrom: draft.terms.termFrom ?? '',
    termTo: draft.terms.termTo ?? '',
    search: ` ${fold([number, mentorName, ...childNames].join(' '))}`,
    sha256: sha256(bytes),
    byteCount: bytes.byteLength,
    snapshot: JSON.stringify({ data: paper.data, gate: prepared.gate.items, terms: draft.terms }),
    templateVersion: paper.templateVersion,
    rulePackVersion: prepared.gate.rulePack.version,
    engineVersion: paper.engineVersion,
    warningReasons: draft.warningReasons,
    corrects: draft.corrects,
    correctionReason: draft.correctionReason,
    annulledOn: null,
    annulReason: '',
  });
  db.table(ContractDraftEntity).update(draft.id, { issuedAs: input.documentId, updatedAt: context.nowIso });
  for (const pairId of draft.pairIds) contractIssued(context, pairId as PairId, input.documentId, number);
  return visibleDocument(context, input.documentId);
}

const isOvertaken = (error: unknown): boolean =>
  error instanceof TirekError && (error.wire.code === 'NUMBER.TAKEN' || error.wire.code === 'CONTRACT.CHANGED_DURING_ISSUE');

export class Issuing {
  private readonly mutex = new Mutex();

  constructor(private readonly desk: PaperDesk) {}

  /**
   * The number is printed in the paper, so it must be known before rendering, and rendering cannot wait inside a
   * transaction. So: read the next number, render, and store only if number and data are still what was printed.
   */
  issue(context: StepsContext, input: IssueInput): Promise<DocumentRecord> {
    return this.mutex.run(async () => {
      for (let attempt = 1; ; attempt++) {
        const before = context.read((reading) => {
          const row = alreadyIssued(reading, input);
          return row && documentRecord(reading.db, row);
        });
        if (before) return before;
        const prepared = context.read((reading) => prepare(reading, this.desk, input.draftId));
        const bytes = await this.desk.render(context.services, prepared.paper);
        try {
          return context.transaction((writing) => {
            const row = seal(writing, this.desk, prepared, input, bytes);
            return documentRecord(writing.db, row);
          });
        } catch (error) {
          if (!isOvertaken(error) || attempt === ATTEMPTS) throw error;
        }
      }
    });
  }

  /** One after another; a refusal of one is told and the rest go on; cancelling keeps what is already issued. */
  async issueBatch(
    context: StepsContext,
    items: readonly IssueInput[],
  ): Promise<{ issued: DocumentRow[]; refused: { draftId: string; code: string }[]; cancelled: boolean }> {
    const issued: DocumentRow[] = [];
    const refused: { draftId: string; code: string }[] = [];
    for (const [index, item] of items.entries()) {
      if (context.signal.aborted) return { issued, refused, cancelled: true };
      context.progress(index, items.length);
      try {
        issued.push(await this.issue(journalled(context, item.documentId), item));
      } catch (error) {
        if (!(error instanceof TirekError) || error.wire.kind === 'locked') throw error;
        refused.push({ draftId: item.draftId, code: error.wire.code });
      }
    }
    context.progress(items.length, items.length);
    return { issued, refused, cancelled: false };
  }
}

/** In a batch the pipeline's own entry names no document, so each one gets an entry of its own. */
const journalled = (context: StepsContext, documentId: DocumentId): StepsContext => ({
  ...context,
  transaction: (work) =>
    context.transaction((writing) => {
      const value = work(writing);
      writing.journal({ action: 'documents.issue', subject: 'document', subjectId: documentId });
      return value;
    }),
});

const inForce = (row: DocumentEntity): DocumentEntity => {
  if (row.state !== 'issued') throw refusal('DOCUMENT.NOT_IN_FORCE', { number: row.number });
  return row;
};

export function startCorrection(context: WriteContext, input: { id: DocumentId; draftId: string; reason: string }): ContractDraft {
  const table = context.db.table(ContractDraftEntity);
  if (table.exists(input.draftId)) return draftOf(context, visibleDraft(context, input.draftId));
  const document = inForce(visibleDocument(context, input.id));
  if (document.pairIds.some((id) => context.db.table(PairEntity).byId(id)?.stage === 'closed')) throw refusal('CONTRACT.PAIR_CLOSED');
  const before = context.db.table(ContractDraftEntity).byId(document.draftId);
  if (!before) throw new Error('a document without its draft');
  table.insert({
    ...before,
    id: input.draftId,
    corrects: document.id,
    correctionReason: input.reason,
    issuedAs: null,
    createdAt: context.nowIso,
    updatedAt: context.nowIso,
  });
  return draftOf(context, visibleDraft(context, input.draftId));
}

/** The number stays taken for ever; the paper stays readable, and says nothing any more. */
export function annulDocument(context: WriteContext, input: { id: DocumentId; reason: string }): DocumentRecord {
  const document = inForce(visibleDocument(context, input.id));
  if (versionsOf(context.db, document).some(({ id }) => isChildOut(context, id))) throw refusal('DOCUMENT.CHILD_IS_OUT', { number: document.number });
  context.db.table(DocumentEntity).update(document.id, { state: 'annulled', annulledOn: context.today, annulReason: input.reason });
  for (const pairId of document.pairIds) {
    const pair = context.db.table(PairEntity).byId(pairId);
    if (pair?.contractDocumentId === document.id) contractAnnulled(context, pairId as PairId, document.number);
  }
  return documentRecord(context.db, visibleDocument(context, input.id));
}
