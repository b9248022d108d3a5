import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date';
import { changesBetween, isNothing, rebased, withPlace } from './interview.changes';
import { emptyAnswer, emptyFields, type InterviewContent } from './interview.model';

const quote = (id: string, text: string) => ({ id, questionCode: null, text }) as InterviewContent['quotes'][number];
const start = (): InterviewContent => ({
  fields: emptyFields('2026-11-20' as PlainDate, 'ru'),
  answers: { why: { ...emptyAnswer(), note: 'а' } },
  quotes: [quote('one', 'раз')],
});
const at = (content: InterviewContent, ...places: [string, unknown][]): InterviewContent =>
  places.reduce((now, [place, value]) => withPlace(now, place, value), content);

describe('what a window changed', () => {
  it('is told place by place, and nothing else', () => {
    const mine = at(start(), ['place', 'кабинет'], ['answers.why.rating', 2], ['quotes.one', null], ['quotes.two', quote('two', 'два')]);
    expect(changesBetween(start(), mine)).toEqual({
      changes: { place: { from: '', to: 'кабинет' } },
      answers: [{ code: 'why', rating: { from: null, to: 2 } }],
      quotes: [
        { id: 'one', from: quote('one', 'раз'), to: null },
        { id: 'two', from: null, to: quote('two', 'два') },
      ],
    });
  });

  it('is nothing for an answer that was opened and left empty', () => {
    expect(isNothing(changesBetween(start(), at(start(), ['answers.other.note', ''])))).toBe(true);
  });

  it('leaves out the places that wait for a choice', () => {
    const mine = at(start(), ['answers.why.note', 'б'], ['answers.why.rating', 1], ['grounds', 'в']);
    const changes = changesBetween(start(), mine, new Set(['answers.why.note', 'grounds']));
    expect(changes).toEqual({ changes: {}, answers: [{ code: 'why', rating: { from: null, to: 1 } }], quotes: [] });
  });
});

it('what I typed stays on top of what another window saved, and the rest follows it', () => {
  const mine = at(start(), ['answers.why.note', 'моё'], ['quotes.two', quote('two', 'два')]);
  const theirs = at(start(), ['answers.why.rating', 3], ['impression', 'их'], ['quotes.one', quote('one', 'раз, два')]);
  const merged = rebased(start(), mine, theirs);
  expect(merged.answers).toEqual({ why: { note: 'моё', rating: 3, choices: [] } });
  expect(merged.fields.impression).toBe('их');
  expect(merged.quotes.map((one) => one.text)).toEqual(['раз, два', 'два']);
});
