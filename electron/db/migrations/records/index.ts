import type { Migration } from '../../migrator';
import { core } from './0010-core';

/** In order. One line a step; a step that has been published never changes. */
export const recordsMigrations: readonly Migration[] = [core];
