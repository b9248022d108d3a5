import { z } from 'zod';
import { FileId, RowId } from '../../kernel/ids';
import { PlainDate } from '../../kernel/plain-date';
import { Language } from '../../kernel/roles';
import { line, requiredLine } from '../../kernel/text';
import { noteText, RecordHeader, requiredNote, Subject } from '../clinical/clinical.model';
import { Instrument, KINDS, L10n, RESPONDENTS, RIGHTS, TEXT_STATUSES } from './instrument.model';
import { Answers, ScoreResult } from './result.model';

export const Respondent = z.enum(RESPONDENTS);
/** SHA-256 of a definition's canonical JSON, as hex. It names one wording and one key for ever. */
export const DefinitionHash = z.string().regex(/^[0-9a-f]{64}$/);

const statuses = z.object({ ru: z.enum(TEXT_STATUSES), kk: z.enum(TEXT_STATUSES), en: z.enum(TEXT_STATUSES) });

/** One line of the library of questionnaires. */
export const InstrumentCard = z.object({
  hash: DefinitionHash,
  instrumentId: z.string(),
  version: z.string(),
  kind: z.enum(KINDS),
  title: L10n,
  origin: z.enum(['built-in', 'imported']),
  importedBy: z.string().nullable(),
  importedAt: z.string().nullable(),
  /** Not offered for new tests; what was measured with it stays as it is. */
  retired: z.boolean(),
  items: z.number().int(),
  scales: z.number().int(),
  respondent: Respondent,
  minAge: z.number().nullable(),
  maxAge: z.number().nullable(),
  rights: z.enum(RIGHTS),
  texts: statuses,
  /** Languages in which it can be given on screen: every item has a text. */
  forms: z.array(Language),
  used: z.number().int(),
});
export type InstrumentCard = z.infer<typeof InstrumentCard>;

export const GIVEN = ['screen', 'paper', 'file'] as const;

/** Where a measurement stands. `giving`: answers are coming in; `scored`: finished, signed, its result computed. */
export const STAGES = ['giving', 'scored'] as const;

export const ScoreRecord = z.object({
  id: RowId,
  result: ScoreResult,
  definitionHash: DefinitionHash,
  madeAt: z.string(),
  madeBy: z.string(),
  /** The newest stands; older ones stay to be read. */
  current: z.boolean(),
});
export type ScoreRecord = z.infer<typeof ScoreRecord>;

export const AlertRecord = z.object({
  id: RowId,
  recordId: RowId,
  item: z.string(),
  n: z.number(),
  level: z.enum(['urgent', 'attention']),
  text: L10n,
  answer: L10n.nullable(),
  raisedAt: z.string(),
  /** What was done about it; until it is written the alert stays on Today. */
  action: z.object({ text: z.string(), route: z.string(), by: z.string(), at: z.string() }).nullable(),
});
export type AlertRecord = z.infer<typeof AlertRecord>;

/** Where other measurements of the same scale lie, in this house; null while there are too few to say. */
export const LocalSpread = z.object({ scale: z.string(), n: z.number().int(), lower: z.number(), median: z.number(), upper: z.number() });
export type LocalSpread = z.infer<typeof LocalSpread>;

export const Assessment = z.object({
  header: RecordHeader,
  instrument: Instrument,
  definitionHash: DefinitionHash,
  stage: z.enum(STAGES),
  given: z.enum(GIVEN),
  language: Language,
  respondent: Respondent,
  respondentName: z.string(),
  place: z.string(),
  ageYears: z.number().nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  answers: Answers,
  /** A second, independent entry from the same paper; null when it was not asked for. */
  second: Answers.nullable(),
  seconds: z.record(z.string(), z.number()),
  note: z.string(),
  results: z.array(ScoreRecord),
  alerts: z.array(AlertRecord),
  spread: z.array(LocalSpread),
  asSigned: z.boolean(),
});
export type Assessment = z.infer<typeof Assessment>;

