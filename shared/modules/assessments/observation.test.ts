import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIXED_FIELDS, ObservationForm, observationValues, whyNotSignObservation } from './observation.model';

const FOLDER = join(import.meta.dirname, '../../../resources/instruments/observations');
const raws = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [name.replace(/\.json$/, ''), JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Record<string, unknown>]),
);
const form = (id: string): ObservationForm => ObservationForm.parse(raws[id]);
const changed = (id: string, change: (form: ObservationForm) => void): unknown => {
  const copy = structuredClone(form(id));
  change(copy);
  return copy;
};
const accepts = (value: unknown): boolean => ObservationForm.safeParse(value).success;

describe('forms of projective work', () => {
  it('are the five that ship, each with the fixed fields and in three languages', () => {
    expect(Object.keys(raws).sort()).toEqual(['colour-choice', 'family-drawing', 'htp', 'kinetic-family', 'non-existent-animal']);
    for (const [id, raw] of Object.entries(raws)) {
      expect(ObservationForm.safeParse(raw).error?.issues ?? [], id).toEqual([]);
      expect(raw['id']).toBe(id);
    }
  });

  it('say the same in the parts that all of them share', () => {
    const shared = (id: string) => form(id).sections.filter((section) => ['words', 'conduct', 'hypothesis-section'].includes(section.id));
    for (const id of Object.keys(raws)) expect(shared(id), id).toEqual(shared('htp'));
  });

  it('are refused without a fixed field, or with a hypothesis among what was seen', () => {
    for (const id of Object.keys(FIXED_FIELDS)) {
      expect(
        accepts(
          changed('htp', ({ sections }) => sections.forEach((section) => (section.fields = section.fields.filter((field) => field.id !== id)))),
        ),
        id,
      ).toBe(false);
    }
    expect(accepts(changed('htp', ({ sections }) => sections.forEach((section) => (section.standing = 'observed'))))).toBe(false);
    expect(accepts(changed('htp', () => undefined))).toBe(true);
  });

  it('can offer no confidence above medium and cannot be opened to charts or matching', () => {
    const bolder = changed('htp', ({ sections }) => {
      const field = sections.flatMap((section) => section.fields).find((one) => one.id === 'confidence');
      if (field?.kind === 'choice') field.options.push({ id: 'high', label: { ru: 'Высокая', kk: 'Жоғары', en: 'High' } });
    });
    expect(accepts(bolder)).toBe(false);
    expect(accepts({ ...raws['htp'], excludedFrom: [] })).toBe(false);
    expect(accepts({ ...raws['htp'], excludedFrom: ['charts'] })).toBe(false);
  });

  it('never name mother or father in what a child hears', () => {
    for (const { id, sections } of Object.keys(raws).map(form)) {
      const heard = JSON.stringify(sections.filter((section) => section.standing === 'said' || section.id === 'conditions'));
      expect(heard, id).not.toMatch(/мать|мам|отец|отц|пап|ана\b|әке|mother|father|твоя семья|your family/i);
    }
  });
});

describe('what is written into a form', () => {
  const htp = observationValues(form('htp'));
  const colours = observationValues(form('colour-choice'));
  const ORDER = ['grey', 'blue', 'green', 'red', 'yellow', 'violet', 'brown', 'black'];

  it('may stop anywhere, and keeps order, places and rows', () => {
    expect(htp.safeParse({}).success).toBe(true);
    const values = {
      started: '09:30',
      order: ['дерево', 'дом'],
      pressure: 'weak',
      objects: [{ what: 'дерево', size: 'large', place: [4, 5] }],
      engagement: 4,
    };
    expect(htp.parse(values)).toEqual(values);
  });

  it.each([
    ['a time that no clock shows', { started: '25:00' }],
    ['a choice that the form does not offer', { pressure: 'angry' }],
    ['a place outside the sheet', { objects: [{ what: 'дом', place: [10] }] }],
    ['a degree beyond the last step', { engagement: 6 }],
    ['a field of another form', { 'first-choice': ORDER }],
    ['a score', { total: 3 }],
    ['a confidence above medium', { confidence: 'high' }],
  ])('is refused when it is %s', (_what, values) => {
    expect(htp.safeParse(values).success).toBe(false);
  });

  it('has every colour once', () => {
    expect(colours.safeParse({ 'first-choice': ORDER }).success).toBe(true);
    expect(colours.safeParse({ 'first-choice': ORDER.slice(1) }).success).toBe(false);
    expect(colours.safeParse({ 'first-choice': [...ORDER.slice(1), 'blue'] }).success).toBe(false);
  });

  it('is signed with a hypothesis only beside what speaks against it and how far it is trusted', () => {
    expect(whyNotSignObservation({ behaviour: 'рисует молча' })).toEqual([]);
    expect(whyNotSignObservation({ hypothesis: 'скучает' })).toEqual([
      { code: 'OBSERVATION.AGAINST_MISSING' },
      { code: 'OBSERVATION.CONFIDENCE_MISSING' },
    ]);
    expect(whyNotSignObservation({ hypothesis: 'скучает', against: '  ', confidence: 'low' })).toEqual([{ code: 'OBSERVATION.AGAINST_MISSING' }]);
    expect(whyNotSignObservation({ hypothesis: 'скучает', against: 'смеялся', confidence: 'low' })).toEqual([]);
  });
});
