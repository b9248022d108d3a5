import type { Language } from '../../shared/kernel/roles';
import type { Instrument } from '../../shared/modules/assessments/instrument.model';
import type { Subject } from '../../shared/modules/clinical/clinical.model';
import { Chance } from './chance';
import { before, uuid, type Driver } from './driver';

/** How much of a scale's range a person reaches, 0 to 1, by the scale's id; `all` stands for every scale. */
export type Wish = Readonly<Record<string, number>>;

export interface Measurement {
  instrument: string;
  subject: Subject;
  daysAgo: number;
  wish: Wish;
  language?: Language;
  place?: string;
  note?: string;
  /** Answers that are not left to chance. */
  fixed?: Record<string, number | null>;
  seed: number;
}

interface Known {
  hash: string;
  instrument: Instrument;
}
const library = new Map<string, Known>();

async function definitionOf(driver: Driver, id: string): Promise<Known> {
  const known = library.get(id);
  if (known) return known;
  const card = (await driver.call('assessments.instruments', {})).find((one) => one.instrumentId === id && !one.retired);
  if (!card) throw new Error(`no ${id} in the library`);
  const { instrument } = await driver.call('assessments.instrument', { hash: card.hash });
  library.set(id, { hash: card.hash, instrument });
  return { hash: card.hash, instrument };
}

/** Answers as somebody with these scores might give them: near the wish, never all alike. */
export function answersBy(instrument: Instrument, wish: Wish, chance: Chance): Record<string, number> {
  const answers: Record<string, number> = {};
  for (const item of instrument.items) {
    const values = (instrument.optionSets[item.options ?? ''] ?? []).map(({ value }) => value).toSorted((a, b) => a - b);
    const [low, high] = [values[0] ?? 0, values.at(-1) ?? 0];
    const scale = instrument.scales.find((one) => one.items.some(({ id }) => id === item.id));
    const sign = scale?.items.find(({ id }) => id === item.id)?.sign ?? 1;
    const level = wish[scale?.id ?? ''] ?? wish['all'] ?? 0.5;
    const reached = (sign < 0 ? 1 - level : level) + chance.between(-0.16, 0.16);
    answers[item.id] = Math.min(high, Math.max(low, Math.round(low + reached * (high - low))));
  }
  return answers;
}

/** A form filled in on paper and entered on the same day. */
export async function measure(driver: Driver, one: Measurement): Promise<string> {
  const { hash, instrument } = await definitionOf(driver, one.instrument);
  const id = uuid();
  await driver.call('assessments.start', {
    id,
    subject: one.subject,
    hash,
    testDate: before(one.daysAgo),
    language: one.language ?? 'ru',
    given: 'paper',
    respondent: 'self',
    place: one.place ?? 'кабинет психолога',
    note: one.note ?? '',
  });
  const answers = { ...answersBy(instrument, one.wish, new Chance(one.seed)), ...one.fixed };
  await driver.call('assessments.answer', { id, answers });
  await driver.call('assessments.finish', { id });
  return id;
}

export const child = (id: string | undefined): Extract<Subject, { kind: 'child' }> => ({ kind: 'child', id: (id ?? '') as never });
export const mentor = (id: string | undefined): Extract<Subject, { kind: 'mentor' }> => ({ kind: 'mentor', id: (id ?? '') as never });