export const AssessmentRow = z.object({
  id: RowId,
  subject: Subject,
  subjectName: z.string(),
  instrumentId: z.string(),
  title: L10n,
  version: z.string(),
  testDate: z.string(),
  given: z.enum(GIVEN),
  language: Language,
  respondent: Respondent,
  stage: z.enum(STAGES),
  withdrawn: z.boolean(),
  openAlerts: z.number().int(),
  scales: z.array(z.object({ id: z.string(), title: L10n, display: z.number().nullable(), band: L10n.nullable(), severity: z.number().nullable() })),
});
export type AssessmentRow = z.infer<typeof AssessmentRow>;

/** What a page for the person tested may know: the questions and the answers so far, no name and no score. */
export const Sitting = z.object({
  id: RowId,
  instrument: Instrument.pick({ title: true, instructions: true, stem: true, items: true, optionSets: true }),
  language: Language,
  draftText: z.boolean(),
  answers: Answers,
});
export type Sitting = z.infer<typeof Sitting>;

export const EXTERNAL_UNITS = ['raw', 'T', 'sten', 'percentile'] as const;

/** The result of a test that was given and scored outside, by its own manual. No item texts. */
export const ExternalFields = z
  .object({
    instrument: requiredLine(200),
    version: line(100),
    place: line(200),
    administeredBy: line(200),
    language: Language,
    respondent: Respondent,
    scales: z
      .array(
        z
          .object({
            name: requiredLine(200),
            value: z.number().min(-100_000).max(100_000),
            unit: z.enum(EXTERNAL_UNITS),
            /** The reading that the test's own manual gives. */
            band: line(300),
          })
          .strict(),
      )
      .min(1, { error: 'TEXT.REQUIRED' })
      .max(60),
    note: noteText(10_000),
    /** "We hold a licence, or own the paper kit." */
    licenceConfirmed: z.literal(true, { error: 'EXTERNAL.LICENCE_NOT_CONFIRMED' }),
  })
  .strict();
export type ExternalFields = z.infer<typeof ExternalFields>;

export const External = z.object({ header: RecordHeader, fields: ExternalFields, asSigned: z.boolean() });
export type External = z.infer<typeof External>;

export const CONFIDENCES = ['low', 'medium'] as const;

/** A hypothesis from a drawing, always beside what speaks against it. Never scored, never charted. */
export const Hypothesis = z.object({ text: requiredNote(2_000), against: noteText(2_000), confidence: z.enum(CONFIDENCES) }).strict();

export const ProjectiveFields = z
  .object({
    method: z.enum(['htp', 'family-drawing', 'kinetic-family', 'non-existent-animal', 'colour-choice', 'other']),
    methodName: line(200),
    setting: noteText(1_000),
    material: noteText(1_000),
    instruction: noteText(2_000),
    startedAt: line(5),
    endedAt: line(5),
    orderOfObjects: noteText(2_000),
    whoIsPresent: noteText(1_000),
    whoIsAbsent: noteText(1_000),
    /** Cells of a 3 x 3 grid that the drawing takes, 1 to 9 from the upper left. */
    place: z.array(z.number().int().min(1).max(9)).max(9),
    size: z.enum(['', 'small', 'middle', 'large']),
    pressure: z.enum(['', 'weak', 'even', 'strong', 'uneven']),
    erasures: noteText(1_000),
    details: noteText(2_000),
    colours: noteText(1_000),
    comments: noteText(5_000),
    afterDrawing: noteText(5_000),
    behaviour: noteText(5_000),
    hypotheses: z.array(Hypothesis).max(20),
    reviewedBy: line(200),
  })
  .strict();
export type ProjectiveFields = z.infer<typeof ProjectiveFields>;

export const Projective = z.object({ header: RecordHeader, fields: ProjectiveFields, attachments: z.array(FileId), asSigned: z.boolean() });
export type Projective = z.infer<typeof Projective>;

export const RespondentFields = z
  .object({ code: requiredLine(60), birthDate: PlainDate.nullable(), sex: z.enum(['male', 'female']).nullable(), note: line(300) })
  .strict();
export type RespondentFields = z.infer<typeof RespondentFields>;
