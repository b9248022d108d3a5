import { describe, expect, it } from 'vitest';
import { plainDate } from '../../kernel/plain-date';
import { endOf, inOrder, isOpen, judgePaper, lastReturn, paperItem, weekdayOf, withReasons, type PaperFact, type PaperNeed } from './documents.rules';
import { fileNameOf, formatNumber } from './numbering.rules';

const from = plainDate('2026-11-28');
const last = plainDate('2026-12-19');

const fact = (patch: Partial<PaperFact> = {}): PaperFact => ({
  kind: 'criminal-record',
  subject: 'm',
  number: '17',
  issuedOn: plainDate('2026-06-01'),
  presentedOn: null,
  validFrom: null,
  validUntil: null,
  noExpiry: true,
  outcome: 'positive',
  ...patch,
});
const need = (patch: Partial<PaperNeed> = {}): PaperNeed => ({
  code: 'paper.criminal-record',
  kind: 'criminal-record',
  subject: 'm',
  concerns: '',
  link: { module: 'candidates', id: 'm', section: 'papers' },
  validMonths: null,
  shownIsEnough: false,
  weight: 'required',
  ...patch,
});

describe('the last return', () => {
  const rows: [string, Parameters<typeof lastReturn>[0], string | null][] = [
    [
      'is the last chosen weekday inside the term',
      { termFrom: from, termTo: plainDate('2026-12-22'), weekdays: [6], overnight: false },
      '2026-12-19',
    ],
    [
      'is the day after it when the child stays the night',
      { termFrom: from, termTo: plainDate('2026-12-22'), weekdays: [6], overnight: true },
      '2026-12-20',
    ],
    ['never falls behind the term', { termFrom: from, termTo: plainDate('2026-12-19'), weekdays: [6], overnight: true }, '2026-12-19'],
    [
      'is the last day of the term when every day is chosen',
      { termFrom: from, termTo: plainDate('2026-12-22'), weekdays: [], overnight: false },
      '2026-12-22',
    ],
    [
      'is unknown when the chosen weekday never comes',
      { termFrom: plainDate('2026-11-23'), termTo: plainDate('2026-11-24'), weekdays: [6], overnight: false },
      null,
    ],
    ['is unknown without a term', { termFrom: null, termTo: null, weekdays: [], overnight: false }, null],
    ['is unknown for a term that ends before it starts', { termFrom: last, termTo: from, weekdays: [], overnight: false }, null],
  ];
  it.each(rows)('%s', (_name, terms, expected) => {
    expect(lastReturn(terms)).toBe(expected);
  });

  it('counts Monday as the first day', () => {
    expect(weekdayOf(plainDate('2026-11-23'))).toBe(1);
    expect(weekdayOf(plainDate('2026-11-29'))).toBe(7);
  });
});

