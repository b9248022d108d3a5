import type { ChildId, DocumentId, InstitutionId, MentorId, PairId, ProgrammeId } from '../../../shared/kernel/ids';
import { fold, displayName, type PersonName } from '../../../shared/kernel/names';
import type { PlainDate } from '../../../shared/kernel/plain-date';
import type { ChildVoice, PairRecord, PairRow, StageEntry } from '../../../shared/modules/mentorships/mentorships.model';
import type { PairStage, PairState } from '../../../shared/modules/mentorships/mentorships.workflow';
import type { ReadDb, WriteDb } from '../../db/types';
import type { ReadContext, WriteContext } from '../../ipc/context';
import { MentorEntity } from '../candidates';
import { childOfPair } from '../children';
import { seesPair } from './mentorships.policy';
import { ChildVoiceEntity, PairEntity, PairStageEntity } from './pair.entity';

export const stateOf = (pair: PairEntity): PairState => {
  const since = pair.since as PlainDate;
  const contract = pair.contractDocumentId === null ? null : { documentId: pair.contractDocumentId as DocumentId, number: pair.contractNumber ?? '' };
  if (pair.stage === 'closed') return { stage: 'closed', since, reason: pair.closingReason ?? 'opened-by-mistake', note: pair.closingNote };
  if (pair.stage === 'papers') return { stage: 'papers', since, contract };
  if (pair.stage === 'hosting' && contract) return { stage: 'hosting', since, contract };
  return { stage: pair.stage === 'hosting' ? 'papers' : pair.stage, since, contract };
};

export function pairRow(db: ReadDb, pair: PairEntity): PairRow {
  const child = childOfPair(db, pair.childId as ChildId);
  const mentor = db.table(MentorEntity).byId(pair.mentorId);
  if (!child || !mentor) throw new Error('a pair without its child or mentor');
  return {
    id: pair.id as PairId,
    child: { id: child.id, name: child.name, birthDate: child.birthDate, institutionId: child.institutionId as InstitutionId },
    mentor: { id: mentor.id as MentorId, name: mentor.name },
    programmeId: pair.programmeId as ProgrammeId,
    groupId: pair.groupId as PairId,
    stage: pair.stage,
    since: pair.since as PlainDate,
    contractNumber: pair.contractNumber,
    closingReason: pair.closingReason,
  };
}

const voiceOf = ({ pairId: _pair, createdAt: _at, ...voice }: ChildVoiceEntity): ChildVoice => voice as ChildVoice;
const stageOf = (row: PairStageEntity): StageEntry =>
  ({ id: row.id, from: row.fromStage, to: row.toStage, on: row.onDate, at: row.at, by: row.byName, reason: row.reason }) as StageEntry;

export const voicesOf = (db: ReadDb, pairId: string): ChildVoice[] => db.table(ChildVoiceEntity).where({ pairId }, 'createdAt').map(voiceOf);

export function pairRecord(db: ReadDb, pair: PairEntity): PairRecord {
  return {
    ...pairRow(db, pair),
    contractDocumentId: pair.contractDocumentId as DocumentId | null,
    closingNote: pair.closingNote,
    log: db.table(PairStageEntity).where({ pairId: pair.id }, 'no').map(stageOf),
    voices: voicesOf(db, pair.id),
    groupPairIds: db
      .table(PairEntity)
      .where({ groupId: pair.groupId }, 'createdAt')
      .map((row) => row.id as PairId),
  };
}

const words = (text: string): string[] =>
  fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
const names = (name: PersonName): string => ` ${fold(displayName(name, 'ru'))} ${fold(displayName(name, 'kk'))}`;

/**
 * Pairs of a programme are tens to a few hundred: they are read by the newest stage first, and narrowed here by scope and
 * words, so that a child's name is never copied into a second table.
 */
export function pageOfPairs(
  context: ReadContext,
  query: { search: string; stages: readonly PairStage[]; institutionId: InstitutionId | null; cursor: string | null; limit: number },
): { rows: PairRow[]; nextCursor: string | null; total: number } {
  const searched = words(query.search);
  const all = context.db
    .all<{ id: string }>('SELECT "id" AS id FROM "pair" ORDER BY "since" DESC, "id"')
    .flatMap(({ id }) => context.db.table(PairEntity).byId(id) ?? [])
    .filter((pair) => (query.stages.length === 0 || query.stages.includes(pair.stage)) && seesPair(context, pair))
    .map((pair) => pairRow(context.db, pair))
    .filter((row) => query.institutionId === null || row.child.institutionId === query.institutionId)
    .filter((row) => {
      const text = `${names(row.child.name)}${names(row.mentor.name)} ${fold(row.contractNumber ?? '')}`;
      return searched.every((word) => text.includes(` ${word}`));
    });
  const start = query.cursor === null ? 0 : all.findIndex((row) => row.id === query.cursor) + 1;
  const rows = all.slice(start, start + query.limit);
  const last = rows.at(-1);
  return { rows, total: all.length, nextCursor: last && start + query.limit < all.length ? last.id : null };
}

export const pairsOf = (context: ReadContext, match: { childId: string } | { mentorId: string }): PairRow[] =>
  context.db
    .table(PairEntity)
    .where(match, 'createdAt')
    .filter((pair) => seesPair(context, pair))
    .map((pair) => pairRow(context.db, pair));

export function hasOpenPair(db: ReadDb, childId: string): boolean {
  return db
    .table(PairEntity)
    .where({ childId })
    .some((pair) => pair.stage !== 'closed');
}

export function logStage(
  context: WriteContext,
  db: WriteDb,
  entry: { pairId: string; from: PairStage | null; to: PairStage; on: PlainDate; reason: string },
): void {
  db.table(PairStageEntity).insert({
    id: context.newId(),
    pairId: entry.pairId,
    no: db.table(PairStageEntity).count({ pairId: entry.pairId }) + 1,
    fromStage: entry.from,
    toStage: entry.to,
    onDate: entry.on,
    at: context.nowIso,
    byName: context.actor.name,
    reason: entry.reason,
  });
}
