import type { FieldError } from '../../kernel/errors';
import { LANGUAGES, type Language } from '../../kernel/roles';
import { FEWEST_ANCHORS, type GuideContent, type GuideQuestion, type Words } from './guide.model';

const isEmpty = (text: Words): boolean => LANGUAGES.every((language) => text[language].trim() === '');

function repeated(codes: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(codes.filter((code) => seen.has(code) || !seen.add(code)));
}

function wrongQuestion(question: GuideQuestion, path: string): FieldError[] {
  const wrong: FieldError[] = [];
  if (isEmpty(question.text)) wrong.push({ path: `${path}.text`, code: 'TEXT.REQUIRED' });
  if (question.kind === 'rating') {
    if (question.anchors.length < FEWEST_ANCHORS) wrong.push({ path: `${path}.anchors`, code: 'GUIDE.TOO_FEW_ANCHORS' });
    question.anchors.forEach((anchor, index) => {
      if (isEmpty(anchor)) wrong.push({ path: `${path}.anchors.${String(index)}`, code: 'TEXT.REQUIRED' });
    });
  }
  if (question.kind === 'choice') {
    if (question.options.length < 2) wrong.push({ path: `${path}.options`, code: 'GUIDE.TOO_FEW_OPTIONS' });
    const twice = repeated(question.options.map((option) => option.code));
    question.options.forEach((option, index) => {
      if (isEmpty(option.label)) wrong.push({ path: `${path}.options.${String(index)}.label`, code: 'TEXT.REQUIRED' });
      if (twice.has(option.code)) wrong.push({ path: `${path}.options.${String(index)}.code`, code: 'GUIDE.CODE_TWICE' });
    });
  }
  return wrong;
}

/** What keeps a guide from being used, each by its path. A text in one language is enough: it is shown in that one. */
export function wrongGuide(guide: GuideContent): FieldError[] {
  const wrong: FieldError[] = [];
  if (isEmpty(guide.title)) wrong.push({ path: 'title', code: 'TEXT.REQUIRED' });
  if (guide.sections.every((section) => section.questions.length === 0)) wrong.push({ path: 'sections', code: 'GUIDE.NO_QUESTIONS' });
  const sections = repeated(guide.sections.map((section) => section.code));
  const questions = repeated(guide.sections.flatMap((section) => section.questions.map((question) => question.code)));
  guide.sections.forEach((section, index) => {
    const path = `sections.${String(index)}`;
    if (isEmpty(section.title)) wrong.push({ path: `${path}.title`, code: 'TEXT.REQUIRED' });
    if (sections.has(section.code)) wrong.push({ path: `${path}.code`, code: 'GUIDE.CODE_TWICE' });
    section.questions.forEach((question, at) => {
      const here = `${path}.questions.${String(at)}`;
      if (questions.has(question.code)) wrong.push({ path: `${here}.code`, code: 'GUIDE.CODE_TWICE' });
      wrong.push(...wrongQuestion(question, here));
    });
  });
  return wrong;
}

/** The languages in which every question, section, option and level is written. */
export function languagesOf(guide: GuideContent): Language[] {
  const texts = [
    guide.title,
    ...guide.sections.flatMap((section) => [
      section.title,
      ...section.questions.flatMap((question) => [question.text, ...question.anchors, ...question.options.map((option) => option.label)]),
    ]),
  ];
  return LANGUAGES.filter((language) => texts.every((text) => text[language].trim() !== ''));
}
