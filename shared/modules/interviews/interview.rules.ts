import type { FieldError } from '../../kernel/errors';
import { addMonths, type PlainDate } from '../../kernel/plain-date';
import type { Audience, GuideContent, GuideQuestion } from './guide.model';
import type { Answer, Clock, InterviewContent } from './interview.model';

export const questionsOf = (guide: GuideContent): GuideQuestion[] => guide.sections.flatMap((section) => section.questions);

export const isAnswered = (answer: Answer | undefined): boolean =>
  answer !== undefined && (answer.note.trim() !== '' || answer.rating !== null || answer.choices.length > 0);

/** What of an answer its question cannot hold. */
export function wrongAnswer(question: GuideQuestion | undefined, code: string, answer: Answer): FieldError[] {
  if (!question) return [{ path: `answers.${code}`, code: 'INTERVIEW.NO_SUCH_QUESTION' }];
  const wrong: FieldError[] = [];
  if (answer.rating !== null && (question.kind !== 'rating' || answer.rating > question.anchors.length))
    wrong.push({ path: `answers.${code}.rating`, code: 'INTERVIEW.NO_SUCH_LEVEL' });
  const known = question.kind === 'choice' ? question.options.map((option) => option.code) : [];
  const unknown = answer.choices.some((choice) => !known.includes(choice)) || new Set(answer.choices).size !== answer.choices.length;
  if (unknown || (answer.choices.length > 1 && !question.several)) wrong.push({ path: `answers.${code}.choices`, code: 'INTERVIEW.NO_SUCH_OPTION' });
  return wrong;
}

/** The longest that a recommendation may hold: people's lives change. */
export const LONGEST_VALID_MONTHS = 36;

function wrongRecommendation({ fields }: InterviewContent): FieldError[] {
  const wrong: FieldError[] = [];
  if (fields.recommendation === null) wrong.push({ path: 'recommendation', code: 'INTERVIEW.NO_RECOMMENDATION' });
  if (fields.grounds.trim() === '') wrong.push({ path: 'grounds', code: 'TEXT.REQUIRED' });
  if (fields.recommendation === 'with-conditions' && fields.conditions.trim() === '') wrong.push({ path: 'conditions', code: 'TEXT.REQUIRED' });
  if (fields.validUntil === null) wrong.push({ path: 'validUntil', code: 'INTERVIEW.NO_VALIDITY' });
  else if (fields.validUntil <= fields.onDate) wrong.push({ path: 'validUntil', code: 'INTERVIEW.VALID_TOO_EARLY' });
  else if (fields.validUntil > addMonths(fields.onDate, LONGEST_VALID_MONTHS)) wrong.push({ path: 'validUntil', code: 'INTERVIEW.VALID_TOO_LONG' });
  return wrong;
}

/** What keeps an interview from being signed, each at its field. The screen and the signature ask the same list. */
export function whyNotSigned(audience: Audience, guide: GuideContent, content: InterviewContent, today: PlainDate): FieldError[] {
  const wrong: FieldError[] = [];
  if (content.fields.onDate > today) wrong.push({ path: 'onDate', code: 'DATE.IN_FUTURE' });
  if (!questionsOf(guide).some((question) => isAnswered(content.answers[question.code])))
    wrong.push({ path: 'answers', code: 'INTERVIEW.NOTHING_NOTED' });
  if (audience === 'candidate') return [...wrong, ...wrongRecommendation(content)];
  for (const path of ['summary', 'toConsider'] as const) if (content.fields[path].trim() === '') wrong.push({ path, code: 'TEXT.REQUIRED' });
  return wrong;
}

/** Longer than this no conversation lasts: a clock that was left running is cut here. */
const LONGEST_SECONDS = 12 * 3600;

export function secondsOf(clock: Clock, nowIso: string): number {
  const running = clock.runningSince === null ? 0 : Math.max(0, Math.floor((Date.parse(nowIso) - Date.parse(clock.runningSince)) / 1000));
  return Math.min(LONGEST_SECONDS, clock.seconds + running);
}

export const stopped = (clock: Clock, nowIso: string): Clock => ({ seconds: secondsOf(clock, nowIso), runningSince: null });

/** The words that a search finds an interview by: what was written, not what was asked. */
export function searchTextOf(content: InterviewContent): string {
  const { impression, summary, toConsider, grounds, conditions } = content.fields;
  return [
    ...Object.values(content.answers).map((answer) => answer.note),
    ...content.quotes.map((quote) => quote.text),
    impression,
    summary,
    toConsider,
    grounds,
    conditions,
  ]
    .filter((text) => text.trim() !== '')
    .join('\n');
}
