import { refusal } from '../../../shared/kernel/errors';
import type { BatchOptions } from '../../../shared/modules/assessments/assessments.contract';
import { readResponses, type ReadResponses, type Response, type ResponsesOptions } from '../../../shared/modules/assessments/responses-csv';
import type { Subject } from '../../../shared/modules/clinical/clinical.model';
import type { ClinicalReadContext, ClinicalStepsContext, ClinicalWriteContext } from '../../ipc/context';
import { factsOf, signRecord } from '../clinical';
import { ChildEntity } from '../children';
import { AssessmentEntity, RespondentEntity } from './assessment.entity';
import { concluded, openAssessment, type StartInput } from './assessments.service';
import { definition, type Definition } from './instruments.library';
import { scored } from './results.service';

const SEX = { m: 'male', f: 'female' } as const;
const SHOWN = 20;

function read(ctx: ClinicalReadContext, one: Definition, input: BatchOptions): ReadResponses {
  const { respondent, date, sex, birthDate, age } = input.columns;
  const options: ResponsesOptions = {
    columns: { respondent, ...(date ? { date } : {}), ...(sex ? { sex } : {}), ...(birthDate ? { birthDate } : {}), ...(age ? { age } : {}) },
    missingCodes: input.missingCodes,
    today: ctx.today,
    ...(input.delimiter ? { delimiter: input.delimiter } : {}),
    ...(input.sexCodes ? { sexCodes: input.sexCodes } : {}),
    ...(input.testDate ? { testDate: input.testDate } : {}),
  };
  return readResponses(one.instrument, input.text, options);
}

/** A code that is a child's code means that child, if this psychologist sees it; every other code is a respondent of its own. */
function childByCode(ctx: ClinicalReadContext, code: string): Subject | null {
  // The code ends with the record's serial number, which has an index; the code itself has none.
  const no = Number(/-(\d{1,9})$/.exec(code)?.[1] ?? Number.NaN);
  const row = Number.isNaN(no) ? undefined : ctx.records.table(ChildEntity).where({ no })[0];
  const subject = row?.code === code ? ({ kind: 'child', id: row.id } as Subject) : null;
  return subject && factsOf(ctx, subject) ? subject : null;
}

const personOf = (response: Response): Pick<AssessmentEntity, 'sex' | 'ageYears'> => ({
  sex: response.sex ? SEX[response.sex] : null,
  ageYears: response.ageYears,
});

const rowOf = (input: BatchOptions, response: Response, sex: AssessmentEntity['sex']) => ({
  answers: response.answers,
  language: input.language,
  given: 'file' as const,
  sex,
  ageYears: response.ageYears,
  seconds: {},
});

export function checkBatch(ctx: ClinicalReadContext, input: BatchOptions) {
  const one = definition(ctx, input.hash);
  const result = read(ctx, one, input);
  const common = { delimiter: result.delimiter, unknownColumns: result.unknownColumns };
  if (!result.ok) return { ...common, errors: result.errors, errorCount: result.errorCount, rows: 0, unanswered: 0, knownChildren: 0, first: [] };
  const children = result.responses.map((response) => childByCode(ctx, response.respondent));
  return {
    ...common,
    errors: [],
    errorCount: 0,
    rows: result.responses.length,
    unanswered: result.unanswered,
    knownChildren: children.filter((child) => child !== null).length,
    first: result.responses.slice(0, SHOWN).map((response, index) => {
      const child = children[index];
      return {
        respondent: response.respondent,
        subjectName: child ? (factsOf(ctx, child)?.name ?? null) : null,
        scales: scored(rowOf(input, response, personOf(response).sex), one).scales.map(({ id, display }) => ({ id, display })),
      };
    }),
  };
}

function respondentOf(ctx: ClinicalWriteContext, response: Response): Subject {
  const child = childByCode(ctx, response.respondent);
  if (child) return child;
  const table = ctx.db.table(RespondentEntity);
  const known = table.where({ code: response.respondent })[0];
  if (known) return { kind: 'respondent', id: known.id } as Subject;
  const id = ctx.newId();
  const { sex } = personOf(response);
  table.insert({ id, code: response.respondent, birthDate: response.birthDate, sex, note: '', createdAt: ctx.nowIso });
  return { kind: 'respondent', id } as Subject;
}

function importOne(ctx: ClinicalWriteContext, input: BatchOptions & { batchId: string }, one: Definition, response: Response): void {
  const id = ctx.newId();
  const start: StartInput = {
    id,
    subject: respondentOf(ctx, response),
    hash: one.hash,
    testDate: response.testDate ?? input.testDate ?? ctx.today,
    language: input.language,
    given: 'file',
    respondent: input.respondent,
    respondentName: '',
    place: '',
    note: '',
  };
  openAssessment(ctx, start, one, personOf(response));
  ctx.db.table(AssessmentEntity).update(id, { answers: response.answers, batchId: input.batchId });
  signRecord(ctx, id, concluded(ctx, id, one));
}

/** All rows in one transaction: with one that cannot be stored, none is. The same batch a second time answers what was imported. */
export async function importBatch(
  ctx: ClinicalStepsContext,
  input: BatchOptions & { batchId: string },
): Promise<{ batchId: never; imported: number }> {
  const answerOf = (imported: number) => ({ batchId: input.batchId as never, imported });
  const known = ctx.read((c) => c.db.table(AssessmentEntity).count({ batchId: input.batchId }));
  if (known > 0) return answerOf(known);
  const { one, result } = ctx.read((c) => {
    const found = definition(c, input.hash);
    return { one: found, result: read(c, found, input) };
  });
  if (!result.ok) throw refusal('BATCH.HAS_ERRORS', { count: result.errorCount });
  const { responses } = result;
  await ctx.inPortions(function* (tx) {
    for (const [index, response] of responses.entries()) {
      importOne(tx, input, one, response);
      ctx.progress(index + 1, responses.length);
      yield;
    }
  });
  return answerOf(responses.length);
}
