import { z } from 'zod';
import { PlainDate } from '../../../shared/kernel/plain-date';
import type { Language } from '../../../shared/kernel/roles';
import { line } from '../../../shared/kernel/text';
import { EXTERNAL_UNITS, ExternalFields } from '../../../shared/modules/assessments/assessments.model';
import { valuesOutsideRange } from '../../../shared/modules/assessments/external';
import type { Instrument } from '../../../shared/modules/assessments/instrument.model';
import { wordIn } from './assessment-words';
import { WhoseSchema } from './components/whose-field';

/** A number as people type it: with a comma or a point, with a minus of either kind. */
export function typedNumber(text: string): number | null {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  return /^-?\d{1,6}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
}

const Row = z.object({ scale: z.string(), name: line(200), value: line(20), unit: z.enum(EXTERNAL_UNITS), band: line(300) });
export type ScaleRow = z.infer<typeof Row>;
export const emptyRow = (): ScaleRow => ({ scale: '', name: '', value: '', unit: 'raw', band: '' });

const { instrument, version, place, administeredBy, language, respondent, note, licenceConfirmed } = ExternalFields.shape;

/** The form holds figures as they were typed; rows without a figure are scales that were not taken. */
export const ExternalForm = z
  .object({
    whose: WhoseSchema,
    testDate: PlainDate,
    template: z.string(),
    fields: z.object({
      instrument,
      version,
      place,
      administeredBy,
      language,
      respondent,
      note,
      licenceConfirmed,
      scales: z.array(Row).min(1).max(60),
    }),
  })
  .superRefine(({ fields: { scales } }, context) => {
    const refuse = (index: number, field: 'name' | 'value', message: string) => {
      context.addIssue({ code: 'custom', path: ['fields', 'scales', index, field], message });
    };
    for (const [index, row] of scales.entries()) {
      if (row.value !== '' && typedNumber(row.value) === null) refuse(index, 'value', 'ANSWER.NOT_A_NUMBER');
      if (row.value !== '' && row.name === '') refuse(index, 'name', 'TEXT.REQUIRED');
    }
    if (scales.every((row) => row.value === '')) refuse(0, 'value', 'TEXT.REQUIRED');
  });
export type ExternalForm = z.infer<typeof ExternalForm>;
export type ExternalValues = z.input<typeof ExternalForm>;

/** What is kept: the rows that have a figure. */
export const fieldsOf = ({ fields }: ExternalForm): ExternalFields => ({
  ...fields,
  scales: fields.scales.flatMap(({ name, value, unit, band }) => {
    const figure = typedNumber(value);
    return figure === null ? [] : [{ name, value: figure, unit, band }];
  }),
});

type Scales = Pick<Instrument, 'scales'>;
type Unit = ScaleRow['unit'];

/** A definition may name the unit only in the title: «Total score, T». */
function unitOf({ unit, title }: Instrument['scales'][number]): Unit {
  if (unit !== undefined && unit !== 'raw') return unit === 'other' ? 'raw' : unit;
  const ending = /, (T|sten|percentile)$/.exec(title.en ?? '')?.[1];
  return (ending as Unit | undefined) ?? 'raw';
}

/** The scales of a method, ready to be filled. */
export const rowsOf = (definition: Scales, on: Language): ScaleRow[] =>
  definition.scales.map((scale) => ({ ...emptyRow(), scale: scale.id, name: wordIn(scale.title, on), unit: unitOf(scale) }));

/** The limits that a typed figure leaves; null where it lies within, or where nothing is known. */
export function limitsLeft(definition: Scales | undefined, row: Pick<ScaleRow, 'scale' | 'value'>): { min: number; max: number } | null {
  const value = typedNumber(row.value);
  if (!definition || value === null || row.scale === '') return null;
  return valuesOutsideRange(definition, [{ scale: row.scale, value }])[0] ?? null;
}
