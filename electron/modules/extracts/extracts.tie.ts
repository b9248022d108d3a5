import { tieChildren } from '../children';
import { ReleasedExtractEntity } from './extract.entity';
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
