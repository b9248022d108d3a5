import { z } from 'zod';
import { command, defineModule, query } from '../../contract/define';
import { RowId } from '../../kernel/ids';

const none = z.object({}).strict();
/** Forms of the psychologist's room keep their drafts in the clinical vault: a key of theirs is refused here. */
const FormKey = z
  .string()
  .min(1)
  .max(160)
  .regex(/^(?!clinical\/)[\w:./-]+$/);
/** JSON text of a form; the vault encrypts it. */
const DraftData = z.string().max(400_000);
const Draft = z.object({ formKey: z.string(), data: z.string(), updatedAt: z.string() });
const draftAudit = { notJournalled: "a half-written form is nobody else's record yet; keeping it happens every few seconds" };
const viewAudit = { notJournalled: "a person's own arrangement of a list" };

export const TodayItem = z.object({
  id: z.string(),
  tone: z.enum(['alarm', 'overdue', 'today', 'soon']),
  /** ISO date or instant that the item is about; null when it has none. */
  when: z.string().nullable(),
  /** Key of the sentence in the owning module's texts, with its values. */
  title: z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  reason: z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  action: z.object({ key: z.string(), path: z.string() }),
});
export type TodayItem = z.infer<typeof TodayItem>;

export const settingsContract = defineModule('settings', {
  today: query({ permission: 'signed-in', input: none, output: z.array(TodayItem) }),
  saveDraft: command({
    permission: 'signed-in',
    input: z.object({ formKey: FormKey, data: DraftData }).strict(),
    output: z.object({ updatedAt: z.string() }),
    audit: draftAudit,
  }),
  readDraft: query({ permission: 'signed-in', input: z.object({ formKey: FormKey }).strict(), output: Draft.nullable() }),
  drafts: query({ permission: 'signed-in', input: none, output: z.array(Draft.omit({ data: true })) }),
  discardDraft: command({ permission: 'signed-in', input: z.object({ formKey: FormKey }).strict(), output: none, audit: draftAudit }),
  views: query({
    permission: 'signed-in',
    input: z.object({ list: z.string().max(60) }).strict(),
    output: z.array(z.object({ id: RowId, name: z.string(), state: z.string() })),
  }),
  saveView: command({
    permission: 'signed-in',
    input: z.object({ id: RowId, list: z.string().max(60), name: z.string().trim().min(1).max(80), state: z.string().max(20_000) }).strict(),
    output: none,
    errors: ['VIEW.TOO_MANY'],
    audit: viewAudit,
  }),
  removeView: command({ permission: 'signed-in', input: z.object({ id: RowId }).strict(), output: none, audit: viewAudit }),
  /** One's own language and idle time. */
  savePreferences: command({
    permission: 'signed-in',
    input: z.object({ language: z.enum(['ru', 'kk', 'en']), idleMinutes: z.number().int().min(1).max(60) }).strict(),
    output: none,
    audit: { subject: 'user', id: () => null },
  }),
});
