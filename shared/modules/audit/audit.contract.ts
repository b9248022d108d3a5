import { z } from 'zod';
import { command, defineModule, query } from '../../contract/define';
import { Password } from '../session/session.model';
import { JournalFilter, JournalPage, Verdict } from './audit.model';

const none = z.object({}).strict();
const Page = z
  .object({ filter: JournalFilter, before: z.number().int().positive().optional(), limit: z.number().int().min(1).max(200).default(50) })
  .strict();
const Facets = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  actions: z.array(z.string()),
  subjects: z.array(z.string()),
});
const Check = z
  .object({
    /** Monthly lines typed from the director's paper journal. */
    lines: z.array(z.string().max(100)).max(60).default([]),
    /** The sheet of this vault's recovery key: then every keyed MAC since the first day is checked. */
    recoveryKey: z.string().min(10).max(400).optional(),
  })
  .strict();
const Line = z.object({ line: z.string(), seq: z.number().int(), at: z.string() });
const Pdf = z.object({ pdf: z.string(), line: z.string() });
const File = z.object({ name: z.string(), xlsx: z.string(), rows: z.number().int() });
const Reason = z.string().trim().min(3, { error: 'EXPORT.NO_REASON' }).max(300);
const journal = { subject: 'journal', id: () => null };
const errors = ['RECOVERY.WRONG_GROUP', 'RECOVERY.CHECKSUM', 'RECOVERY.OTHER_KEY', 'JOURNAL.OTHER_RECOVERY_KEY'];

export const auditContract = defineModule('audit', {
  list: query({ permission: 'journal.read', input: Page, output: JournalPage }),
  facets: query({ permission: 'journal.read', input: none, output: Facets }),
  /** Walks the whole chain and names the first entry that does not hold. */
  verify: query({ permission: 'journal.read', input: Check, output: Verdict, errors, audit: journal }),
  monthlyLine: query({ permission: 'journal.read', input: none, output: Line }),
  printLine: command({ permission: 'journal.read', input: none, output: Pdf, audit: journal }),
  export: command({
    permission: 'journal.read',
    input: z.object({ filter: JournalFilter, reason: Reason }).strict(),
    output: File,
    errors: ['EXPORT.TOO_MANY'],
    audit: journal,
  }),
  /**
   * A vault older than its anchor is read and not changed until somebody says that they know: an administrator for the
   * records, a psychologist for the clinical vault. A restore does not need it, it writes its own entry and anchor.
   */
  acknowledgeOlder: command({
    permission: 'journal.acknowledge',
    input: z.object({ vault: z.enum(['records', 'clinical']), password: Password }).strict(),
    output: none,
    errors: ['PASSWORD.WRONG', 'JOURNAL.NOT_OLDER'],
    audit: { subject: 'vault', id: (input: { vault: string }) => input.vault },
  }),
  /** The clinical vault has its own journal, readable by those who hold its key. */
  listClinical: query({ permission: 'journal.clinical', input: Page, output: JournalPage, errors: ['CLINICAL.ABSENT'] }),
  verifyClinical: query({ permission: 'journal.clinical', input: Check, output: Verdict, errors: [...errors, 'CLINICAL.ABSENT'], audit: journal }),
});
