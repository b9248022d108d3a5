import { ANSWER_PARTS, emptyAnswer, type Answer, type InterviewContent, type InterviewFields, type Quote } from './interview.model';
import type { AnswerChange, InterviewChanges, QuoteChange } from './interviews.contract';

/*
 * What a window has changed, told place by place. A place is `place` or `grounds` (a field), `answers.<code>.note`, or
 * `quotes.<id>`: the same names that a conflict comes back with.
 */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const keysOf = <T extends object>(...objects: T[]): (keyof T & string)[] => [...new Set(objects.flatMap(Object.keys))] as (keyof T & string)[];

export function changesBetween(base: InterviewContent, mine: InterviewContent, except: ReadonlySet<string> = new Set()): InterviewChanges {
  const differs = (place: string, from: unknown, to: unknown): boolean => !except.has(place) && !same(from, to);
  const changes = Object.fromEntries(
    keysOf(mine.fields)
      .filter((key) => differs(key, base.fields[key], mine.fields[key]))
      .map((key) => [key, { from: base.fields[key], to: mine.fields[key] }]),
  );
  const answers = keysOf(base.answers, mine.answers).flatMap((code): AnswerChange[] => {
    const [from, to] = [base.answers[code] ?? emptyAnswer(), mine.answers[code] ?? emptyAnswer()];
    const parts = ANSWER_PARTS.filter((part) => differs(`answers.${code}.${part}`, from[part], to[part]));
    return parts.length === 0 ? [] : [{ code, ...Object.fromEntries(parts.map((part) => [part, { from: from[part], to: to[part] }])) }];
  });
  const quoteOf = (content: InterviewContent, id: string): Quote | null => content.quotes.find((quote) => quote.id === id) ?? null;
  const ids = [...new Set([...base.quotes, ...mine.quotes].map((quote) => quote.id))];
  const quotes = ids.flatMap((id): QuoteChange[] => {
    const [from, to] = [quoteOf(base, id), quoteOf(mine, id)];
    return differs(`quotes.${id}`, from, to) ? [{ id, from, to }] : [];
  });
  return { changes, answers, quotes };
}

export const isNothing = ({ changes, answers, quotes }: InterviewChanges): boolean =>
  Object.keys(changes).length === 0 && answers.length === 0 && quotes.length === 0;

/** My unsaved changes on top of what is kept now: what I did not touch follows the other window. */
export function rebased(base: InterviewContent, mine: InterviewContent, now: InterviewContent): InterviewContent {
  const { changes, answers, quotes } = changesBetween(base, mine);
  const fields = { ...now.fields };
  for (const [key, change] of Object.entries(changes)) if (change) Object.assign(fields, { [key]: change.to });
  const merged: Record<string, Answer> = { ...now.answers };
  for (const { code, ...parts } of answers) {
    const answer: Answer = { ...(merged[code] ?? emptyAnswer()) };
    for (const part of ANSWER_PARTS) if (parts[part]) Object.assign(answer, { [part]: parts[part].to });
    merged[code] = answer;
  }
  let list = [...now.quotes];
  for (const { id, to } of quotes) {
    const known = list.some((quote) => quote.id === id);
    if (to === null) list = list.filter((quote) => quote.id !== id);
    else list = known ? list.map((quote) => (quote.id === id ? to : quote)) : [...list, to];
  }
  return { fields, answers: merged, quotes: list };
}

/** The content with one place of it set: how a conflict is settled. */
export function withPlace(content: InterviewContent, place: string, value: unknown): InterviewContent {
  const [head = '', key = '', part = ''] = place.split('.');
  if (head === 'answers') {
    const answer = { ...(content.answers[key] ?? emptyAnswer()), [part]: value };
    return { ...content, answers: { ...content.answers, [key]: answer } };
  }
  if (head === 'quotes') {
    const others = content.quotes.filter((quote) => quote.id !== key);
    return { ...content, quotes: value === null ? others : [...others, value as Quote] };
  }
  return { ...content, fields: { ...content.fields, [head as keyof InterviewFields]: value } };
}
