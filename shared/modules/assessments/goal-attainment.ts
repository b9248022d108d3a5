import { z } from 'zod';
import { PlainDate } from '../../kernel/plain-date';

/**
 * Goal attainment scaling (Kiresuk and Sherman 1968): one to five goals of a person's own, each with five described levels,
 * rated -2 (much less than expected) to +2 (much more), 0 being the expected outcome. The formulas printed in
 * Turner-Stokes 2009, pp. 364 and 367, are wrong and have an erratum; this is the original one.
 */
export const GOAL_LEVELS = [-2, -1, 0, 1, 2] as const;
export type GoalLevel = (typeof GOAL_LEVELS)[number];
export const MOST_GOALS = 5;
/** The assumed correlation between goals. */
const RHO = 0.3;

const Level = z.literal([...GOAL_LEVELS]);

const words = (max: number) => z.string().trim().min(1, { error: 'TEXT.REQUIRED' }).max(max, { error: 'TEXT.TOO_LONG' });
const levelText = words(500);

export const Goal = z
  .object({
    title: words(300),
    /** What each level looks like for this person, from -2 to +2. */
    levels: z.tuple([levelText, levelText, levelText, levelText, levelText]),
    baseline: Level.nullable(),
    weight: z.literal([1, 2, 3, 4]),
    setOn: PlainDate,
  })
  .strict();
export type Goal = z.infer<typeof Goal>;

export const GoalRating = z.object({ level: Level, ratedOn: PlainDate, rater: words(200) }).strict();
export type GoalRating = z.infer<typeof GoalRating>;

/** T over goals with their weights; 50 when all came as expected. Null without goals. */
export function attainmentT(goals: readonly { weight: number; level: number }[]): number | null {
  if (goals.length === 0) return null;
  const weighted = goals.reduce((sum, goal) => sum + goal.weight * goal.level, 0);
  const squares = goals.reduce((sum, goal) => sum + goal.weight ** 2, 0);
  const weights = goals.reduce((sum, goal) => sum + goal.weight, 0);
  return 50 + (10 * weighted) / Math.sqrt((1 - RHO) * squares + RHO * weights ** 2);
}

export interface Attainment {
  baseline: number | null;
  achieved: number | null;
  /** Achieved less baseline; null while one of them is unknown. */
  gain: number | null;
  /** Places of goals that have no rating or no baseline yet. */
  unrated: number[];
  withoutBaseline: number[];
}

/** One person's goals together. A T over some of the goals would be a T of other goals: it waits for all. */
export function attainment(goals: readonly { weight: number; baseline: number | null; level: number | null }[]): Attainment {
  const places = (field: 'baseline' | 'level') => goals.flatMap((goal, index) => (goal[field] === null ? [index] : []));
  const over = (field: 'baseline' | 'level') =>
    places(field).length > 0 ? null : attainmentT(goals.map((goal) => ({ weight: goal.weight, level: goal[field] ?? 0 })));
  const [baseline, achieved] = [over('baseline'), over('level')];
  const gain = baseline === null || achieved === null ? null : achieved - baseline;
  return { baseline, achieved, gain, unrated: places('level'), withoutBaseline: places('baseline') };
}
