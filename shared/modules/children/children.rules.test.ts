import { describe, expect, it } from 'vitest';
import { plainDate, type PlainDate } from '../../kernel/plain-date';
import { ChildFields, type Consent, type StepDone } from './children.model';
import {
  ageBlockers,
  birthRange,
  consentStanding,
  hasConsent,
  maskedFields,
  nextStepOf,
  whyNotReady,
  wrongChildFields,
  type Readiness,
} from './children.rules';

const TODAY = plainDate('2026-11-20');
const on = (date: string): PlainDate => plainDate(date);
const fields = (patch: Partial<Record<keyof ChildFields, unknown>> = {}): ChildFields =>
  ({
    name: { ru: { surname: 'Сарсенова', given: 'Айгерим', patronymic: '' }, kk: null },
    birthDate: '2013-03-03',
    sex: 'female',
    citizenship: 'KZ',
    identity: null,
    personalNumber: '130303650009',
    legalStatus: 'orphan',
    legalBasis: '',
    institutionId: '',
    programmeId: '',
    group: '',
    school: '',
    fileNumber: '',
    languages: [],
    interests: [],
    strengths: [],
    helps: '',
    upsets: '',
    notToAsk: '',
    safetyNote: '',
    ...patch,
  }) as unknown as ChildFields;
const paper = (issuedOn: string) => ({ kind: 'birth-certificate', series: 'I-АБ', number: '0042418', issuer: '', issuedOn });

describe('a field that cannot be', () => {
  it.each<[string, Partial<Record<keyof ChildFields, unknown>>, string, string]>([
    ['a child born tomorrow', { birthDate: '2026-11-21', personalNumber: '' }, 'birthDate', 'DATE.IN_FUTURE'],
    ['a child of forty', { birthDate: '1986-01-01', personalNumber: '' }, 'birthDate', 'CHILD.IMPLAUSIBLE_AGE'],
    ['a paper of tomorrow', { identity: paper('2026-11-21') }, 'identity.issuedOn', 'DATE.IN_FUTURE'],
    ['a paper older than the child', { identity: paper('2013-03-02') }, 'identity.issuedOn', 'DATE.BEFORE_BIRTH'],
    ['a wrong digit in an IIN', { personalNumber: '130303650008' }, 'personalNumber', 'IIN.CHECK_DIGIT'],
    ['an IIN of another birth date', { birthDate: '2013-03-04' }, 'personalNumber', 'IIN.OTHER_BIRTH_DATE'],
    ['an IIN of the other sex', { sex: 'male' }, 'personalNumber', 'IIN.OTHER_SEX'],
    ['a wrong digit in a SNILS', { citizenship: 'RU', personalNumber: '112-233-445 96' }, 'personalNumber', 'SNILS.CHECK_DIGIT'],
  ])('is told at its place: %s', (_case, patch, path, code) => {
    expect(wrongChildFields(fields(patch), TODAY)).toEqual([expect.objectContaining({ path, code })]);
  });

  it.each<[string, Partial<Record<keyof ChildFields, unknown>>]>([
    ['a right IIN', {}],
    ['no number yet', { personalNumber: '' }],
    ['a right SNILS', { citizenship: 'RU', personalNumber: '112-233-445 95' }],
    ['another country, whose numbers nobody here can check', { citizenship: 'other', personalNumber: 'X1' }],
    ['a paper issued on the birthday', { identity: paper('2013-03-03') }],
  ])('is not found in %s', (_case, patch) => {
    expect(wrongChildFields(fields(patch), TODAY)).toEqual([]);
  });

  it.each([
    ['ten thousand characters', 'а'.repeat(10_000)],
    ['a right-to-left override', 'абв\u202Eгде'],
    ['a pasted row of a spreadsheet', '6\tБ\n7'],
  ])('is refused by the schema: %s in the group', (_case, group) => {
    expect(ChildFields.shape.group.safeParse(group).success).toBe(false);
  });
});

describe('the programme’s ages', () => {
  it.each([
    ['2016-11-21', 'warn', 'CHILD.TOO_YOUNG', 'warned'],
    ['2016-11-20', 'warn', null, null],
    ['2016-11-21', 'refuse', 'CHILD.TOO_YOUNG', 'refused'],
    ['2009-11-21', 'refuse', null, null],
    ['2008-11-20', 'refuse', 'CHILD.TOO_OLD', 'refused'],
    ['2008-11-20', 'warn', 'CHILD.TOO_OLD', 'warned'],
  ] as const)('born %s under «%s»: %s', (birth, ageRule, code, weight) => {
    const [blocker] = ageBlockers(on(birth), TODAY, { minAge: 10, maxAge: 16, ageRule });
    expect([blocker?.code ?? null, blocker?.weight ?? null]).toEqual([code, weight]);
  });

  it('as a range of birth dates agree with the age on the very birthday', () => {
    expect(birthRange(10, 13, TODAY)).toEqual({ after: '2012-11-20', until: '2016-11-20' });
    expect(birthRange(undefined, undefined, TODAY)).toEqual({ after: null, until: null });
  });
});

const consent = (patch: Partial<Consent> = {}): Consent =>
  ({
    id: '',
    kind: 'processing',
    textVersion: '1',
    signer: '',
    basis: '',
    signedOn: on('2026-01-10'),
    validUntil: null,
    withdrawnOn: null,
    withdrawalReason: '',
    ...patch,
  }) as Consent;