describe('one paper before the gate', () => {
  const rows: [string, PaperFact[], Partial<PaperNeed>, string, string][] = [
    ['that is not there is missing', [], {}, 'missing', 'PAPER.MISSING'],
    ['of somebody else is missing', [fact({ subject: 'spouse' })], {}, 'missing', 'PAPER.MISSING'],
    ['of another kind is missing', [fact({ kind: 'income' })], {}, 'missing', 'PAPER.MISSING'],
    ['without a date is missing its date', [fact({ issuedOn: null })], {}, 'missing', 'PAPER.NO_DATE'],
    ['that ends on the last return is in order', [fact({ noExpiry: false, validUntil: last })], {}, 'ok', 'PAPER.VALID_UNTIL'],
    [
      'that ends a day before the last return ends too early',
      [fact({ noExpiry: false, validUntil: plainDate('2026-12-18') })],
      {},
      'expires-too-early',
      'PAPER.ENDS_EARLIER',
    ],
    [
      'that ends between the start and the last return ends too early',
      [fact({ noExpiry: false, validUntil: plainDate('2026-12-12') })],
      {},
      'expires-too-early',
      'PAPER.ENDS_EARLIER',
    ],
    [
      'that ended before the start ends too early',
      [fact({ noExpiry: false, validUntil: plainDate('2026-11-01') })],
      {},
      'expires-too-early',
      'PAPER.ENDS_EARLIER',
    ],
    ['whose period of the rules runs out ends too early', [fact()], { validMonths: 6 }, 'expires-too-early', 'PAPER.ENDS_EARLIER'],
    ['within the period of the rules is in order', [fact()], { validMonths: 12 }, 'ok', 'PAPER.VALID_UNTIL'],
    [
      'cut shorter by its own date than by the rules ends too early',
      [fact({ noExpiry: false, validUntil: plainDate('2026-12-01') })],
      { validMonths: 12 },
      'expires-too-early',
      'PAPER.ENDS_EARLIER',
    ],
    ['without an end is in order', [fact()], {}, 'ok', 'PAPER.NUMBER_NO_EXPIRY'],
    ['issued after the start is not valid yet', [fact({ issuedOn: plainDate('2026-11-29') })], {}, 'not-yet-valid', 'PAPER.BEGINS_LATER'],
    ['that speaks for a later term is not valid yet', [fact({ validFrom: plainDate('2026-12-01') })], {}, 'not-yet-valid', 'PAPER.BEGINS_LATER'],
    ['that says no is a refusal', [fact({ outcome: 'negative' })], {}, 'refused', 'PAPER.NEGATIVE'],
    ['that was taken back is a refusal', [fact({ outcome: 'withdrawn' })], {}, 'refused', 'PAPER.WITHDRAWN'],
    [
      'that only identifies need only be shown',
      [fact({ issuedOn: null, presentedOn: plainDate('2026-11-03') })],
      { shownIsEnough: true },
      'ok',
      'PAPER.SHOWN',
    ],
    ['that only identifies and was never shown is missing', [fact({ issuedOn: null })], { shownIsEnough: true }, 'missing', 'PAPER.NOT_SHOWN'],
  ];
  it.each(rows)('%s', (_name, facts, patch, status, code) => {
    expect(judgePaper(facts, need(patch), from, last)).toMatchObject({ status, detail: { code } });
  });

  it('is the best of several: a renewed certificate heals an expired one', () => {
    const old = fact({ noExpiry: false, validUntil: plainDate('2026-10-01') });
    const renewed = fact({ issuedOn: plainDate('2026-10-02'), noExpiry: false, validUntil: plainDate('2027-10-02') });
    expect(judgePaper([renewed, old], need(), from, last).status).toBe('ok');
  });

  it('does not outlive a refusal that came after it', () => {
    const consent = fact({ issuedOn: plainDate('2026-10-01') });
    const refusal = fact({ issuedOn: plainDate('2026-11-01'), outcome: 'negative' });
    expect(judgePaper([refusal, consent], need(), from, last).status).toBe('refused');
  });

  it('counts again after a refusal that came before it', () => {
    const refusal = fact({ issuedOn: plainDate('2026-10-01'), outcome: 'negative' });
    const consent = fact({ issuedOn: plainDate('2026-11-01') });
    expect(judgePaper([refusal, consent], need(), from, last).status).toBe('ok');
  });

  it('is found there or not while the term is unknown', () => {
    const today = plainDate('2026-11-22');
    expect(paperItem([fact()], need(), null, null, today).status).toBe('ok');
    expect(paperItem([], need(), null, null, today).status).toBe('missing');
  });

  it('only warns where the rules only warn', () => {
    expect(paperItem([], need({ weight: 'warned' }), from, last, from).status).toBe('warned');
  });
});

describe('the period of a paper', () => {
  it('given at the end of a month falls back to the last day of a shorter month', () => {
    expect(endOf(fact({ issuedOn: plainDate('2026-08-31') }), 6)).toBe('2027-02-28');
  });
  it('is endless without a printed end and without a rule', () => {
    expect(endOf(fact(), null)).toBeNull();
  });
});

describe('the gate', () => {
  const warned = paperItem([], need({ weight: 'warned' }), from, last, from);
  const ok = paperItem([fact()], need(), from, last, from);
  const missing = paperItem([], need({ code: 'paper.income', kind: 'income' }), from, last, from);

  it('stays closed while a warning has no reason, and opens with one', () => {
    expect(isOpen([ok, warned])).toBe(false);
    expect(isOpen(withReasons([ok, warned], { [warned.key]: 'the authority agreed' }))).toBe(true);
    expect(isOpen(withReasons([ok, warned], { [warned.key]: '' }))).toBe(false);
  });
  it('is not opened by a reason for a missing paper', () => {
    expect(isOpen(withReasons([missing], { [missing.key]: 'please' }))).toBe(false);
  });
  it('names what is missing first', () => {
    expect(inOrder([ok, warned, missing]).map(({ status }) => status)).toEqual(['missing', 'warned', 'ok']);
  });
});

describe('a register number', () => {
  it.each([
    [1, 'ГД-001/2026'],
    [12, 'ГД-012/2026'],
    [1234, 'ГД-1234/2026'],
  ])('%i is written %s', (no, expected) => {
    expect(formatNumber('guest-contract', 2026, no)).toBe(expected);
  });
  it('makes a file name without a slash and without a person', () => {
    expect(fileNameOf('ГД-012/2026', 1)).toBe('ГД-012-2026.pdf');
    expect(fileNameOf('ГД-012/2026', 2)).toBe('ГД-012-2026-v2.pdf');
  });
});
