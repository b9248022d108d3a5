import { conflict, invalid, notFound, refusal, type FieldConflict, type FieldError } from '../../../shared/kernel/errors';
import type { ChildId, DocumentId, InstitutionId, MentorId, PairId, ProgrammeId } from '../../../shared/kernel/ids';
import type { ContractDraft, ContractTerms } from '../../../shared/modules/documents/documents.model';
import type { ReadContext, WriteContext } from '../../ipc/context';
import { MentorEntity } from '../candidates';
import { childOfPair } from '../children';
import { InstitutionEntity, ProgrammeEntity } from '../institutions';
import { visiblePair } from '../mentorships';
import { ContractDraftEntity } from './document.entity';
import { seesInstitution, visibleDraft } from './documents.policy';

export function draftOf(context: ReadContext, row: ContractDraftEntity): ContractDraft {
  const mentor = context.db.table(MentorEntity).byId(row.mentorId);
  if (!mentor) throw new Error('a contract draft without its mentor');
  return {
    id: row.id as ContractDraft['id'],
    pairIds: row.pairIds as PairId[],
    children: row.childIds.flatMap((id) => {
      const child = childOfPair(context.db, id as ChildId);
      return child ? [{ id: child.id, name: child.name, birthDate: child.birthDate }] : [];
    }),
    mentor: { id: mentor.id as MentorId, name: mentor.name },
    institutionId: row.institutionId as InstitutionId,
    programmeId: row.programmeId as ProgrammeId,
    jurisdiction: row.jurisdiction,
    terms: row.terms,
    warningReasons: row.warningReasons,
    corrects: row.corrects as DocumentId | null,
    correctionReason: row.correctionReason,
    issuedAs: row.issuedAs as DocumentId | null,
    updatedAt: row.updatedAt,
  };
}

export function openDrafts(context: ReadContext, input: { includeIssued: boolean }): ContractDraft[] {
  return context.db
    .table(ContractDraftEntity)
    .where({ droppedOn: null }, 'updatedAt')
    .filter((row) => (input.includeIssued || row.issuedAs === null) && seesInstitution(context, row.institutionId))
    .map((row) => draftOf(context, row))
    .reverse();
}

function emptyTerms(context: ReadContext, jurisdiction: 'kz' | 'ru', institutionId: string, mentor: MentorEntity): ContractTerms {
  const institution = context.db.table(InstitutionEntity).byId(institutionId);
  return {
    termFrom: null,
    termTo: null,
    regime: 'day',
    weekdays: [],
    takenAt: null,
    returnedAt: null,
    overnight: false,
    place: mentor.actualAddress ?? mentor.registeredAddress,
    otherPlaces: '',
    outOfTown: false,
    conditionsRu: '',
    conditionsKk: '',
    city: institution?.placeRu ?? '',
    cityKk: institution?.placeKk ?? '',
    signedOn: null,
    layout: jurisdiction === 'kz' ? 'side-by-side' : 'single',
    languages: jurisdiction === 'kz' ? ['kk', 'ru'] : ['ru'],
  };
}

