import { invalid, notFound, refusal } from '../../../shared/kernel/errors';
import type { ChildId, DocumentId, MentorId, PairId, ProgrammeId, RowId } from '../../../shared/kernel/ids';
import { ageOn, type PlainDate } from '../../../shared/kernel/plain-date';
import type { Blocker, ChildVoiceFields, PairRecord, PairRow } from '../../../shared/modules/mentorships/mentorships.model';
import { USUAL_AGE_GAP, whyNotPair, wrongVoice, type PairAges } from '../../../shared/modules/mentorships/mentorships.rules';
import { stageAfter, whyNotMove, type ClosingReason, type PairCommand } from '../../../shared/modules/mentorships/mentorships.workflow';
import type { ReadContext, WriteContext } from '../../ipc/context';
import { admitMentor, visibleMentor } from '../candidates';
import { childEntersPair, childLeavesPair, childOfPair, isReadyForPair, visibleChild } from '../children';
import { ProgrammeEntity } from '../institutions';
import { visiblePair } from './mentorships.policy';
import { hasOpenPair, logStage, pairRecord, pairRow, stateOf } from './mentorships.repository';
import { ChildVoiceEntity, PairEntity } from './pair.entity';

/** From this age the child's own consent is needed, and a worker's note of the opinion is not enough (documents.md 3.4). */
export const OWN_CONSENT_AGE = 10;

function agesOf(context: ReadContext, programmeId: ProgrammeId): PairAges {
  const programme = context.db.table(ProgrammeEntity).byId(programmeId);
  if (!programme) throw notFound();
  return {
    childFrom: programme.minAge,
    childTo: programme.maxAge,
    outside: programme.ageRule === 'refuse' ? 'refused' : 'warned',
    mentorFrom: programme.minMentorAge,
    gap: USUAL_AGE_GAP,
  };
}

export function whyNotOpen(
  context: ReadContext,
  input: { mentorId: MentorId; programmeId: ProgrammeId; childIds: ChildId[]; on: PlainDate },
): Blocker[] {
  const mentor = visibleMentor(context, input.mentorId);
  const ages = agesOf(context, input.programmeId);
  return input.childIds.flatMap((childId) => {
    visibleChild(context, childId);
    const child = childOfPair(context.db, childId);
    if (!child) throw notFound();
    return whyNotPair(
      {
        childId,
        childBirth: child.birthDate,
        childIsReady: isReadyForPair(context.db, childId),
        childHasPair: hasOpenPair(context.db, childId),
        mentorBirth: mentor.birthDate as PlainDate,
        on: input.on,
      },
      ages,
    );
  });
}

interface OpenInput {
  mentorId: MentorId;
  programmeId: ProgrammeId;
  acquaintedOn: PlainDate;
  children: { pairId: PairId; childId: ChildId }[];
  warningReason: string;
}

export function openPairs(context: WriteContext, input: OpenInput): PairRow[] {
  const table = context.db.table(PairEntity);
  const [first] = input.children;
  if (first && input.children.every(({ pairId }) => table.exists(pairId)))
    return input.children.map(({ pairId }) => pairRow(context.db, visiblePair(context, pairId)));
  if (input.acquaintedOn > context.today) throw invalid([{ path: 'acquaintedOn', code: 'DATE.IN_FUTURE' }]);
  if (new Set(input.children.map(({ childId }) => childId)).size < input.children.length) throw invalid([{ path: 'children', code: 'ROW.TWICE' }]);
  const blockers = whyNotOpen(context, { ...input, childIds: input.children.map(({ childId }) => childId), on: input.acquaintedOn });
  const refused = blockers.find(({ weight }) => weight === 'refused');
  if (refused) throw refusal('PAIR.REFUSED', { ...refused.params, why: refused.code });
  const [warned] = blockers;
  if (warned && input.warningReason === '') throw refusal('PAIR.WARNING_NEEDS_REASON', { ...warned.params, why: warned.code });
  for (const { pairId, childId } of input.children) {
    const child = visibleChild(context, childId);
    table.insert({
      id: pairId,
      childId,
      mentorId: input.mentorId,
      programmeId: input.programmeId,
      groupId: first?.pairId ?? pairId,
      stage: 'acquainted',
      since: input.acquaintedOn,
      contractDocumentId: null,
      contractNumber: null,
      closingReason: null,
      closingNote: '',
      createdAt: context.nowIso,
    });
    logStage(context, context.db, { pairId, from: null, to: 'acquainted', on: input.acquaintedOn, reason: input.warningReason });
    childEntersPair(context, childId, input.acquaintedOn);
    admitMentor(context, input.mentorId, child.institutionId as never);
  }
  return input.children.map(({ pairId }) => pairRow(context.db, visiblePair(context, pairId)));
}

