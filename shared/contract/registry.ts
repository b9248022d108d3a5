import { artTherapyContract } from '../modules/art-therapy/art-therapy.contract';
import { extractsContract } from '../modules/extracts/extracts.contract';
import { assessmentsContract } from '../modules/assessments/assessments.contract';
import { documentsContract } from '../modules/documents/documents.contract';
import { childrenContract } from '../modules/children/children.contract';
import { auditContract } from '../modules/audit/audit.contract';
import { backupContract, restoreContract } from '../modules/backup/backup.contract';
import { clinicalContract } from '../modules/clinical/clinical.contract';
import { candidatesContract } from '../modules/candidates/candidates.contract';
import { mentorshipsContract } from '../modules/mentorships/mentorships.contract';
import { interviewsContract } from '../modules/interviews/interviews.contract';
import { institutionsContract } from '../modules/institutions/institutions.contract';
import { sessionContract } from '../modules/session/session.contract';
import { sessionsContract } from '../modules/sessions/sessions.contract';
import { settingsContract } from '../modules/settings/settings.contract';
import { usersContract } from '../modules/users/users.contract';

/** Every request that exists. A module joins with one line here, one in electron/modules.ts, one in renderer/app/modules.ts. */
export const contract = {
  session: sessionContract,
  users: usersContract,
  institutions: institutionsContract,
  children: childrenContract,
  candidates: candidatesContract,
  clinical: clinicalContract,
  assessments: assessmentsContract,
  interviews: interviewsContract,
  sessions: sessionsContract,
  'art-therapy': artTherapyContract,
  extracts: extractsContract,
  mentorships: mentorshipsContract,
  documents: documentsContract,
  audit: auditContract,
  backup: backupContract,
  restore: restoreContract,
  settings: settingsContract,
} as const;
