import { answerTo, inFormOrder } from './answers';
import type { AnswerOption, Instrument, Item } from './instrument.model';
import { optionsOf } from './options';
import type { Answers } from './result.model';

/** What one digit key means for an item. */
export interface DigitKey {
  key: string;
  value: number;
}

/**
 * One key for an answer. Where all values are whole and between 0 and 9 the key is the value itself, as it is printed on the
 * form; else it is the option's place, from 1, and 0 for the tenth. Sets of more options have no keys.
 */
export function digitKeys(options: readonly AnswerOption[]): DigitKey[] {
  const areDigits = options.every(({ value }) => Number.isInteger(value) && value >= 0 && value <= 9);
  if (areDigits) return options.map(({ value }) => ({ key: String(value), value }));
  return options.length > 10 ? [] : options.map(({ value }, index) => ({ key: String((index + 1) % 10), value }));
}

/** The answer that a digit key gives to an item, or null when it gives none. */
export const answerByKey = (instrument: Pick<Instrument, 'optionSets'>, item: Pick<Item, 'options'>, key: string): number | null =>
  digitKeys(optionsOf(instrument, item)).find((one) => one.key === key)?.value ?? null;

export interface EntryDifference {
  item: string;
  n: number;
  first: number | null;
  second: number | null;
}

/** The fields in which two entries of one paper form differ, in the form's order; the paper decides which is right. */
export function entryDifferences(instrument: Pick<Instrument, 'items'>, first: Answers, second: Answers): EntryDifference[] {
  return inFormOrder(instrument).flatMap(({ id, n }): EntryDifference[] => {
    const [one, other] = [answerTo(first, id), answerTo(second, id)];
    return one === other ? [] : [{ item: id, n, first: one, second: other }];
  });
}
