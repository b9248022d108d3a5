import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BuiltInGuide, GuideContent, noWords, wordsIn, type GuideQuestion } from './guide.model';
import { languagesOf, wrongGuide } from './guide.rules';

const said = (ru: string) => ({ ...noWords(), ru });
const question = (patch: Partial<GuideQuestion> = {}): GuideQuestion => ({
  code: 'why',
  kind: 'note',
  text: said('Почему?'),
  hint: noWords(),
  options: [],
  several: false,
  anchors: [],
  ...patch,
});
const guide = (...questions: GuideQuestion[]): GuideContent => ({
  audience: 'child',
  title: said('Интервью'),
  intro: noWords(),
  sections: [{ code: 'one', title: said('Начало'), hint: noWords(), questions }],
});

describe.each(['candidate', 'child'])('the %s guide that ships', (name) => {
  const shipped = BuiltInGuide.parse(JSON.parse(readFileSync(join(import.meta.dirname, `../../../resources/interview-guides/${name}.json`), 'utf8')));
  it('is whole in three languages, with every level in words', () => {
    expect(wrongGuide(shipped)).toEqual([]);
    expect(languagesOf(shipped)).toEqual(['ru', 'kk', 'en']);
    expect(shipped).toMatchObject({ id: name, audience: name });
    for (const rated of shipped.sections.flatMap((section) => section.questions).filter((one) => one.kind === 'rating'))
      expect(rated.anchors).toHaveLength(4);
  });
});

it('the candidate’s guide asks after everything a conclusion has to speak of', () => {
  const shipped = BuiltInGuide.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '../../../resources/interview-guides/candidate.json'), 'utf8')),
  );
  const themes = shipped.sections.map((section) => section.code);
  for (const theme of ['motivation', 'expectations', 'readiness', 'resources', 'boundaries', 'parents', 'household', 'loss', 'risks'])
    expect(themes).toContain(theme);
});

describe('a guide is refused by the path of what is wrong', () => {
  it.each<[string, GuideContent, string[]]>([
    ['nothing asked', guide(), ['sections GUIDE.NO_QUESTIONS']],
    ['a question without words', guide(question({ text: noWords() })), ['sections.0.questions.0.text TEXT.REQUIRED']],
    [
      'two questions under one code',
      guide(question(), question()),
      ['sections.0.questions.0.code GUIDE.CODE_TWICE', 'sections.0.questions.1.code GUIDE.CODE_TWICE'],
    ],
    ['a rating of one level', guide(question({ kind: 'rating', anchors: [said('да')] })), ['sections.0.questions.0.anchors GUIDE.TOO_FEW_ANCHORS']],
    [
      'a level without words',
      guide(question({ kind: 'rating', anchors: [said('да'), noWords()] })),
      ['sections.0.questions.0.anchors.1 TEXT.REQUIRED'],
    ],
    [
      'a choice of one',
      guide(question({ kind: 'choice', options: [{ code: 'a', label: said('А') }] })),
      ['sections.0.questions.0.options GUIDE.TOO_FEW_OPTIONS'],
    ],
  ])('%s', (_, wrong, paths) => {
    expect(wrongGuide(wrong).map((field) => `${field.path} ${field.code}`)).toEqual(paths);
  });

  it('and a hostile one before that, by its shape', () => {
    const many = {
      ...guide(question()),
      sections: Array.from({ length: 10_000 }, (_, at) => ({ ...guide(question()).sections[0], code: `s${String(at)}` })),
    };
    expect(GuideContent.safeParse(many).success).toBe(false);
    expect(GuideContent.safeParse({ ...guide(question()), __proto__x: 1 }).success).toBe(false);
    for (const code of ['__proto__', 'constructor']) expect(GuideContent.safeParse(guide(question({ code }))).success).toBe(false);
    expect(GuideContent.safeParse(guide(question({ text: said('x'.repeat(1001)) }))).success).toBe(false);
  });
});

it('a text that is not written in the screen’s language is shown in one that is', () => {
  expect(wordsIn(said('Почему?'), 'kk')).toBe('Почему?');
  expect(wordsIn({ ru: 'Почему?', kk: 'Неге?', en: '' }, 'kk')).toBe('Неге?');
});
