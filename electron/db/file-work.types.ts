/** One job for the file worker. Keys cross as transferred bytes: the sender's copy is detached, the worker zeroes its own. */
export type FileWorkRequest =
  | { work: 'vacuum-into'; file: string; key: Uint8Array; target: string }
  | { work: 'rekey'; file: string; key: Uint8Array; newKey: Uint8Array }
  | { work: 'verify'; file: string; key: Uint8Array };

export interface TableHash {
  table: string;
  rows: number;
  /** SHA-256 over every value of every row, hex. */
  hash: string;
}

export type FileWorkAnswer =
  { kind: 'progress'; done: number; total: number } | { kind: 'done'; tables: TableHash[] } | { kind: 'failed'; code: string; message: string };
