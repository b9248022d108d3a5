import { z } from 'zod';
import { PlainDate } from '../../kernel/plain-date';
import { Language } from '../../kernel/roles';
import { line, requiredLine } from '../../kernel/text';
import { EXTERNAL_TEMPLATES } from './external.templates';

export const UNITS = ['raw', 'T', 'sten', 'percentile', 'other'] as const;
export type Unit = (typeof UNITS)[number];

/** One figure as the manual of a bought or borrowed method gives it. There is no place for an item's text, on purpose. */
export const ExternalScore = z
  .object({
    /** The template's scale, or null for one of the person's own naming. */
    scaleId: z.string().max(60).nullable(),
    scale: requiredLine(200),
    value: z.number().min(-100_000).max(100_000),
    unit: z.enum(UNITS),
    /** What the manual calls this value. */
    band: line(200),
  })
  .strict();
export type ExternalScore = z.infer<typeof ExternalScore>;

/** Eight colours in the order in which they were chosen, 0 to 7, each once. */
export const ColourOrder = z
  .array(z.number().int().min(0).max(7))
  .length(8)
  .refine((order) => new Set(order).size === 8, { error: 'EXTERNAL.COLOUR_TWICE' });

export const ExternalResult = z
  .object({
    template: z.string().max(60).nullable(),
    name: requiredLine(200),
    version: line(60),
    testDate: PlainDate,
    place: line(200),
    administeredBy: requiredLine(200),
    formLanguage: Language,
    scores: z.array(ExternalScore).max(80),
    colourOrders: z.array(ColourOrder).max(2),
    note: z.string().max(4000, { error: 'TEXT.TOO_LONG' }),
    /** "We hold a licence, or own the paper kit." */
    holdsLicence: z.literal(true, { error: 'EXTERNAL.LICENCE_UNCONFIRMED' }),
  })
  .strict()
  .superRefine((result, context) => {
    for (const { index, min, max } of outsideTemplate(result.template, result.scores)) {
      context.addIssue({ code: 'custom', message: 'EXTERNAL.OUTSIDE_RANGE', path: ['scores', index, 'value'], params: { min, max } });
    }
  });
export type ExternalResult = z.infer<typeof ExternalResult>;

/** Scores that the chosen template's scale cannot have, by place. A score in another unit than the template's is not judged. */
export function outsideTemplate(
  template: string | null,
  scores: readonly { scaleId: string | null; value: number; unit: Unit }[],
): { index: number; min: number; max: number }[] {
  const scales = EXTERNAL_TEMPLATES.find((one) => one.id === template)?.scales ?? [];
  return scores.flatMap(({ scaleId, value, unit }, index) => {
    const scale = scales.find((one) => one.id === scaleId && one.unit === unit);
    return scale?.range && (value < scale.range[0] || value > scale.range[1]) ? [{ index, min: scale.range[0], max: scale.range[1] }] : [];
  });
}
