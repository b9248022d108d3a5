import { z } from 'zod';
import { RowId } from '../../kernel/ids';
import { PlainDate } from '../../kernel/plain-date';
import { line, requiredLine } from '../../kernel/text';
import { GOAL_LEVELS, MOST_GOALS } from '../assessments/goal-attainment';
import { noteText, RecordHeader } from '../clinical/clinical.model';

const Level = z.literal([...GOAL_LEVELS]);
const words = line(500);

/** A goal while it is being written: its levels may still be empty. A signed plan holds whole goals only. */
export const PlanGoal = z
  .object({
    id: RowId,
    title: line(300),
    levels: z.tuple([words, words, words, words, words]),
    baseline: Level.nullable(),
    weight: z.literal([1, 2, 3, 4]),
    setOn: PlainDate,
  })
  .strict();
export type PlanGoal = z.infer<typeof PlanGoal>;

export const PlanFields = z.object({ focus: noteText(4000), reviewOn: PlainDate.nullable(), goals: z.array(PlanGoal).max(MOST_GOALS) }).strict();
export type PlanFields = z.infer<typeof PlanFields>;

export const PlanRecord = z.object({
  header: RecordHeader,
  fields: PlanFields,
  versionNo: z.number().int(),
  asSigned: z.boolean(),
});
export type PlanRecord = z.infer<typeof PlanRecord>;

export const RatingFields = z
  .object({
    ratedOn: PlainDate,
    rater: requiredLine(200),
    /** By goal id; a goal that was not rated this time is not named. */
    levels: z.record(RowId, Level),
    note: noteText(4000),
  })
  .strict();
export type RatingFields = z.infer<typeof RatingFields>;

export const RatingRow = z.object({
  id: RowId,
  planId: RowId,
  fields: RatingFields,
  authorName: z.string(),
  at: z.string(),
  struck: z.object({ reason: z.string(), byName: z.string(), on: z.string() }).nullable(),
  /** Over all goals of the plan; null while one of them is unrated. */
  t: z.number().nullable(),
  /** T less the T of the baseline; null while a goal lacks one. */
  gain: z.number().nullable(),
});
export type RatingRow = z.infer<typeof RatingRow>;
