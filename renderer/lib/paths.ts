/** Addresses of records. A screen links by these, so that a changed route is one change. */
export const paths = {
  today: () => '/',
  preferences: () => '/preferences',
  restore: () => '/restore',
  backup: () => '/administration/backup',
  children: () => '/children',
  newChild: () => '/children/new',
  child: (id: string, tab?: string) => (tab ? `/children/${id}/${tab}` : `/children/${id}`),
  candidates: () => '/candidates',
  newCandidate: () => '/candidates/new',
  candidate: (id: string, tab?: string) => (tab ? `/candidates/${id}/${tab}` : `/candidates/${id}`),
  pairs: () => '/pairs',
  pair: (id: string) => `/pairs/${id}`,
  documents: () => '/documents',
  document: (id: string) => `/documents/${id}`,
  psychology: () => '/psychology',
  administration: () => '/administration',
} as const;
