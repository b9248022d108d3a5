import type { Migration } from '../../migrator';
import { clinicalCore } from './0010-core';

export const clinicalMigrations: readonly Migration[] = [clinicalCore];
