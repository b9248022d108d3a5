/** What the psychologist's rooms (assessments, interviews, sessions, art therapy, extracts) build on. */
export {
  ClinicalAmendmentEntity,
  ClinicalCaseEntity,
  ClinicalDraftEntity,
  ClinicalFileEntity,
  ClinicalHandoverEntity,
  ClinicalRecordEntity,
} from './clinical.entity';
export { clinicalHandlers, type ClinicalTodaySource } from './clinical.handlers';
export { Merge, merged, same, type Changes } from './clinical.changes';
export { addAttachment, filesOf, filesOfClinicalRoom } from './clinical.files';
export {
  canonicalContent,
  draftRecord,
  dropDraft,
  isAsSigned,
  openRecord,
  recordHeader,
  signRecord,
  touchRecord,
  visibleRecord,
  withdrawRecord,
} from './clinical.records';
export { factsOf, tieSubject, visibleRecords, visibleSubject, type SubjectFacts } from './clinical.subjects';
export { tieRecords, type RecordTie } from './clinical.ties';
export { noteTermDays } from './clinical.terms';
