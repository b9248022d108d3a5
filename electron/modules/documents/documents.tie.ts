import type { ReadDb, WriteDb } from '../../db/types';
import { tieChildren } from '../children';
import { ContractDraftEntity, DocumentEntity } from './document.entity';
import { TransferEntity } from './transfer.entity';

const ofChild = (db: ReadDb, childId: string): DocumentEntity[] =>
  db
    .table(DocumentEntity)
    .where({})
    .filter((row) => row.childIds.includes(childId));

/** Issued contracts and the journal of transfers outlive the record under retention: their number and bytes stay. */
tieChildren({
  name: 'documents',
  stays: true,
  count: (db: ReadDb, childId: string) => ofChild(db, childId).length,
  move: (db: WriteDb, from: string, to: string) => {
    const replaced = (ids: string[]): string[] => ids.map((id) => (id === from ? to : id));
    for (const row of ofChild(db, from)) db.table(DocumentEntity).update(row.id, { childIds: replaced(row.childIds) });
    for (const draft of db.table(ContractDraftEntity).where({}))
      if (draft.childIds.includes(from)) db.table(ContractDraftEntity).update(draft.id, { childIds: replaced(draft.childIds) });
    for (const row of db.table(TransferEntity).where({ childId: from })) db.table(TransferEntity).update(row.id, { childId: to });
  },
  remove: (db: WriteDb, childId: string) => {
    for (const draft of db.table(ContractDraftEntity).where({ issuedAs: null }))
      if (draft.childIds.includes(childId)) db.table(ContractDraftEntity).remove(draft.id);
  },
});
