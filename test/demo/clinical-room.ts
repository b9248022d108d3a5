import { planCandidates } from './clinical-candidates';
import { planCasework } from './clinical-casework';
import { planExtracts } from './clinical-extracts';
import { planWaves } from './clinical-waves';
import { planGroups, type Place } from './clinical-groups';
import type { Timeline } from './timeline';

/** Ids that the records' part of the timeline fills in as it goes. */
export interface People {
  children: string[];
  mentors: string[];
  opened: string[];
}

/** Ten months of the psychologist's room. */
export function planClinicalRoom(timeline: Timeline, people: People, place: Place): void {
  planCandidates(timeline, people.mentors);
  planWaves(timeline, people.children);
  planCasework(timeline, people.children);
  planGroups(timeline, people.children, place);
  planExtracts(timeline, people);
}
