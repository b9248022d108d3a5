import type { RecordKind } from '../../../shared/modules/clinical/clinical.model';
import type { ClinicalWriteContext } from '../../ipc/context';
import { tieRecords } from '../clinical';
import {
  CaseworkClosingEntity,
  CaseworkDisclosureEntity,
  CaseworkPlanEntity,
  CaseworkRatingEntity,
  CaseworkRequestEntity,
  CaseworkRouteEntity,
  CaseworkSessionEntity,
} from './casework.entity';
import { matchOf, sealedContent } from './casework.policy';

const ENTITIES = {
  request: CaseworkRequestEntity,
  plan: CaseworkPlanEntity,
  session: CaseworkSessionEntity,
  closing: CaseworkClosingEntity,
  disclosure: CaseworkDisclosureEntity,
} as const;
type Kind = keyof typeof ENTITIES;
const KINDS = Object.keys(ENTITIES) as Kind[];
const TABLES = KINDS.map((kind) => `casework_${kind}`);

type Sealed = Parameters<typeof sealedContent>[0] & { content: unknown; decision?: unknown };

/** The same content that signing seals, for each kind. */
function sealed(tx: ClinicalWriteContext, id: string, kind: RecordKind): unknown {
  const row = tx.db.table<Sealed & { id: string }>(ENTITIES[kind as Kind]).byId(id);
  return row && (kind === 'request' ? sealedContent(row, row.content, { decision: row.decision }) : sealedContent(row, row.content));
}

tieRecords({
  kinds: KINDS,
  remove: ({ db }, id) => {
    for (const rating of db.table(CaseworkRatingEntity).where({ planId: id })) db.table(CaseworkRatingEntity).remove(rating.id);
    for (const route of db.table(CaseworkRouteEntity).where({ recordId: id })) db.table(CaseworkRouteEntity).remove(route.id);
    for (const kind of KINDS) db.table<{ id: string }>(ENTITIES[kind]).remove(id);
  },
  moveSubject: ({ db }, from, to) => {
    for (const TABLE of TABLES)
      db.run(`UPDATE "${TABLE}" SET "subject_id" = ? WHERE "subject_kind" = ? AND "subject_id" = ?`, to.id, from.kind, from.id);
  },
  sealed,
  // A session that is only planned has no record yet.
  count: (db, subject) =>
    db.get<{ n: number }>(
      'SELECT count(*) AS n FROM "casework_session" s WHERE s."subject_kind" = ? AND s."subject_id" = ? AND NOT EXISTS (SELECT 1 FROM "clinical_record" r WHERE r."id" = s."id")',
      subject.kind,
      subject.id,
    )?.n ?? 0,
  removeSubject: ({ db }, subject) => {
    for (const row of db.table(CaseworkSessionEntity).where(matchOf(subject as never))) db.table(CaseworkSessionEntity).remove(row.id);
  },
  /** Planned ones go with the case; those that were held stay with whoever held them. */
  handOver: ({ db }, subject, fromId, to) => {
    db.run(
      `UPDATE "casework_session" SET "keeper_id" = ?, "keeper_name" = ? WHERE "subject_kind" = ? AND "subject_id" = ? AND "keeper_id" = ? AND "status" <> 'cancelled' AND NOT EXISTS (SELECT 1 FROM "clinical_record" r WHERE r."id" = "casework_session"."id" AND r."state" <> 'draft')`,
      to.id,
      to.name,
      subject.kind,
      subject.id,
      fromId,
    );
  },
});
