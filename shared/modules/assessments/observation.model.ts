import { z } from 'zod';

/**
 * Projective work (instruments.md A.5) is recorded and never scored: a picture, what was seen, what the child said, and what the
 * psychologist supposes. A form is a file in resources/instruments/observations; its sections say what kind of knowledge they hold.
 *
 *   observed     what anybody in the room could have seen
 *   said         the child's own words
 *   hypothesis   what the psychologist makes of it, with what speaks against it; shown only under this name
 *
 * There is no number in a form that could enter a chart or a match, and `excludedFrom` says so in the file itself.
 */
export const OBSERVATION_FORMAT = 1;

const words = z.string().trim().min(1, { error: 'TEXT.REQUIRED' }).max(2_000, { error: 'TEXT.TOO_LONG' });
const InThree = z.object({ ru: words, kk: words, en: words }).strict();
const FieldId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'ID.MALFORMED' });
const Choice = z.object({ id: FieldId, label: InThree }).strict();
const choices = z.array(Choice).min(2).max(20);

const common = { id: FieldId, title: InThree, help: InThree.optional() };
/** A field that can also stand in a row of a table. */
const SimpleField = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('line') }).strict(),
  /** `preset` is offered as the beginning of the text, such as the usual instruction. */
  z.object({ ...common, kind: z.literal('note'), preset: InThree.optional() }).strict(),
  z.object({ ...common, kind: z.literal('time') }).strict(),
  z.object({ ...common, kind: z.literal('count'), max: z.number().int().min(1).max(999) }).strict(),
  z.object({ ...common, kind: z.literal('choice'), options: choices }).strict(),
  z.object({ ...common, kind: z.literal('several'), options: choices }).strict(),
  /** Cells of the sheet divided three by three, `1` at the upper left to `9` at the lower right. */
  z.object({ ...common, kind: z.literal('place') }).strict(),
  /** A step between two anchors, from 1; a description of this hour, not a score. */
  z.object({ ...common, kind: z.literal('degree'), steps: z.number().int().min(3).max(7), low: InThree, high: InThree }).strict(),
  /** Lines in the order in which they happened: objects as they were drawn, colours as they were taken. */
  z.object({ ...common, kind: z.literal('order') }).strict(),
  /** Every option once, in the order chosen. */
  z.object({ ...common, kind: z.literal('permutation'), options: choices }).strict(),
]);
const Field = z.union([SimpleField, z.object({ ...common, kind: z.literal('rows'), fields: z.array(SimpleField).min(1).max(10) }).strict()]);
type ObservationField = z.infer<typeof Field>;

export const STANDINGS = ['observed', 'said', 'hypothesis'] as const;
const Section = z.object({ id: FieldId, title: InThree, standing: z.enum(STANDINGS), fields: z.array(Field).min(1).max(30) }).strict();

/** What every form asks, whatever is drawn, with the standing that it must have. */
export const FIXED_FIELDS = {
  setting: 'observed',
  material: 'observed',
  instruction: 'observed',
  started: 'observed',
  ended: 'observed',
  comments: 'said',
  behaviour: 'observed',
  affect: 'observed',
  hypothesis: 'hypothesis',
  against: 'hypothesis',
  confidence: 'hypothesis',
  'reviewed-by': 'hypothesis',
} as const satisfies Record<string, (typeof STANDINGS)[number]>;

