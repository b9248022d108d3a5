import type { Subject } from '../../../shared/modules/clinical/clinical.model';

const asked = (subject: Subject, more: Record<string, string> = {}): string =>
  new URLSearchParams({ kind: subject.kind, id: subject.id, ...more }).toString();

/** Addresses of the room; a record's own address is `paths.clinicalRecord`. */
export const extractPaths = {
  list: () => '/psychology/conclusions',
  newExtract: (subject: Subject, more?: { replaces?: string; from?: string }) => `/psychology/extracts/new?${asked(subject, more)}`,
  newConclusion: (subject: Subject) => `/psychology/conclusions/new?${asked(subject)}`,
};
