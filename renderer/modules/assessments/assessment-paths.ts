const room = '/psychology/assessments';

/** Addresses inside the room of tests. A measurement's own address is `paths.clinicalRecord('assessment', id)`. */
export const assessmentPaths = {
  list: () => room,
  library: () => `${room}/library`,
  importFile: () => `${room}/library/import`,
  instrument: (hash: string) => `${room}/library/${hash}`,
  start: (query?: { kind?: string; id?: string; hash?: string }) => {
    const text = new URLSearchParams(Object.entries(query ?? {}).filter(([, value]) => value)).toString();
    return text === '' ? `${room}/new` : `${room}/new?${text}`;
  },
  result: (id: string) => `${room}/${id}`,
  paper: (id: string) => `${room}/${id}/paper`,
  batch: (hash?: string) => (hash ? `${room}/batch?hash=${hash}` : `${room}/batch`),
  newExternal: (query?: { kind: string; id: string }) => `${room}/external/new${query ? `?kind=${query.kind}&id=${query.id}` : ''}`,
  external: (id: string) => `${room}/external/${id}`,
  newProjective: (query?: { kind: string; id: string }) => `/psychology/projective/new${query ? `?kind=${query.kind}&id=${query.id}` : ''}`,
  projective: (id: string) => `/psychology/projective/${id}`,
} as const;
