import { invalid, refusal, type FieldError } from '../../../shared/kernel/errors';
import type { InstitutionId } from '../../../shared/kernel/ids';
import { displayName, fold } from '../../../shared/kernel/names';
import type { PlainDate } from '../../../shared/kernel/plain-date';
import type { RegisterLine, TransferFields } from '../../../shared/modules/documents/documents.model';
import type { ReadContext, WriteContext } from '../../ipc/context';
import { mentorPapers, MentorEntity } from '../candidates';
import { childOfPair } from '../children';
import { PairEntity, voicesOf } from '../mentorships';
import type { DocumentEntity } from './document.entity';
import { seesInstitution, visibleDocument, visibleTransfer } from './documents.policy';
import { TransferEntity } from './transfer.entity';

const localTime = (now: Date): string => `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;

/** Overdue from the planned minute on: the alarm of a missing return (documents.md 3.2 f). */
export function isOverdue(
  row: Pick<TransferEntity, 'returned' | 'struck' | 'plannedReturnOn' | 'plannedReturnAt'>,
  today: PlainDate,
  time: string,
): boolean {
  return !row.returned && !row.struck && `${row.plannedReturnOn}T${row.plannedReturnAt}` < `${today}T${time}`;
}

export const lineOf = (context: ReadContext, row: TransferEntity): RegisterLine =>
  ({
    id: row.id,
    no: row.no,
    year: row.year,
    documentId: row.documentId,
    ...row.facts,
    plannedReturnOn: row.plannedReturnOn,
    plannedReturnAt: row.plannedReturnAt,
    handedOver: row.handedOver,
    returned: row.returned,
    isOverdue: isOverdue(row, context.today, localTime(context.now)),
    note: row.note,
    struck: row.struck,
  }) as RegisterLine;

export interface RegisterQuery {
  year: number | null;
  search: string;
  only: 'all' | 'out' | 'overdue' | 'returned' | 'struck';
  institutionId: InstitutionId | null;
}

const KEEPS: Record<RegisterQuery['only'], (line: RegisterLine) => boolean> = {
  all: () => true,
  out: (line) => !line.returned && !line.struck,
  overdue: (line) => line.isOverdue,
  returned: (line) => line.returned !== null && !line.struck,
  struck: (line) => line.struck !== null,
};

export function register(context: ReadContext, query: RegisterQuery): { lines: RegisterLine[]; years: number[] } {
  const seen = context.db
    .table(TransferEntity)
    .where({}, 'no')
    .filter((row) => seesInstitution(context, row.institutionId));
  const words = fold(query.search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const lines = seen
    .filter((row) => (query.year === null || row.year === query.year) && (query.institutionId === null || row.institutionId === query.institutionId))
    .map((row) => lineOf(context, row))
    .filter(KEEPS[query.only])
    .filter((line) => {
      const text = ` ${fold(`${line.child.name} ${line.host.name} ${line.contractNumber}`)}`;
      return words.every((word) => text.includes(` ${word}`));
    })
    .sort((a, b) => a.year - b.year || a.no - b.no);
  return { lines, years: [...new Set(seen.map(({ year }) => year))].sort((a, b) => b - a) };
}

function factsOf(context: WriteContext, document: DocumentEntity, childId: string): TransferEntity['facts'] {
  const mentor = context.db.table(MentorEntity).byId(document.mentorId);
  const child = childOfPair(context.db, childId as never);
  if (!mentor || !child) throw new Error('a contract without its mentor or child');
  const papers = mentorPapers(context.db, document.mentorId).filter((paper) => paper.struckOn === null);
  const conclusion = papers.filter((paper) => paper.kind === 'guardianship-conclusion').at(-1);
  const application = papers.filter((paper) => paper.kind === 'application').at(-1);
  const pair = document.pairIds.map((id) => context.db.table(PairEntity).byId(id)).find((row) => row?.childId === childId);
  const consent =
    pair &&
    voicesOf(context.db, pair.id)
      .filter((voice) => voice.withdrawnOn === null && voice.decision !== 'refuses')
      .at(-1);
  return {
    contractNumber: document.number,
    contractOn: document.issuedOn as PlainDate,
    requestOn: (application?.issuedOn ?? application?.presentedOn ?? null) as PlainDate | null,
    host: { name: document.mentorName, address: mentor.actualAddress ?? mentor.registeredAddress, phone: mentor.phone },
    conclusion: conclusion
      ? { number: conclusion.number, issuedOn: conclusion.issuedOn as PlainDate | null, validUntil: conclusion.validUntil as PlainDate | null }
      : null,
    child: { id: child.id, name: displayName(child.name, 'ru'), birthDate: child.birthDate },
    consentOn: consent?.saidOn ?? null,
    termFrom: document.termFrom as PlainDate,
    termTo: document.termTo as PlainDate,
  };
}

function wrongHandOver(transfer: TransferFields, today: PlainDate): FieldError[] {
  const out = `${transfer.handedOver.on}T${transfer.handedOver.at}`;
  const wrong: FieldError[] = [];
  if (transfer.handedOver.on > today) wrong.push({ path: 'transfer.handedOver.on', code: 'DATE.IN_FUTURE' });
  if (`${transfer.plannedReturnOn}T${transfer.plannedReturnAt}` <= out)
    wrong.push({ path: 'transfer.plannedReturnAt', code: 'TIME.ENDS_BEFORE_START' });
  return wrong;
}

export function handOver(context: WriteContext, input: { id: string; transfer: TransferFields }): RegisterLine {
  const table = context.db.table(TransferEntity);
  if (table.exists(input.id)) return lineOf(context, visibleTransfer(context, input.id));
  const { transfer } = input;
  const document = visibleDocument(context, transfer.documentId);
  if (document.state !== 'issued') throw refusal('DOCUMENT.NOT_IN_FORCE', { number: document.number });
  if (!document.childIds.includes(transfer.childId)) throw refusal('TRANSFER.NOT_OF_THIS_CONTRACT', { number: document.number });
  const wrong = wrongHandOver(transfer, context.today);
  if (wrong.length > 0) throw invalid(wrong);
  if (transfer.handedOver.on < document.termFrom || transfer.plannedReturnOn > document.termTo)
    throw refusal('TRANSFER.OUTSIDE_TERM', { from: document.termFrom, to: document.termTo });
  if (table.where({ childId: transfer.childId, returned: null }).some((row) => !row.struck)) throw refusal('TRANSFER.CHILD_IS_OUT');
  const year = Number(transfer.handedOver.on.slice(0, 4));
  const last =
    context.db.get<{ last: number | null }>(
      'SELECT max("no") AS last FROM "transfer" WHERE "institution_id" = ? AND "year" = ?',
      document.institutionId,
      year,
    )?.last ?? 0;
  table.insert({
    id: input.id,
    institutionId: document.institutionId,
    year,
    no: last + 1,
    documentId: document.id,
    childId: transfer.childId,
    plannedReturnOn: transfer.plannedReturnOn,
    plannedReturnAt: transfer.plannedReturnAt,
    facts: factsOf(context, document, transfer.childId),
    handedOver: transfer.handedOver,
    returned: null,
    note: transfer.note,
    struck: null,
    createdAt: context.nowIso,
  });
  return lineOf(context, visibleTransfer(context, input.id));
}

export function takeBack(context: WriteContext, input: { id: string; returned: NonNullable<RegisterLine['returned']> }): RegisterLine {
  const row = visibleTransfer(context, input.id);
  if (row.struck) throw refusal('TRANSFER.STRUCK');
  if (row.returned && JSON.stringify(row.returned) !== JSON.stringify(input.returned)) throw refusal('TRANSFER.ALREADY_BACK');
  const out = `${row.handedOver.on}T${row.handedOver.at}`;
  const back = `${input.returned.on}T${input.returned.at}`;
  if (back < out) throw refusal('TRANSFER.BACK_BEFORE_OUT');
  if (input.returned.on > context.today) throw invalid([{ path: 'returned.on', code: 'DATE.IN_FUTURE' }]);
  if (back > `${row.plannedReturnOn}T${row.plannedReturnAt}` && input.returned.lateReason === '')
    throw invalid([{ path: 'returned.lateReason', code: 'TEXT.REQUIRED' }]);
  context.db.table(TransferEntity).update(row.id, { returned: input.returned });
  return lineOf(context, visibleTransfer(context, input.id));
}

export function strikeTransfer(context: WriteContext, input: { id: string; reason: string }): RegisterLine {
  const row = visibleTransfer(context, input.id);
  if (row.struck) throw refusal('TRANSFER.STRUCK');
  context.db.table(TransferEntity).update(row.id, { struck: { on: context.today, by: context.actor.name, reason: input.reason } });
  return lineOf(context, visibleTransfer(context, input.id));
}

export const isChildOut = (context: ReadContext, documentId: string): boolean =>
  context.db
    .table(TransferEntity)
    .where({ documentId, returned: null })
    .some((row) => !row.struck);
