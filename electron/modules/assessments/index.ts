import './assessments.tie';
/** What the rooms to the right (conclusions, extracts) may use of tests. */
export {
  AssessmentAlertEntity,
  AssessmentEntity,
  AssessmentResultEntity,
  ExternalResultEntity,
  InstrumentDefinitionEntity,
  ProjectiveWorkEntity,
  RespondentEntity,
} from './assessment.entity';
export { assessmentsHandlers, type SittingDesk } from './assessments.handlers';
export { todayOfAssessments } from './alerts.service';
export { course as courseOfAssessments, list as listAssessments, get as assessmentOf } from './assessments.service';
