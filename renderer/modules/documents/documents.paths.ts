/** Addresses inside the room of documents. */
export const desk = {
  register: () => '/documents/register',
  templates: () => '/documents/templates',
  template: (id: string) => `/documents/templates/${id}`,
  rules: () => '/documents/rules',
  newContract: () => '/documents/contracts/new',
  /** `field` opens the terms at that field. */
  contract: (draftId: string, field?: string) => `/documents/contracts/${draftId}${field ? `?field=${field}` : ''}`,
} as const;
