import type { AnswerOption, Instrument, Item } from './instrument.model';

/** The lowest and the highest value of an option set, and whether every option's mirror between them is an option too. */
export interface Ends {
  min: number;
  max: number;
  mirrored: boolean;
}

export function endsOf(set: readonly AnswerOption[]): { min: number; max: number } {
  const values = set.map((option) => option.value);
  return { min: Math.min(...values), max: Math.max(...values) };
}

/** min + max - x, with the ends of the option set and never of the answers seen (instruments.md B.1, rule 3). */
export const reversed = (value: number, ends: { min: number; max: number }): number => ends.min + ends.max - value;

export function reversesOntoItself(set: readonly AnswerOption[]): boolean {
  const ends = endsOf(set);
  return set.every((option) => set.some((other) => Math.abs(other.value - reversed(option.value, ends)) < 1e-9));
}

/** The options of an item in the order in which they are shown. */
export function optionsOf(instrument: Pick<Instrument, 'optionSets'>, item: Pick<Item, 'options'>): readonly AnswerOption[] {
  return Object.hasOwn(instrument.optionSets, item.options) ? (instrument.optionSets[item.options] ?? []) : [];
}

export const isOption = (options: readonly AnswerOption[], value: number): boolean => options.some((option) => option.value === value);
