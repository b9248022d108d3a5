/** Addresses of groups: in the psychologist's room, and, without anything sealed, for educators. */
export const groupPaths = {
  room: () => '/psychology/groups',
  group: (id: string) => `/psychology/groups/${id}`,
  scales: () => '/psychology/groups/scales',
  session: (id: string) => `/psychology/group-sessions/${id}`,
  course: (childId: string, groupId?: string) => `/psychology/group-course/${childId}${groupId ? `/${groupId}` : ''}`,
  shared: () => '/groups',
  sharedGroup: (id: string) => `/groups/${id}`,
  sharedSession: (id: string) => `/groups/sessions/${id}`,
} as const;
