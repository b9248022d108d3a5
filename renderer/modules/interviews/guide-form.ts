import { z } from 'zod';
import {
  GuideContent,
  noWords,
  VersionNote,
  type Audience,
  type GuideQuestion,
  type GuideSection,
} from '../../../shared/modules/interviews/guide.model';
import { wrongGuide } from '../../../shared/modules/interviews/guide.rules';

/** What is wrong stands at the first language of a text: there a person begins to write it. */
const atField = (path: string, code: string): string[] => ['content', ...path.split('.'), ...(code === 'TEXT.REQUIRED' ? ['ru'] : [])];

export const GuideForm = z.object({ content: GuideContent, note: VersionNote }).superRefine(({ content }, ctx) => {
  for (const { path, code } of wrongGuide(content)) ctx.addIssue({ code: 'custom', path: atField(path, code), message: code });
});
export type GuideForm = z.input<typeof GuideForm>;

/** A code that no question of any version has had: answers under an old code never come under a new question. */
export const freshCode = (kind: 's' | 'q' | 'o'): string => `${kind}-${crypto.randomUUID().slice(0, 13)}`;

export const emptyQuestion = (): GuideQuestion => ({
  code: freshCode('q'),
  kind: 'note',
  text: noWords(),
  hint: noWords(),
  options: [],
  several: false,
  anchors: [],
});

export const emptySection = (): GuideSection => ({ code: freshCode('s'), title: noWords(), hint: noWords(), questions: [emptyQuestion()] });

export const emptyGuide = (audience: Audience): GuideContent => ({ audience, title: noWords(), intro: noWords(), sections: [emptySection()] });
