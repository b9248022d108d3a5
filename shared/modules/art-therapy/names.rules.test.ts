import { describe, expect, it } from 'vitest';
import type { PersonName } from '../../kernel/names';
import { markFor } from './mark.rules';
import { mentionsIn, namesIn, partsOf, plainMarks, withInitials } from './names.rules';
import { emptyObservation } from './observation.model';

const person = (given: string, surname: string, kk?: [string, string]): PersonName => ({
  ru: { surname, given, patronymic: '' },
  kk: kk ? { given: kk[0], surname: kk[1], patronymic: '' } : null,
});
const named = (name: PersonName) => [{ id: 'other', name }];
const found = (text: string, name: PersonName, own: PersonName | null = null) => namesIn(text, named(name), own).map(({ word }) => word);

describe('a name in another child’s observation', () => {
  it.each([
    ['Карина', 'Сел рядом с Кариной, отдал мелок Карине, ждал Карину.', ['Кариной', 'Карине', 'Карину']],
    ['Руслан', 'Смотрел на Руслана и толкнул Русланов стул. Спорил с Русланом.', ['Руслана', 'Русланов', 'Русланом']],
    ['Мерей', 'Мерея не было. Скучал по Мерею, говорил о Мерее и с Мереем.', ['Мерея', 'Мерею', 'Мерее', 'Мереем']],
    ['Ия', 'Подарил Ие рисунок Ии и ушёл', ['Ие', 'Ии']],
    ['Алихан', 'Алиханның суретін Алиханға берді, Алиханмен отырды, Алиханды күтті.', ['Алиханның', 'Алиханға', 'Алиханмен', 'Алиханды']],
    ['Вера', 'Это Верин дом, без Веры скучно.', ['Верин', 'Веры']],
  ])('%s is found in every case of the sentence', (given, text, expected) => {
    expect(found(text, person(given, 'Тестова'))).toEqual(expected);
  });

  it('is found by surname, in either spelling, without a capital letter and inside the mark', () => {
    const other = person('Айгерим', 'Сарсенова', ['Әйгерім', 'Сәрсенова']);
    expect(found('с Сарсеновой, Әйгерімге, айгерим, [[Айгерим]]', other)).toEqual(['Сарсеновой', 'Әйгерімге', 'айгерим', 'Айгерим']);
  });

  it('is not seen in a word that only begins alike', () => {
    expect(found('Верно, вертел лист, поверил. Левый край и левитация.', person('Вера', 'Лист'))).toEqual(['лист']);
    expect(found('Левый край, налево, левитация', person('Лев', 'Ким'))).toEqual([]);
    expect(found('Алиханов дом строили', person('Али', 'Ким'))).toEqual([]);
  });

  it('is not counted when it may be the child’s own', () => {
    const own = person('Алихан', 'Баймуратов');
    expect(found('Алихан рисовал, Каримов ушёл', person('Алихан', 'Каримов'), own)).toEqual(['Каримов']);
  });

  it('stands in words, themes and captions as well, and a lower-case word may be said to be none', () => {
    const fields = { ...emptyObservation(), text: 'Нарисовал: лев спит. Лев смотрел.', words: 'Это Льву? Лев!', themes: ['дом', 'Лев'] };
    const all = mentionsIn(fields, ['кораблик', 'дом Лева'], named(person('Лев', 'Ким')), null);
    expect(all.map(({ field, at, word, certain }) => [field, at, word, certain])).toEqual([
      ['text', 0, 'лев', false],
      ['text', 0, 'Лев', true],
      ['words', 0, 'Льву', true],
      ['words', 0, 'Лев', true],
      ['themes', 1, 'Лев', true],
      ['caption', 1, 'Лева', true],
    ]);
    const said = mentionsIn({ ...fields, notNames: ['лев'] }, [], named(person('Лев', 'Ким')), null);
    expect(said.map(({ word }) => word)).toEqual(['Лев', 'Льву', 'Лев', 'Лев']);
  });
});

describe('the mark', () => {
  it.each([
    ['Сел рядом с Кариной', 'Кариной', 'ru', '[[другим ребёнком]]'],
    ['Отдал мелок, подойдя к Карине', 'Карине', 'ru', '[[другому ребёнку]]'],
    ['Взял у Карины', 'Карины', 'ru', '[[другого ребёнка]]'],
    ['Карина смеялась', 'Карина', 'ru', '[[другой ребёнок]]'],
    ['Алиханмен отырды', 'Алиханмен', 'kk', '[[басқа баламен]]'],
    ['Алиханға берді', 'Алиханға', 'kk', '[[басқа балаға]]'],
    ['sat beside Alikhan', 'Alikhan', 'en', '[[another child]]'],
  ] as const)('«%s»: in the case that the sentence asks for', (text, word, language, mark) => {
    const start = text.indexOf(word);
    expect(markFor(text, start, start + word.length, language)).toBe(mark);
  });

  it('is told from the words around it, and becomes plain words on paper', () => {
    const text = 'Сел с [[другим ребёнком]] и молчал';
    expect(partsOf(text)).toEqual([
      { text: 'Сел с ', mark: false },
      { text: 'другим ребёнком', mark: true },
      { text: ' и молчал', mark: false },
    ]);
    expect(plainMarks(text)).toBe('Сел с другим ребёнком и молчал');
  });
});

it('a report for supervision has initials where names were', () => {
  const members = [
    { id: 'a', name: person('Алихан', 'Баймуратов') },
    { id: 'b', name: person('Карина', 'Волкова') },
  ];
  expect(withInitials('Спор Алихана Баймуратова и Кариной решён. алихан ушёл.', members)).toBe('Спор А. Б. и К. В. решён. А. Б. ушёл.');
});