/** One contract may hand over several children, when the host and the orphanage are the same (Code RK art. 137-1). */
export function startDraft(context: WriteContext, input: { id: string; pairIds: PairId[] }): ContractDraft {
  const table = context.db.table(ContractDraftEntity);
  if (table.exists(input.id)) return draftOf(context, visibleDraft(context, input.id));
  const pairs = [...new Set(input.pairIds)].map((id) => visiblePair(context, id));
  const [first] = pairs;
  if (!first) throw notFound();
  if (pairs.some((pair) => pair.stage === 'closed')) throw refusal('CONTRACT.PAIR_CLOSED');
  const institutions = new Set(pairs.map((pair) => childOfPair(context.db, pair.childId as ChildId)?.institutionId));
  const [institutionId] = institutions;
  if (!institutionId || institutions.size > 1 || pairs.some((pair) => pair.mentorId !== first.mentorId || pair.programmeId !== first.programmeId))
    throw refusal('CONTRACT.PAIRS_DIFFER');
  const jurisdiction =
    context.db.table(ProgrammeEntity).byId(first.programmeId)?.jurisdiction ??
    context.db.table(InstitutionEntity).byId(institutionId)?.jurisdiction ??
    'kz';
  const mentor = context.db.table(MentorEntity).byId(first.mentorId);
  if (!mentor) throw notFound();
  table.insert({
    id: input.id,
    pairIds: pairs.map(({ id }) => id),
    childIds: pairs.map(({ childId }) => childId),
    mentorId: first.mentorId,
    institutionId,
    programmeId: first.programmeId,
    jurisdiction,
    terms: emptyTerms(context, jurisdiction, institutionId, mentor),
    warningReasons: {},
    corrects: null,
    correctionReason: '',
    issuedAs: null,
    droppedOn: null,
    droppedReason: '',
    createdAt: context.nowIso,
    updatedAt: context.nowIso,
  });
  return draftOf(context, visibleDraft(context, input.id));
}

export function wrongTerms(terms: ContractTerms): FieldError[] {
  const wrong: FieldError[] = [];
  if (terms.termFrom && terms.termTo && terms.termTo < terms.termFrom) wrong.push({ path: 'to.termTo', code: 'DATE.ENDS_BEFORE_START' });
  if (terms.signedOn && terms.termFrom && terms.signedOn > terms.termFrom) wrong.push({ path: 'to.signedOn', code: 'CONTRACT.SIGNED_AFTER_START' });
  if (!terms.overnight && terms.takenAt && terms.returnedAt && terms.returnedAt <= terms.takenAt)
    wrong.push({ path: 'to.returnedAt', code: 'TIME.ENDS_BEFORE_START' });
  if (new Set(terms.weekdays).size < terms.weekdays.length) wrong.push({ path: 'to.weekdays', code: 'ROW.TWICE' });
  return wrong;
}

const mustBeOpen = (draft: ContractDraftEntity): ContractDraftEntity => {
  if (draft.issuedAs) throw refusal('CONTRACT.ALREADY_ISSUED');
  return draft;
};

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export function saveDraft(context: WriteContext, input: { id: string; from: ContractTerms; to: ContractTerms }): ContractDraft {
  const draft = mustBeOpen(visibleDraft(context, input.id));
  const next = { ...draft.terms };
  const conflicts: FieldConflict[] = [];
  const apply = <K extends keyof ContractTerms>(key: K): void => {
    const [base, mine, stored] = [input.from[key], input.to[key], draft.terms[key]];
    if (equal(base, mine)) return;
    if (equal(stored, base) || equal(stored, mine)) Object.assign(next, { [key]: mine });
    else conflicts.push({ field: key, base, theirs: stored, mine });
  };
  for (const key of Object.keys(input.to) as (keyof ContractTerms)[]) apply(key);
  if (conflicts.length > 0) throw conflict(conflicts);
  const wrong = wrongTerms(next);
  if (wrong.length > 0) throw invalid(wrong);
  context.db.table(ContractDraftEntity).update(draft.id, { terms: next, updatedAt: context.nowIso });
  return draftOf(context, visibleDraft(context, input.id));
}

export function giveReason(context: WriteContext, draft: ContractDraftEntity, key: string, reason: string): ContractDraft {
  mustBeOpen(draft);
  const { [key]: _before, ...others } = draft.warningReasons;
  const warningReasons = reason === '' ? others : { ...others, [key]: reason };
  context.db.table(ContractDraftEntity).update(draft.id, { warningReasons, updatedAt: context.nowIso });
  return draftOf(context, visibleDraft(context, draft.id));
}

export function dropDraft(context: WriteContext, input: { id: string; reason: string }): { dropped: boolean } {
  const draft = mustBeOpen(visibleDraft(context, input.id));
  context.db.table(ContractDraftEntity).update(draft.id, { droppedOn: context.today, droppedReason: input.reason });
  return { dropped: true };
}
