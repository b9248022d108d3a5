import type { CaseSubject } from '../../../shared/modules/sessions/casework.model';

const room = '/psychology/casework';
export type WorkForm = 'request' | 'plan' | 'session' | 'disclosure' | 'closing';

/** Addresses inside the room of individual work. A record's own address is `paths.clinicalRecord`. */
export const work = {
  room: () => room,
  of: (subject: CaseSubject) => `${room}/of/${subject.kind}/${subject.id}`,
  form: (subject: CaseSubject, form: WorkForm) => `${room}/of/${subject.kind}/${subject.id}/${form}`,
  session: (id: string) => `${room}/session/${id}`,
  editSession: (id: string) => `${room}/session/${id}/edit`,
  disclosure: (id: string) => `${room}/disclosure/${id}`,
} as const;
