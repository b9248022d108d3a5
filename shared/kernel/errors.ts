/** Values that a sentence about an error may carry. Never a name, a number of a paper or a note's text. */
export type ErrorParams = Record<string, string | number>;

/** One wrong field: the path in the input ("consents.0.date"), an error code, and the sentence's values. */
export interface FieldError {
  path: string;
  code: string;
  params?: ErrorParams;
}

/** What crosses to the screen when a request fails. `kind` decides how the screen behaves, `code` which sentence it shows. */
export interface WireError {
  kind: 'invalid' | 'refused' | 'not-allowed' | 'not-found' | 'locked' | 'conflict' | 'unexpected';
  code: string;
  params?: ErrorParams;
  fields?: FieldError[];
  /** Field-level conflict: what the record holds now, against what the screen started from. */
  conflicts?: FieldConflict[];
  requestNo?: string;
}

export interface FieldConflict {
  field: string;
  base: unknown;
  theirs: unknown;
  mine: unknown;
}

export class TirekError extends Error {
  constructor(readonly wire: WireError) {
    super(wire.code);
    this.name = 'TirekError';
  }
}

/** Refused by a rule of the programme: the sentence names the rule. */
export const refusal = (code: string, params?: ErrorParams): TirekError => new TirekError({ kind: 'refused', code, ...(params ? { params } : {}) });

/** Wrong input, shown at its field. */
export const invalid = (fields: FieldError[]): TirekError => new TirekError({ kind: 'invalid', code: 'INPUT.INVALID', fields });

/** A record that does not exist, or that this actor may not see: the two look alike on purpose. */
export const notFound = (): TirekError => new TirekError({ kind: 'not-found', code: 'RECORD.NOT_FOUND' });

export const notAllowed = (): TirekError => new TirekError({ kind: 'not-allowed', code: 'ACTION.NOT_ALLOWED' });

export const conflict = (conflicts: FieldConflict[]): TirekError => new TirekError({ kind: 'conflict', code: 'RECORD.CHANGED_MEANWHILE', conflicts });
