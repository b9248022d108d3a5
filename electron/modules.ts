import type { RegisteredModule } from './ipc/register';
import { ClinicalMemberEntity, type FileOwner, type VaultSchema } from './modules/session';
import { auditHandlers, JournalEntity, JournalKeyEntity, type AuditDesk } from './modules/audit';
import { backupHandlers, restoreModule, todayOfBackup, type BackupDesk } from './modules/backup';
import {
  ContractDraftEntity,
  DocumentEntity,
  DocumentFileEntity,
  DocumentNumberEntity,
  documentsHandlers,
  RuleParametersEntity,
  TemplateVersionEntity,
  todayOfDocuments,
  TransferEntity,
} from './modules/documents';
import { AuthorityEntity, InstitutionEntity, institutionsHandlers, OrganisationEntity, ProgrammeEntity } from './modules/institutions';
import { candidatesHandlers, MentorEntity, MentorInstitutionEntity, MentorPaperEntity } from './modules/candidates';
import {
  ChildDetailEntity,
  ChildEntity,
  ChildEventEntity,
  ChildFileEntity,
  childrenHandlers,
  ChildTombstoneEntity,
  filesOfChildren,
  todayOfChildren,
} from './modules/children';
import { ConclusionEntity, ExtractDraftEntity, extractsHandlers, ReleasedExtractEntity, todayOfExtracts } from './modules/extracts';
import { ChildVoiceEntity, mentorshipsHandlers, PairEntity, PairStageEntity } from './modules/mentorships';
import {
  ClinicalAmendmentEntity,
  ClinicalCaseEntity,
  ClinicalDraftEntity,
  ClinicalFileEntity,
  ClinicalHandoverEntity,
  clinicalHandlers,
  ClinicalRecordEntity,
  filesOfClinicalRoom,
  type ClinicalTodaySource,
} from './modules/clinical';
import { caseworkEntities, sessionsHandlers, todayOfSessions } from './modules/sessions';
import {
  AssessmentAlertEntity,
  AssessmentEntity,
  AssessmentResultEntity,
  assessmentsHandlers,
  ExternalResultEntity,
  InstrumentDefinitionEntity,
  ProjectiveWorkEntity,
  RespondentEntity,
  todayOfAssessments,
  type SittingDesk,
} from './modules/assessments';
import { InterviewEntity, InterviewGuideEntity, interviewsHandlers, todayOfInterviews } from './modules/interviews';
import { artTherapyHandlers, groupEntities, sealedGroupEntities, todayOfArtTherapy } from './modules/art-therapy';
import { DraftEntity, SavedViewEntity, SettingEntity, settingsHandlers, type TodaySource } from './modules/settings';
import { EmergencyAccessEntity, UserEntity, usersHandlers, type KeyDesk } from './modules/users';
import { recordsMigrations } from './db/migrations/records';
import { clinicalMigrations } from './db/migrations/clinical';
import type { Vault } from './vault';

/** The tables of both vaults. Clinical tables are never named in the records' list: no connection knows both. */
export const schemas: Record<Vault, VaultSchema> = {
  records: {
    entities: [
      JournalEntity,
      JournalKeyEntity,
      UserEntity,
      OrganisationEntity,
      InstitutionEntity,
      AuthorityEntity,
      ProgrammeEntity,
      SettingEntity,
      DraftEntity,
      SavedViewEntity,
      ChildEntity,
      ChildDetailEntity,
      ChildFileEntity,
      ChildEventEntity,
      ChildTombstoneEntity,
      MentorEntity,
      MentorInstitutionEntity,
      MentorPaperEntity,
      PairEntity,
      PairStageEntity,
      ChildVoiceEntity,
      ReleasedExtractEntity,
      ...groupEntities,
      ContractDraftEntity,
      DocumentEntity,
      DocumentFileEntity,
      DocumentNumberEntity,
      TemplateVersionEntity,
      RuleParametersEntity,
      TransferEntity,
    ],
    migrations: recordsMigrations,
  },
  clinical: {
    entities: [
      JournalEntity,
      JournalKeyEntity,
      ClinicalMemberEntity,
      EmergencyAccessEntity,
      ClinicalRecordEntity,
      ClinicalAmendmentEntity,
      ClinicalFileEntity,
      ClinicalDraftEntity,
      ClinicalCaseEntity,
      ClinicalHandoverEntity,
      InstrumentDefinitionEntity,
      AssessmentEntity,
      AssessmentResultEntity,
      AssessmentAlertEntity,
      ExternalResultEntity,
      ProjectiveWorkEntity,
      RespondentEntity,
      ExtractDraftEntity,
      ConclusionEntity,
      InterviewEntity,
      InterviewGuideEntity,
      ...caseworkEntities,
      ...sealedGroupEntities,
    ],
    migrations: clinicalMigrations,
  },
};

/** Every table whose rows own files of the store, asked before files that nothing owns are cleared. */
export const fileOwners: Record<Vault, readonly FileOwner[]> = { records: [filesOfChildren], clinical: [filesOfClinicalRoom] };

const todaySources: readonly TodaySource[] = [todayOfDocuments, todayOfChildren, todayOfBackup];

const clinicalTodaySources: readonly ClinicalTodaySource[] = [
  todayOfExtracts,
  todayOfAssessments,
  todayOfInterviews,
  todayOfSessions,
  todayOfArtTherapy,
];

/** Every module with its handlers: the composition that both hosts share. */
export function modules(desk: KeyDesk & AuditDesk & BackupDesk & SittingDesk): RegisteredModule[] {
  return [
    usersHandlers(desk),
    institutionsHandlers,
    childrenHandlers,
    candidatesHandlers,
    clinicalHandlers(clinicalTodaySources, desk),
    assessmentsHandlers(desk),
    interviewsHandlers,
    sessionsHandlers,
    artTherapyHandlers,
    extractsHandlers,
    mentorshipsHandlers,
    documentsHandlers,
    auditHandlers(desk),
    backupHandlers(desk),
    restoreModule,
    settingsHandlers(todaySources),
  ];
}
