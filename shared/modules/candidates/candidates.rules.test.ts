import { describe, expect, it } from 'vitest';
import { plainDate } from '../../kernel/plain-date';
import { MentorFields, type MentorPaperFields } from './candidates.model';
import { maskIdentity, wrongMentorFields, wrongPaper } from './candidates.rules';

const today = plainDate('2026-11-22');
const identity = {
  kind: 'kz-id-card' as const,
  series: null,
  number: '012345678',
  issuer: 'МВД РК',
  issuerCode: null,
  issuedOn: plainDate('2020-01-10'),
  validTo: plainDate('2030-01-09'),
};
const spouse = {
  name: { ru: { surname: 'Ким', given: 'Андрей', patronymic: '' }, kk: null },
  birthDate: plainDate('1984-02-02'),
  identity: null,
  iin: null,
};
const fields = (patch: Partial<MentorFields> = {}): MentorFields => ({
  name: { ru: { surname: 'Ким', given: 'Ольга', patronymic: 'Сергеевна' }, kk: null },
  birthDate: plainDate('1985-05-05'),
  sex: 'female',
  citizenship: 'KZ',
  identity,
  iin: null,
  registeredAddress: 'Алматы',
  actualAddress: null,
  phone: '+7 701 000 00 00',
  email: '',
  occupation: '',
  maritalStatus: 'single',
  spouse: null,
  household: [],
  institutionIds: [],
  note: '',
  ...patch,
});

describe('a mentor as entered', () => {
  const rows: [string, Partial<MentorFields>, [string, string][]][] = [
    ['in order', {}, []],
    [
      'born tomorrow',
      { birthDate: plainDate('2026-11-23') },
      [
        ['birthDate', 'DATE.IN_FUTURE'],
        ['identity.issuedOn', 'DATE.BEFORE_BIRTH'],
      ],
    ],
    ['not of age', { birthDate: plainDate('2010-01-01'), identity: null }, [['birthDate', 'MENTOR.NOT_ADULT']]],
    ['of age today', { birthDate: plainDate('2008-11-22'), identity: null }, []],
    ['older than anybody', { birthDate: plainDate('1901-01-01'), identity: null }, [['birthDate', 'DATE.TOO_LONG_AGO']]],
    [
      'with a card issued before birth',
      { identity: { ...identity, issuedOn: plainDate('1980-01-01') } },
      [['identity.issuedOn', 'DATE.BEFORE_BIRTH']],
    ],
    [
      'with a card that ends before it begins',
      { identity: { ...identity, validTo: plainDate('2019-01-01') } },
      [['identity.validTo', 'DATE.ENDS_BEFORE_ISSUE']],
    ],
    ['with a card issued tomorrow', { identity: { ...identity, issuedOn: plainDate('2026-11-23') } }, [['identity.issuedOn', 'DATE.IN_FUTURE']]],
    ['with a card number of eight digits', { identity: { ...identity, number: '01234567' } }, [['identity.number', 'IDENTITY.NUMBER_FORMAT']]],
    [
      'with a Russian passport without series',
      { identity: { ...identity, kind: 'ru-passport', number: '123456' } },
      [['identity.series', 'IDENTITY.SERIES_FORMAT']],
    ],
    ['with a Russian passport', { identity: { ...identity, kind: 'ru-passport', series: '04 12', number: '123456', issuerCode: '240-001' } }, []],
    [
      'with a wrong code of the passport office',
      { identity: { ...identity, kind: 'ru-passport', series: '0412', number: '123456', issuerCode: '24' } },
      [['identity.issuerCode', 'IDENTITY.CODE_FORMAT']],
    ],
    ['with a wrong check digit', { iin: '850505400012' }, [['iin', 'IIN.CHECK_DIGIT']]],
    ['with a spouse and unmarried', { spouse }, [['spouse', 'SPOUSE.NOT_MARRIED']]],
    ['with a spouse', { spouse, maritalStatus: 'married' }, []],
    ['with an address that is no e-mail', { email: 'olga' }, [['email', 'EMAIL.FORMAT']]],
    ['with words for a phone', { phone: 'позвонить маме' }, [['phone', 'PHONE.FORMAT']]],
  ];
  it.each(rows)('%s', (_name, patch, expected) => {
    expect(wrongMentorFields(fields(patch), today).map(({ path, code }) => [path, code])).toEqual(expected);
  });

  it.each([
    ['ten thousand letters', 'a'.repeat(10_000)],
    ['an emoji', 'Ольга 😀'],
    ['a direction mark', 'Ольга\u202e'],
    ['a pasted table', 'Ольга\tКим\n'],
  ])('cannot be named with %s', (_name, given) => {
    expect(MentorFields.safeParse(fields({ name: { ru: { surname: 'Ким', given, patronymic: '' }, kk: null } })).success).toBe(false);
  });
});

describe('a paper as entered', () => {
  const paper = (patch: Partial<MentorPaperFields> = {}): MentorPaperFields => ({
    kind: 'criminal-record',
    subject: 'mentor',
    number: '17',
    issuedOn: plainDate('2026-06-01'),
    issuer: '',
    validUntil: plainDate('2027-06-01'),
    noExpiry: false,
    presentedOn: null,
    outcome: 'positive',
    note: '',
    ...patch,
  });
  const rows: [string, Partial<MentorPaperFields>, [string, string][]][] = [
    ['in order', {}, []],
    ['that says neither an end nor that it has none', { validUntil: null }, [['validUntil', 'PAPER.VALIDITY_UNSAID']]],
    ['that says both', { noExpiry: true }, [['validUntil', 'PAPER.VALIDITY_TWICE']]],
    ['issued tomorrow', { issuedOn: plainDate('2026-11-23') }, [['issuedOn', 'DATE.IN_FUTURE']]],
    ['issued before birth', { issuedOn: plainDate('1980-01-01') }, [['issuedOn', 'DATE.BEFORE_BIRTH']]],
    ['that ends before its issue', { validUntil: plainDate('2026-05-01') }, [['validUntil', 'DATE.ENDS_BEFORE_ISSUE']]],
    ['shown before its issue', { presentedOn: plainDate('2026-05-01') }, [['presentedOn', 'PAPER.PRESENTED_BEFORE_ISSUE']]],
    ['shown next week', { presentedOn: plainDate('2026-11-29') }, [['presentedOn', 'DATE.IN_FUTURE']]],
  ];
  it.each(rows)('%s', (_name, patch, expected) => {
    expect(wrongPaper(paper(patch), plainDate('1985-05-05'), today).map(({ path, code }) => [path, code])).toEqual(expected);
  });
});

describe('a masked identity', () => {
  it('keeps the last signs of the number and nothing of the series', () => {
    expect(maskIdentity({ ...identity, kind: 'ru-passport', series: '0412', number: '123456' })).toMatchObject({
      series: '••••',
      number: '•••• 456',
    });
  });
});
