import { checkGroups, pickGroups } from '../../vault';

/** Groups of four on one sheet; the second half sheet goes on counting from 15. */
export const GROUPS = 14;
const ASKED = 4;

/** A paper key that its own session still remembers, with the groups that must be typed back. */
export interface Sheet {
  text: string;
  halves: [string, string] | null;
  challenge: number[];
}

export const newSheet = (text: string): Sheet => ({ text, halves: null, challenge: pickGroups(ASKED) });

/** Printed as two halves: both must be read back, each by the person who will keep it. */
export function asHalves(sheet: Sheet, halves: [string, string]): Sheet {
  return { ...sheet, halves, challenge: [...pickGroups(ASKED), ...pickGroups(ASKED).map((group) => group + GROUPS)] };
}

/** The numbers of the typed groups that differ from the paper. */
export function wrongGroups(sheet: Sheet, typed: readonly { index: number; text: string }[]): number[] {
  const pick = (from: number): Record<number, string> =>
    Object.fromEntries(typed.filter((group) => group.index > from && group.index <= from + GROUPS).map((group) => [group.index - from, group.text]));
  const [first, second] = sheet.halves ?? [sheet.text, null];
  const wrong = checkGroups(first, pick(0));
  return second === null ? wrong : [...wrong, ...checkGroups(second, pick(GROUPS)).map((group) => group + GROUPS)];
}
