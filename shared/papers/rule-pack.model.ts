import { z } from 'zod';

/** How sure a period is: read in the act, told by a second source, or recalled and to be checked by the organisation. */
export const TAGS = ['verified', 'secondary', 'not-verified'] as const;

export const RuleParameter = z
  .object({
    value: z.union([z.number(), z.boolean(), z.string().max(200), z.null()]),
    source: z.string().max(400),
    tag: z.enum(TAGS),
  })
  .strict();

/** About whom a paper is asked for. `adults` is the host and the spouse, `household` everyone who lives there. */
export const GATE_SUBJECTS = ['host', 'spouse', 'adults', 'household', 'child', 'pair'] as const;

export const GateRequirement = z
  .object({
    code: z.string().regex(/^[a-z][a-z.-]{2,60}$/),
    /** The kind of paper as the owning module names it. */
    kind: z.string().regex(/^[a-z][a-z-]{2,60}$/),
    subject: z.enum(GATE_SUBJECTS),
    /** Name of the parameter with the months it counts from its date of issue; null: as long as it says itself. */
    validMonths: z.string().max(100).nullable(),
    shownIsEnough: z.boolean(),
    weight: z.enum(['required', 'warned']),
    source: z.string().max(400),
    tag: z.enum(TAGS),
  })
  .strict();
export type GateRequirement = z.infer<typeof GateRequirement>;

/** The dated rules of one country: every legal period is data with its source, never a constant in code. */
export const RulePack = z
  .object({
    id: z.string().regex(/^[a-z]{2}-[a-z-]+$/),
    version: z.string().regex(/^[\w.-]{1,30}$/),
    jurisdiction: z.enum(['kz', 'ru']),
    inForceFrom: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    title: z.object({ ru: z.string(), kk: z.string(), en: z.string() }).strict(),
    source: z.string().max(1000),
    checkedBy: z.string().max(200),
    checkedOn: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .nullable(),
    parameters: z.record(z.string().regex(/^[a-zA-Z.-]{3,60}$/), RuleParameter),
    guestContract: z.array(GateRequirement).min(1).max(60),
  })
  .strict()
  .superRefine((pack, context) => {
    for (const [index, need] of pack.guestContract.entries()) {
      if (need.validMonths !== null && !Object.hasOwn(pack.parameters, need.validMonths)) {
        context.addIssue({ code: 'custom', message: 'RULE_PACK.UNKNOWN_PARAMETER', path: ['guestContract', index, 'validMonths'] });
      }
    }
  });
export type RulePack = z.infer<typeof RulePack>;
