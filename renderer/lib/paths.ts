const ROOM_OF: Record<string, string> = {
  assessment: 'assessments',
  external: 'assessments/external',
  projective: 'projective',
  interview: 'interviews',
  request: 'casework/request',
  plan: 'casework/plan',
  session: 'casework/session',
  closing: 'casework/closing',
  disclosure: 'casework/disclosure',
  'group-session': 'group-sessions',
  conclusion: 'conclusions',
  extract: 'extracts',
};

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
  /** Every clinical record has its own address, in the room of its kind. */
  clinicalRecord: (kind: string, id: string) => `/psychology/${ROOM_OF[kind] ?? kind}/${id}`,
  /** A new extract from what stands about this child, candidate or pair. */
  newExtract: (kind: string, id: string) => `/psychology/extracts/new?kind=${kind}&id=${id}`,
  /** The psychologist's side of a child, a candidate, a pair, a group or a respondent. */
  clinicalCase: (kind: string, id: string) => `/psychology/case/${kind}/${id}`,
  administration: () => '/administration',
} as const;
