import { tieChildren } from '../children';
import { tieRecords } from '../clinical';
import { ConclusionEntity, ExtractDraftEntity, ReleasedExtractEntity } from './extract.entity';
import { moveExtracts, removeExtracts } from './released.service';

tieChildren({
  name: 'extracts',
  stays: false,
  count: (db, childId) => db.table(ReleasedExtractEntity).count({ subjectKind: 'child', subjectId: childId }),
  move: (db, from, to) => {
    moveExtracts(db, 'child', from, to);
  },
  remove: (db, childId) => {
    removeExtracts(db, 'child', childId);
  },
});

tieRecords({
  kinds: ['extract', 'conclusion'],
  remove: ({ db }, id) => {
    db.table(ExtractDraftEntity).remove(id);
    db.table(ConclusionEntity).remove(id);
  },
  // Their headers alone name the subject; what was released stands in the records and moved with the child there.
  moveSubject: () => undefined,
});
