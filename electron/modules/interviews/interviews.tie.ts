import { tieRecords } from '../clinical';
import { guideOfVersion } from './guides.service';
import { InterviewEntity } from './interview.entity';
import { sealedContent } from './interviews.record';

tieRecords({
  kinds: ['interview'],
  remove: ({ db }, id) => {
    db.table(InterviewEntity).remove(id);
  },
  moveSubject: ({ db }, from, to) => {
    db.run('UPDATE "interview" SET "subject_id" = ? WHERE "subject_kind" = ? AND "subject_id" = ?', to.id, from.kind, from.id);
  },
  sealed: (tx, id) => {
    const row = tx.db.table(InterviewEntity).byId(id);
    return row && sealedContent(row, guideOfVersion(tx, row.guideId, row.guideVersion));
  },
});
