import type { ReadDb, WriteDb } from '../../db/types';

/**
 * What other modules keep about a child. Children stands left of them and may not call them, so each of them
 * hands in its tie when the program is composed: merging moves the tied rows, erasing removes them or says why they stay.
 */
export interface ChildTie {
  name: string;
  count(db: ReadDb, childId: string): number;
  /** True for papers that must outlive the record (an issued contract under retention). */
  stays: boolean;
  move(db: WriteDb, from: string, to: string): void;
  remove(db: WriteDb, childId: string): void;
}

const ties: ChildTie[] = [];

export function tieChildren(tie: ChildTie): void {
  if (!ties.some((one) => one.name === tie.name)) ties.push(tie);
}

export const childTies = (): readonly ChildTie[] => ties;
