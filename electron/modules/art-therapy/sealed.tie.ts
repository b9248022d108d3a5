import { createHash } from 'node:crypto';
import type { Subject } from '../../../shared/modules/clinical/clinical.model';
import type { ClinicalWriteContext } from '../../ipc/context';
import { canonicalContent, ClinicalFileEntity, ClinicalRecordEntity, isAsSigned, tieRecords } from '../clinical';
import { sealedContent } from './group-session.record';
import { removeSealed } from './group-sessions.service';
import { GroupObservationEntity, GroupSessionEntity } from './sealed.entity';

const KINDS = ['group-session'] as const;

const sessionsWith = (tx: ClinicalWriteContext, childId: string): string[] => {
  const observed = tx.db
    .table(GroupObservationEntity)
    .where({ childId })
    .map(({ sessionId }) => sessionId);
  const drawn = tx.db
    .table(ClinicalFileEntity)
    .where({ childId })
    .map(({ recordId }) => recordId)
    .filter((id) => tx.db.table(GroupSessionEntity).exists(id));
  return [...new Set([...observed, ...drawn])];
};

/** A signature that held is renewed for what stands after; one that did not hold before does not hold after. */
function sealAnew(tx: ClinicalWriteContext, childId: string, into: string | null): void {
  const headers = tx.db.table(ClinicalRecordEntity);
  for (const id of sessionsWith(tx, childId)) {
    const header = headers.byId(id);
    if (!header || header.signedHash === null || !isAsSigned(header, sealedContent(tx, id))) continue;
    const after = sealedContent(tx, id, (one) => (one === childId ? into : one));
    headers.update(id, { signedHash: createHash('sha256').update(canonicalContent(after), 'utf8').digest('hex'), version: header.version + 1 });
  }
}

/** Both files of one child were in the same group: each keeps its sheet where the other has none. */
function moveSheets(tx: ClinicalWriteContext, from: string, to: string): void {
  const rows = tx.db.table(GroupObservationEntity);
  for (const row of rows.where({ childId: from })) {
    const id = `${row.sessionId}/${to}`;
    if (rows.exists(id)) continue;
    rows.remove(row.id);
    rows.insert({ ...row, id, childId: to });
  }
}

tieRecords({
  kinds: KINDS,
  remove: (tx, recordId) => {
    removeSealed(tx.db, recordId);
  },
  sealed: (tx, recordId) => sealedContent(tx, recordId),
  count: (db, subject: Subject) =>
    subject.kind === 'child'
      ? db.table(GroupObservationEntity).count({ childId: subject.id }) + db.table(ClinicalFileEntity).count({ childId: subject.id })
      : 0,
  moveSubject: (tx, from, to) => {
    if (from.kind !== 'child') return;
    const both = tx.db.table(GroupObservationEntity);
    const alone = both.where({ childId: from.id }).every(({ sessionId }) => !both.exists(`${sessionId}/${to.id}`));
    if (alone) sealAnew(tx, from.id, to.id);
    moveSheets(tx, from.id, to.id);
  },
  removeSubject: (tx, subject) => {
    if (subject.kind !== 'child') return;
    sealAnew(tx, subject.id, null);
    for (const row of tx.db.table(GroupObservationEntity).where({ childId: subject.id })) tx.db.table(GroupObservationEntity).remove(row.id);
  },
});