export const ObservationForm = z
  .object({
    formatVersion: z.literal(OBSERVATION_FORMAT),
    id: FieldId,
    version: z.string().regex(/^[\w.+-]{1,30}$/, { error: 'VERSION.MALFORMED' }),
    kind: z.literal('observation'),
    title: InThree,
    description: InThree,
    caution: InThree,
    audience: z.object({ minAge: z.number().int().min(0).max(120), maxAge: z.number().int().min(0).max(120).optional() }).strict(),
    source: words,
    /** How many pictures belong to the record; they are sealed with it. */
    pictures: z.object({ min: z.number().int().min(0).max(1), max: z.number().int().min(1).max(10) }).strict(),
    excludedFrom: z.tuple([z.literal('matching'), z.literal('charts')]),
    sections: z.array(Section).min(1).max(12),
  })
  .strict()
  .superRefine((form, context) => {
    const placed = form.sections.flatMap((section) => section.fields.map((field) => ({ id: field.id, standing: section.standing })));
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['sections'], message });
    if (new Set(placed.map((field) => field.id)).size < placed.length) refuse('ID.TWICE');
    for (const [id, standing] of Object.entries(FIXED_FIELDS)) {
      if (placed.find((field) => field.id === id)?.standing !== standing) refuse(`OBSERVATION.FIXED_FIELD_MISSING: ${id}`);
    }
    const confidence = form.sections.flatMap((section) => section.fields).find((field) => field.id === 'confidence');
    const offered = confidence?.kind === 'choice' ? confidence.options.map((option) => option.id).join() : '';
    // No picture makes a hypothesis certain, so no form may offer a high confidence.
    if (offered !== 'low,medium') refuse('OBSERVATION.CONFIDENCE');
  });
export type ObservationForm = z.infer<typeof ObservationForm>;

const idsOf = (options: readonly { id: string }[]) => options.map((option) => option.id);
const among = (options: readonly { id: string }[]) => z.string().refine((id) => idsOf(options).includes(id), { error: 'OBSERVATION.NOT_AN_OPTION' });
const onceEach = (values: readonly unknown[]) => new Set(values).size === values.length;

function valueOf(field: ObservationField): z.ZodType {
  switch (field.kind) {
    case 'line':
      return z.string().trim().max(300, { error: 'TEXT.TOO_LONG' });
    case 'note':
      return z.string().max(20_000, { error: 'TEXT.TOO_LONG' });
    case 'time':
      return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'OBSERVATION.NOT_A_TIME' });
    case 'count':
      return z.number().int().min(0).max(field.max);
    case 'choice':
      return among(field.options);
    case 'several':
      return z.array(among(field.options)).max(20).refine(onceEach, { error: 'OBSERVATION.TWICE' });
    case 'place':
      return z.array(z.number().int().min(1).max(9)).max(9).refine(onceEach, { error: 'OBSERVATION.TWICE' });
    case 'degree':
      return z.number().int().min(1).max(field.steps);
    case 'order':
      return z.array(z.string().trim().min(1).max(300)).max(100);
    case 'permutation':
      return z
        .array(among(field.options))
        .refine((chosen) => onceEach(chosen) && chosen.length === field.options.length, { error: 'OBSERVATION.NOT_EACH_ONCE' });
    case 'rows':
      return z.array(valuesOf(field.fields)).max(60);
  }
}

const valuesOf = (fields: readonly ObservationField[]) =>
  z.object(Object.fromEntries(fields.map((field) => [field.id, valueOf(field).optional()]))).strict();

/** What may be written into a form. Everything may be left out: an observation is kept as far as it went. */
export const observationValues = (form: ObservationForm): z.ZodType<Record<string, unknown>> =>
  valuesOf(form.sections.flatMap((section) => section.fields));

export type ObservationBlocker = { code: 'OBSERVATION.AGAINST_MISSING' } | { code: 'OBSERVATION.CONFIDENCE_MISSING' };

const isWritten = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** A hypothesis is signed only together with what speaks against it and how far the psychologist trusts it. */
export function whyNotSignObservation(values: Readonly<Record<string, unknown>>): ObservationBlocker[] {
  if (!isWritten(values['hypothesis'])) return [];
  const blockers: ObservationBlocker[] = [];
  if (!isWritten(values['against'])) blockers.push({ code: 'OBSERVATION.AGAINST_MISSING' });
  if (!isWritten(values['confidence'])) blockers.push({ code: 'OBSERVATION.CONFIDENCE_MISSING' });
  return blockers;
}
