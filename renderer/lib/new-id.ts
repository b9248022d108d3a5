import type { z } from 'zod';

/** A fresh id of a record that this screen is about to create: `newId(ChildId)`. Made once per form, so a repeated press repeats the same record. */
export const newId = <T extends z.ZodType>(kind: T): z.output<T> => kind.parse(crypto.randomUUID());
