import { tieRecords } from '../clinical';
import { AssessmentAlertEntity, AssessmentEntity, AssessmentResultEntity, ExternalResultEntity, ProjectiveWorkEntity } from './assessment.entity';

tieRecords({
  kinds: ['assessment', 'projective'],
  // A result from outside is an assessment's header with a row of its own.
  remove: ({ db }, id) => {
    for (const result of db.table(AssessmentResultEntity).where({ assessmentId: id })) db.table(AssessmentResultEntity).remove(result.id);
    for (const alert of db.table(AssessmentAlertEntity).where({ assessmentId: id })) db.table(AssessmentAlertEntity).remove(alert.id);
    for (const entity of [AssessmentEntity, ExternalResultEntity, ProjectiveWorkEntity]) db.table<{ id: string }>(entity).remove(id);
  },
  moveSubject: ({ db }, from, to) => {
    db.run('UPDATE "assessment" SET "subject_id" = ? WHERE "subject_id" = ?', to.id, from.id);
  },
});