export function movePair(
  context: WriteContext,
  command: PairCommand,
  input: { id: PairId; on: PlainDate },
  why: { reason: string; closing?: ClosingReason },
): PairRecord {
  const pair = visiblePair(context, input.id);
  if (input.on > context.today) throw invalid([{ path: 'on', code: 'DATE.IN_FUTURE' }]);
  const refused = whyNotMove(stateOf(pair), command, input.on);
  if (refused) throw refusal(refused, { stage: pair.stage });
  const to = stageAfter(command);
  const closing = why.closing ? { closingReason: why.closing, closingNote: why.reason } : {};
  context.db.table(PairEntity).update(pair.id, { stage: to, since: input.on, ...closing });
  logStage(context, context.db, {
    pairId: pair.id,
    from: pair.stage,
    to,
    on: input.on,
    reason: why.closing ? `${why.closing}: ${why.reason}` : why.reason,
  });
  if (to === 'closed') childLeavesPair(context, pair.childId as ChildId, input.on, why.closing ?? '');
  return pairRecord(context.db, visiblePair(context, input.id));
}

export function recordVoice(context: WriteContext, input: { pairId: PairId; id: RowId; voice: ChildVoiceFields }): PairRecord {
  const pair = visiblePair(context, input.pairId);
  const table = context.db.table(ChildVoiceEntity);
  const known = table.byId(input.id);
  if (known && known.pairId !== pair.id) throw notFound();
  if (!known) {
    if (pair.stage === 'closed') throw refusal('PAIR.WRONG_STAGE', { stage: pair.stage });
    const child = childOfPair(context.db, pair.childId as ChildId);
    if (!child) throw notFound();
    const wrong = wrongVoice(input.voice, child.birthDate, context.today);
    if (wrong.length > 0) throw invalid(wrong);
    if (input.voice.kind === 'opinion' && ageOn(child.birthDate, input.voice.saidOn) >= OWN_CONSENT_AGE)
      throw refusal('VOICE.OWN_CONSENT_NEEDED', { age: OWN_CONSENT_AGE });
    table.insert({ id: input.id, pairId: pair.id, ...input.voice, withdrawnOn: null, withdrawnReason: '', createdAt: context.nowIso });
  }
  return pairRecord(context.db, pair);
}

export function withdrawVoice(context: WriteContext, input: { pairId: PairId; id: RowId; on: PlainDate; reason: string }): PairRecord {
  const pair = visiblePair(context, input.pairId);
  const table = context.db.table(ChildVoiceEntity);
  const row = table.byId(input.id);
  if (row?.pairId !== pair.id) throw notFound();
  if (row.withdrawnOn) throw refusal('VOICE.ALREADY_WITHDRAWN');
  mustBeBetween(input.on, row.saidOn, context.today);
  table.update(row.id, { withdrawnOn: input.on, withdrawnReason: input.reason });
  return pairRecord(context.db, pair);
}

function mustBeBetween(on: PlainDate, from: string, to: PlainDate): void {
  if (on < from) throw invalid([{ path: 'on', code: 'DATE.BEFORE_ENTRY' }]);
  if (on > to) throw invalid([{ path: 'on', code: 'DATE.IN_FUTURE' }]);
}

/** Told by documents in the transaction that issues a contract: the pair may begin its stays. */
export function contractIssued(context: WriteContext, pairId: PairId, documentId: DocumentId, number: string): void {
  context.db.table(PairEntity).update(pairId, { contractDocumentId: documentId, contractNumber: number });
}

/** Told by documents at annulment: without a contract a pair that was hosting is back at its papers. */
export function contractAnnulled(context: WriteContext, pairId: PairId, number: string): void {
  const pair = context.db.table(PairEntity).byId(pairId);
  if (!pair) return;
  const hosting = pair.stage === 'hosting';
  context.db
    .table(PairEntity)
    .update(pairId, { contractDocumentId: null, contractNumber: null, ...(hosting ? { stage: 'papers' as const, since: context.today } : {}) });
  if (hosting) logStage(context, context.db, { pairId, from: 'hosting', to: 'papers', on: context.today, reason: number });
}
