export interface SheetColumn {
  title: string;
  /** Width in characters. */
  width: number;
}

export interface SheetHead {
  title: string;
  columns: SheetColumn[];
}

export type SheetRow = (string | number | null)[];

/** One sheet for one worker: the head, its rows in portions, the end. */
export type SheetPart = { kind: 'head'; head: SheetHead } | { kind: 'rows'; rows: SheetRow[] } | { kind: 'end' };

export type SheetAnswer = { kind: 'done'; bytes: Uint8Array } | { kind: 'failed'; name: string };
