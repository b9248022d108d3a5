import type { Migration } from '../../migrator';
import { core } from './0010-core';
import { children } from './0020-children';
import { mentorsPairs } from './0030-mentors-pairs';
import { documents } from './0040-documents';
import { childFilters } from './0050-child-filters';
import { searchPages } from './0060-search-pages';
import { groups } from './0070-groups';
import { extracts } from './0080-extracts';
import { noteTerm } from './0090-note-term';

/** In order. One line a step; a step that has been published never changes. */
export const recordsMigrations: readonly Migration[] = [
  core,
  children,
  mentorsPairs,
  documents,
  childFilters,
  searchPages,
  groups,
  extracts,
  noteTerm,
];
