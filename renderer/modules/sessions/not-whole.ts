import { isWireError, WireError } from '../../lib/wire-error';

/** A page has no fields to mark: what is missing for the signature is named in the sentence itself. */
export const namingFields =
  (labelOf: (path: string) => string) =>
  (error: unknown): never => {
    if (!isWireError(error) || error.fields.length === 0) throw error;
    const fields = [...new Set(error.fields.map(({ path }) => labelOf(path)))].join(', ');
    throw new WireError({ kind: 'refused', code: 'CASEWORK.NOT_WHOLE', params: { fields } });
  };
