import { z } from 'zod';
import { clinicalCommand, clinicalQuery, defineModule } from '../../contract/define';
import { RowId } from '../../kernel/ids';
import { PlainDate } from '../../kernel/plain-date';
import { Language } from '../../kernel/roles';
import { line, requiredLine } from '../../kernel/text';
import { noteText, requiredNote, Subject } from '../clinical/clinical.model';
import {
  AlertRecord,
  Assessment,
  AssessmentRow,
  DefinitionHash,
  External,
  ExternalFields,
  InstrumentCard,
  Projective,
  ProjectiveFields,
  Respondent,
  RespondentFields,
  Sitting,
} from './assessments.model';
import { Instrument } from './instrument.model';
import { Answers } from './result.model';

const none = z.object({}).strict();
const one = z.object({ id: RowId }).strict();
const assessment = { subject: 'assessment', id: (input: { id: string }) => input.id } as const;
const instrument = { subject: 'instrument', id: () => null } as const;
const reason = requiredLine(500);
const definitionText = z.string().max(2_200_000, { error: 'FILE.TOO_LARGE' });
const File = z.object({ data: z.string(), fileName: z.string(), rows: z.number().int() });

const DefinitionError = z.object({ path: z.string(), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() });

/** Column names of a file of many respondents, and how its codes are to be read. */
export const BatchOptions = z
  .object({
    hash: DefinitionHash,
    text: z.string().max(15_000_000, { error: 'FILE.TOO_LARGE' }),
    columns: z
      .object({
        respondent: requiredLine(200),
        date: line(200).optional(),
        sex: line(200).optional(),
        birthDate: line(200).optional(),
        age: line(200).optional(),
      })
      .strict(),
    delimiter: z.enum([';', ',', '\t']).optional(),
    sexCodes: z
      .object({ m: z.array(line(20)).max(10), f: z.array(line(20)).max(10) })
      .strict()
      .optional(),
    missingCodes: z.array(line(20)).max(20).default([]),
    testDate: PlainDate.optional(),
    language: Language,
    respondent: Respondent,
  })
  .strict();
export type BatchOptions = z.infer<typeof BatchOptions>;

const BatchPreview = z.object({
  delimiter: z.string(),
  unknownColumns: z.array(z.string()),
  errors: z.array(
    z.object({
      line: z.number(),
      column: z.string().nullable(),
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
  errorCount: z.number().int(),
  rows: z.number().int(),
  unanswered: z.number().int(),
  /** Respondents whose code is a child's code in the records; the others are kept under their code alone. */
  knownChildren: z.number().int(),
  first: z.array(
    z.object({
      respondent: z.string(),
      subjectName: z.string().nullable(),
      scales: z.array(z.object({ id: z.string(), display: z.number().nullable() })),
    }),
  ),
});

const editable = <T extends z.ZodRawShape>(fields: T) =>
  z
    .object(
      Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, z.object({ from: value, to: value }).strict().optional()])) as {
        [K in keyof T]: z.ZodOptional<z.ZodObject<{ from: T[K]; to: T[K] }>>;
      },
    )
    .strict();

export const ProjectiveChanges = editable(ProjectiveFields.shape);

