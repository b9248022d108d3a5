import { addDays, addMonths, type PlainDate } from '../../kernel/plain-date';
import type { ContractTerms, GateItem } from './documents.model';

/** What an owner tells about one paper; documents knows papers and dates, and not whose record they come from. */
export interface PaperFact {
  kind: string;
  /** Whose it is: the id of a mentor, child, pair or member of the household. */
  subject: string;
  number: string;
  issuedOn: PlainDate | null;
  presentedOn: PlainDate | null;
  /** First and last day on which it counts; null: no such limit. */
  validFrom: PlainDate | null;
  validUntil: PlainDate | null;
  noExpiry: boolean;
  /** What it decided: a refusal closes the door even when its dates are right. */
  outcome: 'positive' | 'negative' | 'withdrawn';
  /** Why a negative one is negative, as a code with a sentence. */
  reasonCode?: string;
}

/** One paper that the jurisdiction's rules ask for, about one person. */
export interface PaperNeed {
  code: string;
  kind: string;
  subject: string;
  concerns: string;
  link: GateItem['link'];
  /** Counted from the day of issue; null: as long as the paper itself says. */
  validMonths: number | null;
  /** A paper that only identifies is shown, not collected: the day it was shown is enough. */
  shownIsEnough: boolean;
  /** Without it the gate stays closed, or only warns. */
  weight: 'required' | 'warned';
}

/**
 * The day on which the child is brought back for the last time. Every paper must still be valid then: a certificate that
 * ends between the start and the last return leaves the child with a host who may no longer host.
 */
export function lastReturn(terms: Pick<ContractTerms, 'termFrom' | 'termTo' | 'weekdays' | 'overnight'>): PlainDate | null {
  const { termFrom, termTo, weekdays, overnight } = terms;
  if (!termFrom || !termTo || termTo < termFrom) return null;
  if (weekdays.length === 0) return termTo;
  for (let day = termTo; day >= termFrom; day = addDays(day, -1)) {
    if (!weekdays.includes(weekdayOf(day))) continue;
    const back = overnight ? addDays(day, 1) : day;
    return back > termTo ? termTo : back;
  }
  return null;
}

/** 1 Monday .. 7 Sunday. */
export const weekdayOf = (date: PlainDate): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** The day a paper stops counting: what is printed on it, or the period of the rules, whichever comes first. */
export function endOf(fact: PaperFact, validMonths: number | null): PlainDate | null {
  const byRule = validMonths !== null && fact.issuedOn ? addMonths(fact.issuedOn, validMonths) : null;
  const ends = [fact.noExpiry ? null : fact.validUntil, byRule].filter((day): day is PlainDate => day !== null);
  return ends.length === 0 ? null : ends.reduce((a, b) => (a < b ? a : b));
}

type Verdict = Pick<GateItem, 'status' | 'detail'>;
const verdict = (status: GateItem['status'], code: string, params: GateItem['detail']['params'] = {}): Verdict => ({
  status,
  detail: { code, params },
});

function judgeOne(fact: PaperFact, need: PaperNeed, from: PlainDate, last: PlainDate): Verdict {
  if (fact.outcome === 'negative')
    return verdict('refused', fact.reasonCode ?? 'PAPER.NEGATIVE', { number: fact.number, issuedOn: fact.issuedOn ?? '' });
  if (fact.outcome === 'withdrawn') return verdict('refused', fact.reasonCode ?? 'PAPER.WITHDRAWN', { number: fact.number });
  if (need.shownIsEnough && !fact.issuedOn && !fact.presentedOn) return verdict('missing', 'PAPER.NOT_SHOWN');
  if (!need.shownIsEnough && !fact.issuedOn) return verdict('missing', 'PAPER.NO_DATE', { number: fact.number });
  const starts = fact.validFrom ?? fact.issuedOn;
  if (starts && starts > from) return verdict('not-yet-valid', 'PAPER.BEGINS_LATER', { validFrom: starts, termFrom: from });
  const end = endOf(fact, need.validMonths);
  if (end && end < last) return verdict('expires-too-early', 'PAPER.ENDS_EARLIER', { validUntil: end, lastReturnOn: last });
  if (need.shownIsEnough && fact.presentedOn) return verdict('ok', 'PAPER.SHOWN', { presentedOn: fact.presentedOn });
  if (end) return verdict('ok', 'PAPER.VALID_UNTIL', { validUntil: end, number: fact.number });
  return fact.number === ''
    ? verdict('ok', 'PAPER.OF_DATE', { issuedOn: fact.issuedOn ?? '' })
    : verdict('ok', 'PAPER.NUMBER_NO_EXPIRY', { number: fact.number });
}

const RANK: Record<GateItem['status'], number> = {
  ok: 0,
  accepted: 1,
  warned: 2,
  'not-yet-valid': 3,
  'expires-too-early': 4,
  missing: 5,
  refused: 6,
};

/**
 * The best of several papers of a kind counts, with one exception: the newest word wins when it is a refusal, since a
 * consent given before it no longer stands.
 */
export function judgePaper(facts: readonly PaperFact[], need: PaperNeed, from: PlainDate, last: PlainDate): Verdict {
  const own = facts.filter((fact) => fact.kind === need.kind && fact.subject === need.subject);
  const newest = [...own].sort((a, b) => (a.issuedOn ?? '').localeCompare(b.issuedOn ?? '')).at(-1);
  if (!newest) return verdict('missing', 'PAPER.MISSING');
  if (newest.outcome !== 'positive') return judgeOne(newest, need, from, last);
  return own
    .filter((fact) => fact.outcome === 'positive')
    .map((fact) => judgeOne(fact, need, from, last))
    .reduce((a, b) => (RANK[b.status] < RANK[a.status] ? b : a));
}

/** One line of the gate for one required paper. While the term is unknown a paper can only be there or not. */
export function paperItem(facts: readonly PaperFact[], need: PaperNeed, from: PlainDate | null, last: PlainDate | null, today: PlainDate): GateItem {
  const judged = judgePaper(facts, need, from ?? today, last ?? from ?? today);
  const softened: Verdict = need.weight === 'warned' && RANK[judged.status] > RANK.warned ? { ...judged, status: 'warned' } : judged;
  return { code: need.code, key: `${need.code}:${need.subject}`, concerns: need.concerns, link: need.link, ...softened };
}

/** Warnings with a recorded reason become accepted; everything else stays as judged. */
export const withReasons = (items: readonly GateItem[], reasons: Readonly<Record<string, string>>): GateItem[] =>
  items.map((item) => (item.status === 'warned' && (reasons[item.key] ?? '') !== '' ? { ...item, status: 'accepted' } : item));

export const isOpen = (items: readonly GateItem[]): boolean => items.every(({ status }) => status === 'ok' || status === 'accepted');

/** Worst first, then in the order of the rules: what is missing stands above what is in order. */
export const inOrder = (items: readonly GateItem[]): GateItem[] =>
  items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => RANK[b.item.status] - RANK[a.item.status] || a.index - b.index)
    .map(({ item }) => item);
