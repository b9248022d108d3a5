import { z } from 'zod';
import { RowId } from '../../kernel/ids';
import { PlainDate } from '../../kernel/plain-date';
import { TAGS } from '../../papers/rule-pack.model';
import { Jurisdiction } from '../institutions/institutions.model';

/** The JSON text of a template, read by `shared/papers`; kept as text so that its hash stays what was saved. */
export const TemplateText = z.string().max(600_000);

export const TemplateRow = z.object({
  id: z.string(),
  title: z.string(),
  jurisdiction: Jurisdiction,
  languages: z.array(z.enum(['kk', 'ru'])),
  /** Newest first. The one in force is used for the next paper; issued papers keep their own. */
  versions: z.array(
    z.object({
      version: z.string(),
      origin: z.enum(['built-in', 'organisation']),
      inForceFrom: PlainDate,
      savedAt: z.string().nullable(),
      savedBy: z.string(),
      note: z.string(),
    }),
  ),
  inForce: z.string(),
});
export type TemplateRow = z.infer<typeof TemplateRow>;

export const TemplateRecord = z.object({
  rowId: RowId.nullable(),
  id: z.string(),
  version: z.string(),
  origin: z.enum(['built-in', 'organisation']),
  inForceFrom: PlainDate,
  note: z.string(),
  text: TemplateText,
});
export type TemplateRecord = z.infer<typeof TemplateRecord>;

export const RuleValue = z.union([z.number(), z.boolean(), z.string().max(200), z.null()]);

export const RulePackRecord = z.object({
  id: z.string(),
  jurisdiction: Jurisdiction,
  version: z.string(),
  origin: z.enum(['built-in', 'organisation']),
  inForceFrom: PlainDate,
  sourceNote: z.string(),
  checkedBy: z.string(),
  checkedOn: PlainDate.nullable(),
  isInForce: z.boolean(),
  /** Periods and ages by name (`paper.criminal-record.months`, `age.childFrom`); null: the act names none. */
  parameters: z.record(z.string().max(100), RuleValue),
  /** Where each built-in value comes from, and how sure it is. */
  sources: z.record(z.string(), z.object({ source: z.string(), tag: z.enum(TAGS) })),
});
export type RulePackRecord = z.infer<typeof RulePackRecord>;
