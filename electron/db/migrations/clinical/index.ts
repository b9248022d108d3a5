import type { Migration } from '../../migrator';
import { clinicalCore } from './0010-core';
import { clinicalRoom } from './0020-room';

export const clinicalMigrations: readonly Migration[] = [clinicalCore, clinicalRoom];
