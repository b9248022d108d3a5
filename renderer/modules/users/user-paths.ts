const base = '/administration';

export const userPaths = {
  people: () => `${base}/users`,
  invite: () => `${base}/users/new`,
  person: (id: string) => `${base}/users/${id}`,
  edit: (id: string) => `${base}/users/${id}/edit`,
  keys: () => `${base}/keys`,
  recovery: (which: 'org' | 'clin') => `/recovery/${which}`,
} as const;
