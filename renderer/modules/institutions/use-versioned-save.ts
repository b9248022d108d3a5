import { useRef } from 'react';
import { WireError, isWireError } from '../../lib/wire-error';

type Fields = Record<string, unknown>;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Saves a whole record under the version it was opened with. When a colleague was quicker, their record is read and laid
 * beside this one, field by field; the person's choice is then saved over the newer version.
 */
export function useVersionedSave<F extends object>(
  version: number,
  save: (version: number, fields: F) => Promise<unknown>,
  reread: () => Promise<(F & { version: number }) | undefined>,
): (fields: F, base: object) => Promise<void> {
  const current = useRef(version);
  return async (fields, base) => {
    try {
      await save(current.current, fields);
    } catch (failure) {
      if (!isWireError(failure) || failure.code !== 'RECORD.CHANGED_MEANWHILE') throw failure;
      const theirs = await reread();
      if (!theirs) throw failure;
      current.current = theirs.version;
      const conflicts = Object.keys(fields)
        .map((field) => ({ field, base: (base as Fields)[field], theirs: (theirs as Fields)[field], mine: (fields as Fields)[field] }))
        .filter((field) => !same(field.theirs, field.mine) && !same(field.theirs, field.base));
      if (conflicts.length === 0) {
        await save(current.current, fields);
        return;
      }
      throw new WireError({ kind: 'conflict', code: failure.code, conflicts });
    }
  };
}