describe('a consent', () => {
  it.each([
    ['none', [], 'none', null],
    ['without an end', [consent()], 'active', null],
    ['until its last day', [consent({ validUntil: TODAY })], 'expiring', '2026-11-20'],
    ['that ends in a year', [consent({ validUntil: on('2027-11-20') })], 'active', '2027-11-20'],
    ['that ended yesterday', [consent({ validUntil: on('2026-11-19') })], 'expired', '2026-11-19'],
    ['withdrawn', [consent({ withdrawnOn: on('2026-05-05') })], 'none', null],
    [
      'ended and renewed',
      [consent({ validUntil: on('2026-06-01') }), consent({ signedOn: on('2026-06-01'), validUntil: on('2027-06-01') })],
      'active',
      '2027-06-01',
    ],
    ['for a photograph only', [consent({ kind: 'photo' })], 'none', null],
  ] as const)('%s stands as %s', (_case, consents, standing, until) => {
    expect(consentStanding(consents, TODAY)).toEqual({ consent: standing, consentUntil: until });
  });

  it('of one kind is no consent of another, and holds from the day it was signed', () => {
    expect(hasConsent([consent()], 'photo', TODAY)).toBe(false);
    expect(hasConsent([consent()], 'processing', on('2026-01-09'))).toBe(false);
    expect(hasConsent([consent()], 'processing', on('2026-01-10'))).toBe(true);
  });
});

const step = (code: string, patch: Partial<StepDone> = {}): StepDone => ({
  code,
  title: code,
  required: true,
  doneOn: on('2026-10-01'),
  doneBy: '',
  note: '',
  decision: null,
  ...patch,
});
const prepared = (patch: Partial<Readiness> = {}): Readiness => ({
  birthDate: on('2013-03-03'),
  consents: [consent()],
  wishes: [{ confirmed: true }],
  limits: { minAge: 10, maxAge: 16, ageRule: 'warn' },
  steps: [step('mentor-role'), step('meeting-rules'), step('wishes'), step('own-consent', { decision: 'agrees' })],
  ...patch,
});
const withStep = (changed: StepDone): StepDone[] => prepared().steps.map((one) => (one.code === changed.code ? changed : one));

describe('a child is not ready', () => {
  it.each<[string, Partial<Readiness>, string]>([
    ['without a processing consent', { consents: [] }, 'CHILD.NO_PROCESSING_CONSENT'],
    ['while a required step is open', { steps: withStep(step('mentor-role', { doneOn: null })) }, 'CHILD.STEP_OPEN'],
    ['while the wishes are only a draft', { wishes: [{ confirmed: false }] }, 'CHILD.NO_WISHES'],
    ['when the child refused', { steps: withStep(step('own-consent', { decision: 'refuses' })) }, 'CHILD.REFUSED'],
    [
      'of ten, without the own consent, even when the programme does not ask for it',
      { birthDate: on('2016-11-20'), steps: withStep(step('own-consent', { doneOn: null, required: false })) },
      'CHILD.OWN_CONSENT_MISSING',
    ],
    [
      'of nine, without the written opinion that the programme asks for',
      { birthDate: on('2016-11-21'), limits: { minAge: 8, maxAge: 16, ageRule: 'warn' }, steps: withStep(step('own-consent', { doneOn: null })) },
      'CHILD.OPINION_MISSING',
    ],
    ['beyond the ages that the programme refuses', { limits: { minAge: 14, maxAge: 18, ageRule: 'refuse' } }, 'CHILD.TOO_YOUNG'],
  ])('%s', (_case, patch, code) => {
    expect(whyNotReady(prepared(patch), TODAY)).toEqual([expect.objectContaining({ code, weight: 'refused' })]);
  });

  it('and is ready when nothing of this is left, also while an optional step is open', () => {
    expect(whyNotReady(prepared(), TODAY)).toEqual([]);
    expect(whyNotReady(prepared({ steps: [...prepared().steps, step('excursion', { required: false, doneOn: null })] }), TODAY)).toEqual([]);
  });
});

describe('the next step', () => {
  it.each([
    ['left', 'none', false, true, 'none'],
    ['paused', 'none', false, true, 'return-from-pause'],
    ['ready', 'expired', true, false, 'get-consent'],
    ['registered', 'active', false, true, 'start-preparation'],
    ['preparing', 'active', false, true, 'write-wishes'],
    ['preparing', 'active', true, true, 'prepare'],
    ['preparing', 'expiring', true, false, 'mark-ready'],
    ['ready', 'active', true, false, 'find-pair'],
    ['in-pair', 'active', true, false, 'support-pair'],
  ] as const)('of a child who is %s with consent %s', (state, standing, wishes, blocked, next) => {
    expect(nextStepOf(state, standing, wishes, blocked)).toBe(next);
  });
});

it('numbers leave masked, and a mask never holds a whole number', () => {
  const masked = maskedFields(fields({ identity: { ...paper('2013-03-20'), number: '4418' } }));
  expect(masked.personalNumber).toBe('•••• 0009');
  expect(masked.identity).toMatchObject({ series: '••', number: '•••• 18' });
  expect(maskedFields(fields({ personalNumber: '' })).personalNumber).toBe('');
});
