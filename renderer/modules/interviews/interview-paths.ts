const room = '/psychology/interviews';

/** Addresses inside the room of interviews. An interview's own address is `paths.clinicalRecord('interview', id)`. */
export const interviewPaths = {
  list: () => room,
  guides: () => `${room}/guides`,
  guide: (guideId: string, version?: number) =>
    version === undefined ? `${room}/guides/${guideId}` : `${room}/guides/${guideId}/${String(version)}`,
  editGuide: (guideId: string) => `${room}/guides/${guideId}/edit`,
  newGuide: (from: string) => `${room}/guides/new/${from}`,
} as const;
