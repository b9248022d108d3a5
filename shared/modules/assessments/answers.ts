import { holds } from './expression';
import type { Instrument, Item } from './instrument.model';
import { isOption, optionsOf } from './options';
import type { AnswerError, Answers } from './result.model';

/** An answer by its item; null while unanswered. Only own properties count, so no name of the language can pass for an answer. */
export const answerTo = (answers: Answers, item: string): number | null => (Object.hasOwn(answers, item) ? (answers[item] ?? null) : null);

/** Rule 1: every answer belongs to an item of this instrument and to its option set. */
export function checkAnswers(instrument: Instrument, answers: Answers): AnswerError[] {
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  const errors: AnswerError[] = [];
  for (const [id, value] of Object.entries(answers)) {
    const item = items.get(id);
    if (!item) errors.push({ item: id, code: 'ANSWER.UNKNOWN_ITEM' });
    else if (value !== null && (typeof value !== 'number' || !Number.isFinite(value))) errors.push({ item: id, code: 'ANSWER.NOT_A_NUMBER' });
    else if (value !== null && !isOption(optionsOf(instrument, item), value)) errors.push({ item: id, code: 'ANSWER.NOT_AN_OPTION' });
  }
  return errors;
}

export const inFormOrder = (instrument: Pick<Instrument, 'items'>): Item[] => instrument.items.toSorted((a, b) => a.n - b.n);

export interface FilledForm {
  /** What each item counts as: the answer given, the value of a skip, or nothing. */
  values: ReadonlyMap<string, number>;
  skipped: readonly string[];
  missing: readonly string[];
  requiredMissing: readonly string[];
  /** The form said to pass over them, and yet they have an answer: it counts, and is flagged. */
  answeredThoughSkipped: readonly string[];
}

/** Follows the form from its first item: a skip may depend on earlier skips. */
export function filledForm(instrument: Pick<Instrument, 'items'>, answers: Answers): FilledForm {
  const values = new Map<string, number>();
  const [skipped, missing, requiredMissing, answeredThoughSkipped]: string[][] = [[], [], [], []];
  for (const item of inFormOrder(instrument)) {
    const given = answerTo(answers, item.id);
    const isSkipped = item.skipIf !== undefined && holds(item.skipIf, (ref) => values.get(ref.id) ?? null);
    if (given !== null) {
      values.set(item.id, given);
      if (isSkipped) answeredThoughSkipped?.push(item.id);
    } else if (isSkipped) {
      skipped?.push(item.id);
      if (item.skipValue !== undefined) values.set(item.id, item.skipValue);
    } else {
      missing?.push(item.id);
      if (item.required === true) requiredMissing?.push(item.id);
    }
  }
  return {
    values,
    skipped: skipped ?? [],
    missing: missing ?? [],
    requiredMissing: requiredMissing ?? [],
    answeredThoughSkipped: answeredThoughSkipped ?? [],
  };
}

/** The items that this person is to be asked, in order, given the answers so far. */
export function askedItems(instrument: Pick<Instrument, 'items'>, answers: Answers): Item[] {
  const skipped = new Set(filledForm(instrument, answers).skipped);
  return inFormOrder(instrument).filter((item) => !skipped.has(item.id));
}

/** The first item after `current` (or at all) that is asked; null at the end of the form. */
export function nextItem(instrument: Pick<Instrument, 'items'>, answers: Answers, current: string | null): Item | null {
  const from = instrument.items.find((item) => item.id === current)?.n ?? 0;
  return askedItems(instrument, answers).find((item) => item.n > from) ?? null;
}

/** The item asked before `current`; null at the beginning. */
export function previousItem(instrument: Pick<Instrument, 'items'>, answers: Answers, current: string): Item | null {
  const from = instrument.items.find((item) => item.id === current)?.n ?? 0;
  return askedItems(instrument, answers).findLast((item) => item.n < from) ?? null;
}
