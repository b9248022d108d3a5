import type { Subject } from '../../../../shared/modules/clinical/clinical.model';

export function AssessmentsSection(_: { subject: Subject }) {
  return null;
}
