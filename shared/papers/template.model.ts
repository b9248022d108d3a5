import { z } from 'zod';

/** A paper's text as the organisation may edit it: plain sentences with {{fields}} and [[if …]] … [[end]]. Never markup. */
export const TEMPLATE_LANGUAGES = ['kk', 'ru'] as const;
export type TemplateLanguage = (typeof TEMPLATE_LANGUAGES)[number];

const Texts = z.object({ kk: z.string().max(20_000).optional(), ru: z.string().max(20_000).optional() }).strict();
export type Texts = z.infer<typeof Texts>;

export const TemplateSection = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/),
    title: Texts,
    body: Texts,
    /** An organisation may reword such a section, not leave it out: the law names its content. */
    required: z.boolean(),
    /** Which rule asks for it. */
    source: z.string().max(300),
  })
  .strict();
export type TemplateSection = z.infer<typeof TemplateSection>;

export const Template = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]{2,60}$/),
    version: z.string().regex(/^[\w.-]{1,30}$/),
    jurisdiction: z.enum(['kz', 'ru']),
    languages: z.array(z.enum(TEMPLATE_LANGUAGES)).min(1).max(2),
    inForceFrom: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    /** Told to whoever edits it. No lawyer has read the built-in texts. */
    note: z.string().max(2000),
    title: Texts,
    under: Texts,
    sections: z.array(TemplateSection).min(1).max(60),
    signatures: z
      .array(z.object({ party: z.enum(['organisation', 'authority', 'host']), title: Texts }).strict())
      .min(1)
      .max(4),
  })
  .strict();
export type Template = z.infer<typeof Template>;

export interface TemplateFault {
  path: string;
  code:
    | 'TEMPLATE.SHAPE'
    | 'TEMPLATE.UNKNOWN_FIELD'
    | 'TEMPLATE.UNKNOWN_CONDITION'
    | 'TEMPLATE.UNBALANCED'
    | 'TEMPLATE.LANGUAGE_MISSING'
    | 'TEMPLATE.SECTION_MISSING'
    | 'TEMPLATE.SECTION_TWICE';
  detail: string;
}

/** Sections that a contract of the jurisdiction must have (Kazakhstan: Code, art. 137-2). */
export const REQUIRED_SECTIONS: Record<'kz' | 'ru', readonly string[]> = {
  kz: ['parties', 'child', 'subject', 'term', 'conditions', 'host-rights', 'host-duties', 'organisation-duties', 'authority-duties', 'ending'],
  ru: ['parties', 'child', 'subject', 'term', 'conditions', 'host-duties', 'organisation-duties', 'ending'],
};
