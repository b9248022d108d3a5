import { paths } from '../../lib/paths';
import type { Subject } from '../../../shared/modules/clinical/clinical.model';

/** Addresses of the room; a record's own address is `paths.clinicalRecord`. */
export const extractPaths = {
  list: () => '/psychology/conclusions',
  newExtract: (subject: Subject, more?: { replaces?: string; from?: string }) =>
    [paths.newExtract(subject.kind, subject.id), new URLSearchParams(more).toString()].filter((part) => part !== '').join('&'),
  newConclusion: (subject: Subject) => `/psychology/conclusions/new?kind=${subject.kind}&id=${subject.id}`,
};
