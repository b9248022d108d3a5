import { ageOn, type PlainDate } from '../../kernel/plain-date';
import type { ChildId } from '../../kernel/ids';
import { ADULT_AGE } from '../candidates/candidates.rules';
import type { FieldError } from '../../kernel/errors';
import type { Blocker, ChildVoiceFields } from './mentorships.model';

/** Ages as the programme has set them. */
export interface PairAges {
  childFrom: number;
  childTo: number;
  /** What an age outside the programme's own limits does. */
  outside: 'warned' | 'refused';
  mentorFrom: number;
  /** Years by which the mentor should be older than the child. */
  gap: number;
}

/** Both are people of the programme: fewer years apart and the mentor is a peer. A warning, since no act names a figure. */
export const USUAL_AGE_GAP = 7;

export interface PairFacts {
  childId: ChildId;
  childBirth: PlainDate;
  childIsReady: boolean;
  childHasPair: boolean;
  mentorBirth: PlainDate;
  on: PlainDate;
}

/** Everything that speaks against this pair on this date. */
export function whyNotPair(facts: PairFacts, ages: PairAges): Blocker[] {
  const found: Blocker[] = [];
  const add = (code: Blocker['code'], weight: Blocker['weight'], params: Blocker['params'] = {}) =>
    found.push({ childId: facts.childId, code, weight, params });
  const child = ageOn(facts.childBirth, facts.on);
  const mentor = ageOn(facts.mentorBirth, facts.on);

  if (facts.childHasPair) add('PAIR.CHILD_ALREADY_PAIRED', 'refused');
  else if (!facts.childIsReady) add('PAIR.CHILD_NOT_READY', 'refused');
  if (facts.mentorBirth >= facts.childBirth) add('PAIR.MENTOR_YOUNGER', 'refused');
  else if (mentor < ADULT_AGE) add('PAIR.MENTOR_NOT_ADULT', 'refused', { age: mentor, least: ADULT_AGE });
  else {
    if (mentor < ages.mentorFrom) add('PAIR.MENTOR_TOO_YOUNG', ages.outside, { age: mentor, least: ages.mentorFrom });
    if (mentor - child < ages.gap) add('PAIR.AGE_GAP_SMALL', 'warned', { gap: mentor - child, usual: ages.gap });
  }
  if (child < ages.childFrom) add('PAIR.CHILD_TOO_YOUNG', ages.outside, { age: child, least: ages.childFrom });
  if (child > ages.childTo) add('PAIR.CHILD_TOO_OLD', ages.outside, { age: child, most: ages.childTo });
  return found;
}

export function wrongVoice(voice: ChildVoiceFields, childBirth: PlainDate, today: PlainDate): FieldError[] {
  const wrong: FieldError[] = [];
  if (voice.saidOn > today) wrong.push({ path: 'voice.saidOn', code: 'DATE.IN_FUTURE' });
  if (voice.saidOn < childBirth) wrong.push({ path: 'voice.saidOn', code: 'DATE.BEFORE_BIRTH' });
  if (voice.termTo < voice.termFrom) wrong.push({ path: 'voice.termTo', code: 'DATE.ENDS_BEFORE_START' });
  if (voice.decision === 'agrees-if' && voice.condition.trim() === '') wrong.push({ path: 'voice.condition', code: 'TEXT.REQUIRED' });
  return wrong;
}
