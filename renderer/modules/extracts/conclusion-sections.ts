/** Sections of the two conclusions in the order of the paper (documents.md 3.2 g). */
export const SECTIONS = {
  candidate: ['motivation', 'resources', 'risks', 'viewOfParents', 'expectations', 'supervision'],
  pair: ['meetingsObserved', 'contact', 'boundaries', 'safety', 'childAttitude', 'compatibility'],
} as const;

/** Every text that a source's line can be put into. */
export const textsOf = (kind: keyof typeof SECTIONS) => [...SECTIONS[kind], 'grounds', 'conditions'] as const;
export type ConclusionText = ReturnType<typeof textsOf>[number];
