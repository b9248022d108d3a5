import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date';
import { noWords, type GuideContent, type GuideQuestion } from './guide.model';
import { emptyAnswer, emptyFields, type InterviewContent, type InterviewFields } from './interview.model';
import { searchTextOf, secondsOf, stopped, whyNotSigned, wrongAnswer } from './interview.rules';

const TODAY = '2026-11-20' as PlainDate;
const said = (ru: string) => ({ ...noWords(), ru });
const question = (patch: Partial<GuideQuestion>): GuideQuestion => ({
  code: 'why',
  kind: 'note',
  text: said('Почему?'),
  hint: noWords(),
  options: [],
  several: false,
  anchors: [],
  ...patch,
});
const guide = (audience: 'candidate' | 'child'): GuideContent => ({
  audience,
  title: said('Интервью'),
  intro: noWords(),
  sections: [{ code: 'one', title: said('Мотивация'), hint: noWords(), questions: [question({})] }],
});
const content = (fields: Partial<InterviewFields> = {}, note = 'хочет помочь'): InterviewContent => ({
  fields: { ...emptyFields(TODAY, 'ru'), ...fields },
  answers: { why: { ...emptyAnswer(), note } },
  quotes: [],
});
const whole: Partial<InterviewFields> = { recommendation: 'recommended', grounds: 'опыт и время', validUntil: '2027-11-20' as PlainDate };

describe('an interview with a candidate is signed with a recommendation, its grounds and the date it holds until', () => {
  it.each<[string, Partial<InterviewFields>, { path: string; code: string }[]]>([
    ['everything said', whole, []],
    ['no recommendation', { ...whole, recommendation: null }, [{ path: 'recommendation', code: 'INTERVIEW.NO_RECOMMENDATION' }]],
    ['no grounds', { ...whole, grounds: ' \n' }, [{ path: 'grounds', code: 'TEXT.REQUIRED' }]],
    ['conditions that are not named', { ...whole, recommendation: 'with-conditions' }, [{ path: 'conditions', code: 'TEXT.REQUIRED' }]],
    ['conditions that are', { ...whole, recommendation: 'with-conditions', conditions: 'супервизия' }, []],
    [
      'a refusal without a date',
      { ...whole, recommendation: 'not-recommended', validUntil: null },
      [{ path: 'validUntil', code: 'INTERVIEW.NO_VALIDITY' }],
    ],
    ['a date before the talk', { ...whole, validUntil: TODAY }, [{ path: 'validUntil', code: 'INTERVIEW.VALID_TOO_EARLY' }]],
    ['three years', { ...whole, validUntil: '2029-11-20' as PlainDate }, []],
    ['a day more', { ...whole, validUntil: '2029-11-21' as PlainDate }, [{ path: 'validUntil', code: 'INTERVIEW.VALID_TOO_LONG' }]],
    [
      'a talk that is still to come',
      { ...whole, onDate: '2026-11-21' as PlainDate, validUntil: '2027-01-01' as PlainDate },
      [{ path: 'onDate', code: 'DATE.IN_FUTURE' }],
    ],
  ])('%s', (_, fields, wrong) => {
    expect(whyNotSigned('candidate', guide('candidate'), content(fields), TODAY)).toEqual(wrong);
  });

  it('and not before anything was noted', () => {
    expect(whyNotSigned('candidate', guide('candidate'), content(whole, ' '), TODAY)).toEqual([{ path: 'answers', code: 'INTERVIEW.NOTHING_NOTED' }]);
  });
});

it('an interview with a child needs a summary and what to take into account, and no recommendation', () => {
  expect(whyNotSigned('child', guide('child'), content(), TODAY).map((field) => field.path)).toEqual(['summary', 'toConsider']);
  expect(whyNotSigned('child', guide('child'), content({ summary: 'ждёт', toConsider: 'боится громкого голоса' }), TODAY)).toEqual([]);
});

describe('an answer holds what its question can', () => {
  const level = question({ kind: 'rating', anchors: [said('нет'), said('да')] });
  const one = question({
    kind: 'choice',
    options: [
      { code: 'a', label: said('А') },
      { code: 'b', label: said('Б') },
    ],
  });
  it.each<[string, GuideQuestion | undefined, object, string[]]>([
    ['a question of another guide', undefined, { note: 'x' }, ['INTERVIEW.NO_SUCH_QUESTION']],
    ['the highest level', level, { rating: 2 }, []],
    ['a level above it', level, { rating: 3 }, ['INTERVIEW.NO_SUCH_LEVEL']],
    ['a level for a plain note', question({}), { rating: 1 }, ['INTERVIEW.NO_SUCH_LEVEL']],
    ['one option', one, { choices: ['b'] }, []],
    ['two where one is asked', one, { choices: ['a', 'b'] }, ['INTERVIEW.NO_SUCH_OPTION']],
    ['two where several are', { ...one, several: true }, { choices: ['a', 'b'] }, []],
    ['one option twice', { ...one, several: true }, { choices: ['a', 'a'] }, ['INTERVIEW.NO_SUCH_OPTION']],
    ['an unknown option', one, { choices: ['c'] }, ['INTERVIEW.NO_SUCH_OPTION']],
  ])('%s', (_, asked, patch, codes) => {
    expect(wrongAnswer(asked, 'why', { ...emptyAnswer(), ...patch }).map((field) => field.code)).toEqual(codes);
  });
});

describe('the clock of a conversation', () => {
  const running = { seconds: 60, runningSince: '2026-11-20T06:00:00.000Z' };
  it('adds what has passed since it was started', () => {
    expect(secondsOf(running, '2026-11-20T06:01:30.000Z')).toBe(150);
    expect(stopped(running, '2026-11-20T06:01:30.000Z')).toEqual({ seconds: 150, runningSince: null });
  });
  it('does not run backwards when the computer’s clock is set back, nor through a night', () => {
    expect(secondsOf(running, '2026-11-20T05:00:00.000Z')).toBe(60);
    expect(secondsOf(running, '2026-11-22T06:00:00.000Z')).toBe(12 * 3600);
  });
});

it('a search finds what was written and said, not what was asked', () => {
  const text = searchTextOf({ ...content({ impression: 'спокоен' }), quotes: [{ id: 'q' as never, questionCode: null, text: 'я не подведу' }] });
  expect(text.split('\n')).toEqual(['хочет помочь', 'я не подведу', 'спокоен']);
});
