const base = '/administration';

export const institutionPaths = {
  list: () => `${base}/institutions`,
  organisation: () => `${base}/organisation`,
  newHouse: () => `${base}/institutions/new`,
  house: (id: string) => `${base}/institutions/${id}`,
  newAuthority: () => `${base}/authorities/new`,
  authority: (id: string) => `${base}/authorities/${id}`,
  programmes: () => `${base}/programmes`,
  newProgramme: () => `${base}/programmes/new`,
  programme: (id: string) => `${base}/programmes/${id}`,
} as const;
