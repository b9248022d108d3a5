import { z } from 'zod';
import { LANGUAGES } from '../../kernel/roles';
import type { Language } from '../../kernel/roles';
import { requiredLine } from '../../kernel/text';
import { noteText } from '../clinical/clinical.model';

export const AUDIENCES = ['candidate', 'child'] as const;
export const Audience = z.enum(AUDIENCES);
export type Audience = z.infer<typeof Audience>;

export const QUESTION_KINDS = ['note', 'rating', 'choice'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** One text in the programme's languages; an empty one is not written yet. */
const words = (max: number) => z.object({ ru: noteText(max), kk: noteText(max), en: noteText(max) }).strict();
export const Words = words(2000);
export type Words = z.infer<typeof Words>;

/**
 * Stable within a guide through all its versions: what was answered under it keeps its place. Answers are looked up by it
 * in a plain object, so a name that every object has (`constructor`) is none.
 */
export const GuideCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
  .refine((code) => !(code in {}));

export const MOST_SECTIONS = 20;
export const MOST_QUESTIONS = 40;
export const MOST_OPTIONS = 20;
export const FEWEST_ANCHORS = 2;
export const MOST_ANCHORS = 7;

export const GuideOption = z.object({ code: GuideCode, label: words(300) }).strict();
export type GuideOption = z.infer<typeof GuideOption>;

export const GuideQuestion = z
  .object({
    code: GuideCode,
    kind: z.enum(QUESTION_KINDS),
    text: words(1000),
    /** What the interviewer listens for; never read aloud. */
    hint: Words,
    /** Of a choice. */
    options: z.array(GuideOption).max(MOST_OPTIONS),
    several: z.boolean(),
    /** Of a rating: what each level looks like, from the first upwards. The level is the place in this list, from 1. */
    anchors: z.array(words(600)).max(MOST_ANCHORS),
  })
  .strict();
export type GuideQuestion = z.infer<typeof GuideQuestion>;

export const GuideSection = z
  .object({ code: GuideCode, title: words(200), hint: Words, questions: z.array(GuideQuestion).max(MOST_QUESTIONS) })
  .strict();
export type GuideSection = z.infer<typeof GuideSection>;

export const GuideContent = z
  .object({
    audience: Audience,
    title: words(200),
    /** How the conversation begins: what is kept in confidence and what is not. */
    intro: Words,
    sections: z.array(GuideSection).max(MOST_SECTIONS),
  })
  .strict();
export type GuideContent = z.infer<typeof GuideContent>;

export const GuideId = z.string().regex(/^[a-z0-9][a-z0-9-]{2,59}$/);
export type GuideId = z.infer<typeof GuideId>;

/** A guide that ships with the program. */
export const BuiltInGuide = z
  .object({ id: GuideId, version: z.number().int().min(1) })
  .extend(GuideContent.shape)
  .strict();
export type BuiltInGuide = z.infer<typeof BuiltInGuide>;

export const GuideLine = z.object({
  guideId: GuideId,
  /** The version in force. */
  version: z.number().int(),
  audience: Audience,
  title: Words,
  sections: z.number().int(),
  questions: z.number().int(),
  builtIn: z.boolean(),
  retired: z.boolean(),
  changedAt: z.string().nullable(),
  changedBy: z.string(),
  /** How many interviews were begun by any of its versions. */
  used: z.number().int(),
});
export type GuideLine = z.infer<typeof GuideLine>;

export const GuideVersion = z.object({
  guideId: GuideId,
  version: z.number().int(),
  note: z.string(),
  authorName: z.string(),
  /** Null for the version that ships with the program. */
  madeAt: z.string().nullable(),
  used: z.number().int(),
});
export type GuideVersion = z.infer<typeof GuideVersion>;

export const GuideRecord = z.object({
  guideId: GuideId,
  version: z.number().int(),
  latest: z.number().int(),
  builtIn: z.boolean(),
  retired: z.boolean(),
  content: GuideContent,
  versions: z.array(GuideVersion),
});
export type GuideRecord = z.infer<typeof GuideRecord>;

/** What a new version changes, in the words of its author. */
export const VersionNote = requiredLine(300);

/** In the wanted language, or in the first that is written. */
export const wordsIn = (text: Words, language: Language): string =>
  text[language].trim() !== '' ? text[language] : (LANGUAGES.map((one) => text[one]).find((one) => one.trim() !== '') ?? '');

export const noWords = (): Words => ({ ru: '', kk: '', en: '' });
