import { z } from 'zod';
import { PlainDate } from '../../kernel/plain-date';

export const OUTCOMES = ['done', 'refused', 'not-allowed', 'invalid', 'failed'] as const;

/** The journal's columns as a screen shows them. Codes stay codes: the labels are the interface's own, in its language. */
export const JournalLine = z.object({
  seq: z.number().int(),
  at: z.string(),
  userId: z.string().nullable(),
  /** The person's name today; null for entries of the program itself and of nobody. */
  userName: z.string().nullable(),
  action: z.string(),
  subject: z.string(),
  subjectId: z.string().nullable(),
  outcome: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
});
export type JournalLine = z.infer<typeof JournalLine>;

export const JournalFilter = z
  .object({
    userId: z.string().max(64).optional(),
    action: z.string().max(80).optional(),
    subject: z.string().max(80).optional(),
    subjectId: z.string().max(80).optional(),
    outcome: z.enum(OUTCOMES).optional(),
    from: PlainDate.optional(),
    to: PlainDate.optional(),
  })
  .strict();
export type JournalFilter = z.infer<typeof JournalFilter>;

export const JournalPage = z.object({
  entries: z.array(JournalLine),
  /** Give it back as `before` for the next page; null at the journal's beginning. */
  next: z.number().int().nullable(),
});
export type JournalPage = z.infer<typeof JournalPage>;

export const FAULTS = ['gap', 'malformed', 'link', 'mac', 'anchor', 'truncated', 'key'] as const;

export const Verdict = z.object({
  ok: z.boolean(),
  entries: z.number().int(),
  keyed: z.number().int(),
  anchors: z.number().int(),
  firstBad: z.object({ seq: z.number().int(), why: z.enum(FAULTS) }).nullable(),
  /** Rows that are not as the newest entry of their change left them: put back to an earlier day behind the journal. */
  stale: z.array(z.object({ subject: z.string(), id: z.string(), label: z.string() })),
  /** Lines from paper that are mistyped, by their place in the request. */
  unreadLines: z.array(z.number().int()),
  /** True when the first key was given and every epoch's MACs were checked. */
  whole: z.boolean(),
});
export type Verdict = z.infer<typeof Verdict>;