export const assessmentsContract = defineModule('assessments', {
  instruments: clinicalQuery({ permission: 'assessment.read', input: none, output: z.array(InstrumentCard) }),
  instrument: clinicalQuery({
    permission: 'assessment.read',
    input: z.object({ hash: DefinitionHash }).strict(),
    output: z.object({ card: InstrumentCard, instrument: Instrument }),
  }),
  /** Reads a definition file without keeping it: its items and scales, or everything that is wrong with it, by path. */
  checkDefinition: clinicalQuery({
    permission: 'assessment.write',
    input: z.object({ text: definitionText }).strict(),
    output: z.object({
      errors: z.array(DefinitionError),
      instrument: Instrument.nullable(),
      hash: DefinitionHash.nullable(),
      /** `same`: this very definition is in the library; `taken`: its id and version are, with another content. */
      known: z.enum(['new', 'same', 'taken']),
    }),
  }),
  importDefinition: clinicalCommand({
    permission: 'assessment.write',
    input: z.object({ text: definitionText, rightsConfirmed: z.literal(true, { error: 'INSTRUMENT.RIGHTS_NOT_CONFIRMED' }) }).strict(),
    output: InstrumentCard,
    errors: ['INSTRUMENT.INVALID', 'INSTRUMENT.VERSION_TAKEN'],
    audit: instrument,
  }),
  retireInstrument: clinicalCommand({
    permission: 'assessment.write',
    input: z.object({ hash: DefinitionHash, retired: z.boolean() }).strict(),
    output: InstrumentCard,
    audit: instrument,
  }),
  list: clinicalQuery({
    permission: 'assessment.read',
    input: z
      .object({
        subject: Subject.optional(),
        instrumentId: z.string().max(60).optional(),
        batchId: RowId.optional(),
        openAlerts: z.boolean().default(false),
        before: z.number().int().positive().optional(),
        limit: z.number().int().min(1).max(200).default(50),
      })
      .strict(),
    output: z.object({ rows: z.array(AssessmentRow), next: z.number().int().nullable() }),
    audit: { subject: 'clinical-subject', id: ({ subject }) => subject?.id ?? null },
  }),
  get: clinicalQuery({ permission: 'assessment.read', input: one, output: Assessment, audit: assessment }),
  /** Every finished measurement of one person with one questionnaire, oldest first: the points of the chart. */
  course: clinicalQuery({
    permission: 'assessment.read',
    input: z.object({ subject: Subject, instrumentId: z.string().max(60) }).strict(),
    output: z.array(Assessment.omit({ answers: true, second: true, seconds: true })),
    audit: { subject: 'clinical-subject', id: ({ subject }) => subject.id },
  }),
  start: clinicalCommand({
    permission: 'assessment.write',
    input: z
      .object({
        id: RowId,
        subject: Subject,
        hash: DefinitionHash,
        testDate: PlainDate,
        language: Language,
        given: z.enum(['screen', 'paper']),
        respondent: Respondent,
        respondentName: line(200).default(''),
        place: line(200).default(''),
        note: noteText(5_000).default(''),
      })
      .strict(),
    output: Assessment,
    errors: ['INSTRUMENT.RETIRED', 'INSTRUMENT.NO_FORM', 'INSTRUMENT.NO_ITEMS', 'ASSESSMENT.DATE_IN_FUTURE', 'ASSESSMENT.BEFORE_BIRTH'],
    audit: assessment,
  }),
  /** Answers as they come: each is kept at once, so that a pause, a lock or a crash loses none. */
  answer: clinicalCommand({
    permission: 'assessment.write',
    input: z
      .object({
        id: RowId,
        answers: Answers,
        seconds: z.record(z.string().max(60), z.number().min(0).max(86_400)).default({}),
        entry: z.enum(['first', 'second']).default('first'),
      })
      .strict(),
    output: none,
    errors: ['RECORD.SIGNED', 'ASSESSMENT.WRONG_ANSWER', 'ASSESSMENT.OTHER_SITTING'],
    audit: { notJournalled: 'an answer is one of many in a test whose beginning and end are journalled' },
  }),
  /** Turns this window into the page for the person tested: from now on nothing else of Tirek answers until somebody signs in again. */
  beginSitting: clinicalCommand({
    permission: 'assessment.write',
    input: one,
    output: Sitting,
    errors: ['INSTRUMENT.NO_FORM', 'RECORD.SIGNED', 'RECORD.NOT_AUTHOR'],
    audit: assessment,
  }),
  sitting: clinicalQuery({ permission: 'assessment.write', input: none, output: Sitting.nullable() }),
  /** Scores, raises alerts and signs. Answers do not change after this. */
  finish: clinicalCommand({
    permission: 'assessment.write',
    input: z.object({ id: RowId, incompleteReason: line(500).default('') }).strict(),
    output: z.object({ scored: z.boolean() }),
    errors: ['ASSESSMENT.REQUIRED_LEFT', 'ASSESSMENT.ENTRIES_DIFFER', 'ASSESSMENT.NOTHING_ANSWERED', 'RECORD.SIGNED', 'ASSESSMENT.OTHER_SITTING'],
    audit: assessment,
  }),
  /** A further result beside the old ones, by the engine and norms of today. */
  rescore: clinicalCommand({
    permission: 'assessment.write',
    input: one,
    output: Assessment,
    errors: ['ASSESSMENT.NOT_FINISHED'],
    audit: assessment,
  }),
  discard: clinicalCommand({
    permission: 'assessment.write',
    input: one,
    output: none,
    errors: ['RECORD.SIGNED', 'RECORD.NOT_AUTHOR'],
    audit: assessment,
  }),
  withdraw: clinicalCommand({
    permission: 'assessment.write',
    input: z.object({ id: RowId, reason }).strict(),
    output: none,
    errors: ['RECORD.NOT_SIGNED'],
    audit: assessment,
  }),
  actOnAlert: clinicalCommand({
    permission: 'assessment.write',
    input: z.object({ id: RowId, alertId: RowId, text: requiredNote(5_000), route: line(300) }).strict(),
    output: z.array(AlertRecord),
    errors: ['ALERT.ACTED_ON'],
    audit: assessment,
  }),
  checkBatch: clinicalQuery({ permission: 'assessment.write', input: BatchOptions, output: BatchPreview }),
  /** All of the file or nothing of it. */
  importBatch: clinicalCommand({
    permission: 'assessment.write',
    input: BatchOptions.extend({ batchId: RowId }),
    output: z.object({ batchId: RowId, imported: z.number().int() }),
    errors: ['BATCH.HAS_ERRORS'],
    audit: { subject: 'assessment-batch', id: ({ batchId }) => batchId },
  }),
  exportScores: clinicalCommand({
    permission: 'assessment.write',
    input: z
      .object({
        subject: Subject.optional(),
        instrumentId: z.string().max(60).optional(),
        batchId: RowId.optional(),
        format: z.enum(['csv', 'xlsx']),
        language: Language,
        reason,
      })
      .strict(),
    output: File,
    errors: ['EXPORT.NOTHING'],
    audit: { subject: 'assessment', id: () => null },
  }),
  report: clinicalCommand({
    permission: 'assessment.read',
    input: z.object({ id: RowId, language: Language, reason }).strict(),
    output: z.object({ pdf: z.string(), fileName: z.string() }),
    errors: ['ASSESSMENT.NOT_FINISHED'],
    audit: assessment,
  }),
  external: clinicalQuery({ permission: 'assessment.read', input: one, output: External, audit: assessment }),
  recordExternal: clinicalCommand({
    permission: 'assessment.write',
    input: z.object({ id: RowId, subject: Subject, testDate: PlainDate, fields: ExternalFields }).strict(),
    output: External,
    errors: ['ASSESSMENT.DATE_IN_FUTURE'],
    audit: assessment,
  }),
  projective: clinicalQuery({ permission: 'assessment.read', input: one, output: Projective, audit: assessment }),
  startProjective: clinicalCommand({
    permission: 'assessment.write',
    input: z.object({ id: RowId, subject: Subject, testDate: PlainDate, fields: ProjectiveFields }).strict(),
    output: Projective,
    errors: ['ASSESSMENT.DATE_IN_FUTURE'],
    audit: assessment,
  }),
  changeProjective: clinicalCommand({
    permission: 'assessment.write',
    input: z.object({ id: RowId, changes: ProjectiveChanges }).strict(),
    output: Projective,
    errors: ['RECORD.SIGNED', 'RECORD.NOT_AUTHOR'],
    audit: assessment,
  }),
  signProjective: clinicalCommand({
    permission: 'assessment.write',
    input: one,
    output: Projective,
    errors: ['RECORD.SIGNED', 'RECORD.NOT_AUTHOR'],
    audit: assessment,
  }),
  respondents: clinicalQuery({
    permission: 'assessment.read',
    input: z.object({ search: z.string().max(100).default('') }).strict(),
    output: z.array(RespondentFields.extend({ id: RowId })),
  }),
  saveRespondent: clinicalCommand({
    permission: 'assessment.write',
    input: z.object({ id: RowId, fields: RespondentFields }).strict(),
    output: RespondentFields.extend({ id: RowId }),
    errors: ['RESPONDENT.CODE_TAKEN'],
    audit: { subject: 'respondent', id: ({ id }) => id },
  }),
});
