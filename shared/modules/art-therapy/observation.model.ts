import { z } from 'zod';
import { ChildId, RowId } from '../../kernel/ids';
import { line } from '../../kernel/text';
import { Attachment, noteText, RecordHeader } from '../clinical/clinical.model';
import { SharedSession } from './art-therapy.model';

const words = (max: number) => z.object({ ru: line(max), kk: line(max), en: line(max) }).strict();
export type ScaleWords = z.infer<ReturnType<typeof words>>;

/** Stable through all versions. Levels are looked up by it in a plain object, so a name that every object has is none. */
export const ScaleCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .refine((code) => !(code in {}));

export const MOST_SCALES = 8;
export const FEWEST_LEVELS = 3;
export const MOST_LEVELS = 7;

export const ScaleDraft = z.object({ code: ScaleCode, title: words(80), levels: z.array(words(160)).min(FEWEST_LEVELS).max(MOST_LEVELS) }).strict();
export type ScaleDraft = z.infer<typeof ScaleDraft>;

/** `version` rises only when this scale's own words or levels change: another scale's correction breaks no line. */
export const Scale = ScaleDraft.extend({ version: z.number().int().min(1) }).strict();
export type Scale = z.infer<typeof Scale>;

export const ScaleSet = z.object({
  version: z.number().int(),
  scales: z.array(Scale),
  note: z.string(),
  authorName: z.string(),
  madeAt: z.string().nullable(),
});
export type ScaleSet = z.infer<typeof ScaleSet>;

export const MOST_THEMES = 20;
/** One child at one session. Another child of the group is never named here: the mark stands in its place. */
export const ObservationFields = z
  .object({
    levels: z.record(ScaleCode, z.number().int().min(1).max(MOST_LEVELS)),
    themes: z.array(line(80)).max(MOST_THEMES),
    words: noteText(2000),
    text: noteText(8000),
    /** Folded lower-case words that look like a name of the group and are none («лев», «вера»), as the author says. */
    notNames: z.array(line(80)).max(40),
  })
  .strict();
export type ObservationFields = z.infer<typeof ObservationFields>;
export const emptyObservation = (): ObservationFields => ({ levels: {}, themes: [], words: '', text: '', notNames: [] });

export const SessionContent = z.object({ technique: line(300), course: noteText(12_000), process: noteText(12_000) }).strict();
export type SessionContent = z.infer<typeof SessionContent>;
export const emptyContent = (): SessionContent => ({ technique: '', course: '', process: '' });

export const PlannedSession = z.object({ id: RowId, theme: line(160), technique: line(300), aim: line(500) }).strict();
export type PlannedSession = z.infer<typeof PlannedSession>;
export const PlanFields = z.object({ aim: noteText(4000), sessions: z.array(PlannedSession).max(200) }).strict();
export type PlanFields = z.infer<typeof PlanFields>;

/** A word in one child's observation that names another child of the group. */
export const Mention = z.object({
  field: z.enum(['text', 'words', 'themes', 'caption']),
  /** Index of the theme or of the drawing; 0 for the texts. */
  at: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
  word: z.string(),
  /** A lower-case word may be no name after all; only such a one can be said to be none. */
  certain: z.boolean(),
});
export type Mention = z.infer<typeof Mention>;

export const Observation = z.object({
  childId: ChildId,
  name: z.string(),
  fields: ObservationFields,
  mentions: z.array(Mention),
});
export type Observation = z.infer<typeof Observation>;

export const SessionBlocker = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  childId: ChildId.nullable(),
});
export type SessionBlocker = z.infer<typeof SessionBlocker>;

export const GroupSessionRecord = z.object({
  header: RecordHeader,
  shared: SharedSession,
  content: SessionContent,
  scales: ScaleSet,
  observations: z.array(Observation),
  hiddenObservations: z.number().int(),
  drawings: z.array(Attachment),
  blockers: z.array(SessionBlocker),
  asSigned: z.boolean(),
});
export type GroupSessionRecord = z.infer<typeof GroupSessionRecord>;

export const SealedLine = z.object({
  id: RowId,
  state: z.enum(['draft', 'signed', 'withdrawn']),
  authorName: z.string(),
  technique: z.string(),
  observations: z.number().int(),
  drawings: z.number().int(),
});
export type SealedLine = z.infer<typeof SealedLine>;

export const GroupRoom = z.object({ groupId: RowId, plan: PlanFields, sessions: z.array(SealedLine) });
export type GroupRoom = z.infer<typeof GroupRoom>;

/** A line of the chart: one scale in one version. Points of another version are another line. */
export const CourseLine = z.object({
  code: ScaleCode,
  version: z.number().int(),
  scale: Scale,
  points: z.array(z.object({ sessionId: RowId, onDate: z.string(), level: z.number().int() })),
});
export type CourseLine = z.infer<typeof CourseLine>;
export const Course = z.object({
  childId: ChildId,
  name: z.string(),
  sessions: z.array(z.object({ id: RowId, groupId: RowId, groupName: z.string(), onDate: z.string(), theme: z.string(), signed: z.boolean() })),
  lines: z.array(CourseLine),
});
export type Course = z.infer<typeof Course>;
