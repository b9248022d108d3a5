import type { Migration } from '../../migrator';
import { clinicalCore } from './0010-core';
import { clinicalRoom } from './0020-room';
import { assessments } from './0030-assessments';
import { clinicalInterviews } from './0040-interviews';
import { clinicalCasework } from './0050-casework';
import { clinicalGroups } from './0060-groups';
import { conclusions } from './0070-conclusions';
import { emergency } from './0080-emergency';

export const clinicalMigrations: readonly Migration[] = [
  clinicalCore,
  clinicalRoom,
  assessments,
  clinicalInterviews,
  clinicalCasework,
  clinicalGroups,
  conclusions,
  emergency,
];
