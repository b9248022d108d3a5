import { addDays, type PlainDate } from '../../../shared/kernel/plain-date';
import type { Tone } from '../../ui';
import type { Mentor } from './candidate.page';

export type MentorPaper = Mentor['papers'][number];

const SOON_DAYS = 30;

/** How a paper stands today. Whether it is enough for a contract is said by the contract itself. */
export function stateOf(
  paper: MentorPaper,
  today: PlainDate,
): { key: 'struck' | 'negative' | 'noExpiry' | 'ended' | 'ending' | 'valid'; tone: Tone } {
  if (paper.struckOn !== null) return { key: 'struck', tone: 'mute' };
  if (paper.outcome === 'negative') return { key: 'negative', tone: 'alarm' };
  if (paper.validUntil === null) return { key: 'noExpiry', tone: 'ok' };
  if (paper.validUntil < today) return { key: 'ended', tone: 'alarm' };
  return paper.validUntil <= addDays(today, SOON_DAYS) ? { key: 'ending', tone: 'warn' } : { key: 'valid', tone: 'ok' };
}

/** Whom a paper is about, by name. */
export function personOf(mentor: Mentor, subject: MentorPaper['subject'], words: { mentor: string; spouse: string }): string {
  if (subject === 'mentor') return words.mentor;
  if (subject === 'spouse') return words.spouse;
  return mentor.fields.household.find((member) => member.id === subject)?.name ?? '';
}
