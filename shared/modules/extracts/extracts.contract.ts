import { z } from 'zod';
import { clinicalCommand, clinicalQuery, command, defineModule, query } from '../../contract/define';
import { RowId } from '../../kernel/ids';
import { Language } from '../../kernel/roles';
import { requiredLine } from '../../kernel/text';
import {
  Conclusion,
  CONCLUSION_KINDS,
  ConclusionFields,
  ExtractDraft,
  ExtractFields,
  ExtractSubject,
  Released,
  ReleasedHeader,
  SourceLine,
} from './extracts.model';

const one = z.object({ id: RowId }).strict();
const none = z.object({}).strict();
const reason = requiredLine(500);
const extract = { subject: 'extract', id: (input: { id: string }) => input.id } as const;
const conclusion = { subject: 'conclusion', id: (input: { id: string }) => input.id } as const;
const Paper = z.object({ pdf: z.string(), fileName: z.string() });

const changes = <T extends z.ZodRawShape>(shape: T) =>
  z
    .object(
      Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, z.object({ from: value, to: value }).strict().optional()])) as {
        [K in keyof T]: z.ZodOptional<z.ZodObject<{ from: T[K]; to: T[K] }>>;
      },
    )
    .strict();
export const ExtractChanges = changes(ExtractFields.shape);
export const ConclusionChanges = changes(ConclusionFields.shape);

/** What leaves the psychologist's room, and how: drafts and conclusions in the clinical vault, signed texts in the records. */
export const extractsContract = defineModule('extracts', {
  /** Lines of signed records to write from; nothing is taken over that the psychologist has not put there. */
  sources: clinicalQuery({
    permission: 'extract.write',
    input: z.object({ subject: ExtractSubject, language: Language }).strict(),
    output: z.array(SourceLine),
    audit: { subject: 'clinical-subject', id: ({ subject }) => subject.id },
  }),
  draft: clinicalQuery({ permission: 'extract.write', input: one, output: ExtractDraft, audit: extract }),
  start: clinicalCommand({
    permission: 'extract.write',
    input: z.object({ id: RowId, subject: ExtractSubject, fields: ExtractFields, replaces: RowId.nullable().default(null) }).strict(),
    output: ExtractDraft,
    errors: ['EXTRACT.NOT_IN_FORCE', 'EXTRACT.OTHER_SUBJECT'],
    audit: extract,
  }),
  change: clinicalCommand({
    permission: 'extract.write',
    input: z.object({ id: RowId, changes: ExtractChanges }).strict(),
    output: ExtractDraft,
    errors: ['RECORD.SIGNED', 'RECORD.NOT_AUTHOR'],
    audit: extract,
  }),
  discard: clinicalCommand({ permission: 'extract.write', input: one, output: none, errors: ['RECORD.SIGNED', 'RECORD.NOT_AUTHOR'], audit: extract }),
  /** Signs the text and lays it, numbered and unchangeable, into the records. */
  sign: clinicalCommand({
    permission: 'extract.write',
    input: one,
    output: ExtractDraft,
    errors: ['RECORD.SIGNED', 'RECORD.NOT_AUTHOR', 'EXTRACT.NOT_IN_FORCE'],
    audit: extract,
  }),
  /** Finishes what a crash stopped between the two vaults. */
  place: clinicalCommand({ permission: 'extract.write', input: one, output: ExtractDraft, errors: ['RECORD.NOT_SIGNED'], audit: extract }),
  withdraw: clinicalCommand({
    permission: 'extract.write',
    input: z.object({ id: RowId, reason }).strict(),
    output: none,
    errors: ['RECORD.NOT_SIGNED', 'EXTRACT.NOT_IN_FORCE'],
    audit: extract,
  }),
  ofSubject: query({ permission: 'extract.read', input: z.object({ subject: ExtractSubject }).strict(), output: z.array(ReleasedHeader) }),
  read: query({ permission: 'extract.read', input: one, output: Released, audit: extract }),
  print: command({
    permission: 'extract.read',
    input: one,
    output: Paper,
    audit: extract,
  }),
  conclusion: clinicalQuery({ permission: 'extract.write', input: one, output: Conclusion, audit: conclusion }),
  startConclusion: clinicalCommand({
    permission: 'extract.write',
    input: z.object({ id: RowId, subject: ExtractSubject, kind: z.enum(CONCLUSION_KINDS), fields: ConclusionFields }).strict(),
    output: Conclusion,
    errors: ['EXTRACT.WRONG_SUBJECT'],
    audit: conclusion,
  }),
  changeConclusion: clinicalCommand({
    permission: 'extract.write',
    input: z.object({ id: RowId, changes: ConclusionChanges }).strict(),
    output: Conclusion,
    errors: ['RECORD.SIGNED', 'RECORD.NOT_AUTHOR'],
    audit: conclusion,
  }),
  signConclusion: clinicalCommand({
    permission: 'extract.write',
    input: one,
    output: Conclusion,
    errors: ['RECORD.SIGNED', 'RECORD.NOT_AUTHOR'],
    audit: conclusion,
  }),
  printConclusion: clinicalCommand({
    permission: 'extract.write',
    input: z.object({ id: RowId, language: Language, reason }).strict(),
    output: Paper,
    errors: ['RECORD.NOT_SIGNED'],
    audit: conclusion,
  }),
});
