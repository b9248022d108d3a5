import { invalid, notFound, refusal } from '../../../shared/kernel/errors';
import { ageOn, type PlainDate } from '../../../shared/kernel/plain-date';
import type { Assessment, AssessmentRow, Sitting } from '../../../shared/modules/assessments/assessments.model';
import { checkAnswers, filledForm } from '../../../shared/modules/assessments/answers';
import type { Instrument } from '../../../shared/modules/assessments/instrument.model';
import { hasForm } from '../../../shared/modules/assessments/languages.rules';
import { entryDifferences } from '../../../shared/modules/assessments/paper-entry';
import type { Answers } from '../../../shared/modules/assessments/result.model';
import type { Subject } from '../../../shared/modules/clinical/clinical.model';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import {
  draftRecord,
  dropDraft,
  factsOf,
  isAsSigned,
  openRecord,
  recordHeader,
  signRecord,
  visibleRecord,
  visibleRecords,
  visibleSubject,
} from '../clinical';
import { ClinicalRecordEntity } from '../clinical';
import { AssessmentEntity, ProjectiveWorkEntity } from './assessment.entity';
import { alertsOf, raiseAlerts } from './alerts.service';
import { courseRows, listRows, summaryOf, type ListQuery } from './assessments.repository';
import { definition, isRetired, keepUsed, type Definition } from './instruments.library';
import { addResult, resultsOf, spreadOf } from './results.service';

export interface StartInput {
  id: string;
  subject: Subject;
  hash: string;
  testDate: PlainDate;
  language: AssessmentEntity['language'];
  given: 'screen' | 'paper' | 'file';
  respondent: AssessmentEntity['respondent'];
  respondentName: string;
  place: string;
  note: string;
}

export const assessmentRow = (ctx: ClinicalReadContext, id: string): AssessmentEntity => {
  const row = ctx.db.table(AssessmentEntity).byId(id);
  if (!row) throw notFound();
  return row;
};

/** What is signed: the answers and everything that decides how they are read. */
const signedContent = (row: AssessmentEntity) => ({
  definition: row.definition,
  answers: row.answers,
  language: row.language,
  given: row.given,
  respondent: row.respondent,
  respondentName: row.respondentName,
  ageYears: row.ageYears,
  sex: row.sex,
});

function mustSuit(ctx: ClinicalWriteContext, input: StartInput, one: Definition, birthDate: PlainDate | null): void {
  if (input.testDate > ctx.today) throw invalid([{ path: 'testDate', code: 'ASSESSMENT.DATE_IN_FUTURE' }]);
  if (birthDate && input.testDate < birthDate) throw invalid([{ path: 'testDate', code: 'ASSESSMENT.BEFORE_BIRTH' }]);
  if (one.instrument.items.length === 0) throw refusal('INSTRUMENT.NO_ITEMS');
  if (isRetired(ctx, one.hash)) throw refusal('INSTRUMENT.RETIRED');
  if (input.given === 'screen' && !hasForm(one.instrument, input.language)) throw refusal('INSTRUMENT.NO_FORM');
}

/** The test's own row beside its header. The person's age and sex are taken as the records hold them on this day. */
export function openAssessment(
  ctx: ClinicalWriteContext,
  input: StartInput,
  one: Definition,
  person: Partial<Pick<AssessmentEntity, 'sex' | 'ageYears'>> = {},
): void {
  const facts = visibleSubject(ctx, input.subject);
  mustSuit(ctx, input, one, facts.birthDate);
  const label = one.instrument.title.ru ?? one.instrument.title.en ?? one.instrument.id;
  if (!openRecord(ctx, { id: input.id, kind: 'assessment', subject: input.subject, label, onDate: input.testDate })) return;
  keepUsed(ctx, one);
  const header = ctx.db.table(ClinicalRecordEntity).byId(input.id);
  ctx.db.table(AssessmentEntity).insert({
    id: input.id,
    no: header?.no ?? 0,
    subjectId: input.subject.id,
    instrumentId: one.instrument.id,
    version: one.instrument.version,
    definition: one.hash,
    stage: 'giving',
    given: input.given,
    language: input.language,
    respondent: input.respondent,
    respondentName: input.respondentName,
    place: input.place,
    birthDate: facts.birthDate,
    ageYears: facts.birthDate ? ageOn(facts.birthDate, input.testDate) : (person.ageYears ?? null),
    sex: facts.sex ?? person.sex ?? null,
    answers: {},
    second: null,
    seconds: {},
    note: input.note,
    summary: { title: one.instrument.title, scales: [] },
    openAlerts: 0,
    batchId: null,
  });
}

export function start(ctx: ClinicalWriteContext, input: StartInput): Assessment {
  openAssessment(ctx, input, definition(ctx, input.hash));
  return get(ctx, input.id);
}

export function get(ctx: ClinicalReadContext, id: string): Assessment {
  visibleRecord(ctx, id, 'assessment');
  const row = assessmentRow(ctx, id);
  const header = ctx.db.table(ClinicalRecordEntity).byId(id);
  const one = definition(ctx, row.definition);
  const results = resultsOf(ctx.db, id);
  return {
    header: recordHeader(ctx, id),
    instrument: one.instrument,
    definitionHash: row.definition,
    stage: row.stage,
    given: row.given,
    language: row.language,
    respondent: row.respondent,
    respondentName: row.respondentName,
    place: row.place,
    ageYears: row.ageYears,
    sex: row.sex,
    answers: row.answers,
    second: row.second,
    seconds: row.seconds,
    note: row.note,
    results,
    alerts: alertsOf(ctx.db, id),
    spread: spreadOf(ctx.db, row),
    asSigned: isAsSigned({ signedHash: header?.signedHash ?? null }, signedContent(row)),
  };
}

export function course(ctx: ClinicalReadContext, input: { subject: Subject; instrumentId: string }): Assessment[] {
  visibleSubject(ctx, input.subject);
  return courseRows(ctx.db, input.subject, input.instrumentId).map(({ id }) => get(ctx, id));
}

export function list(ctx: ClinicalReadContext, query: ListQuery): { rows: AssessmentRow[]; next: number | null } {
  if (query.subject) visibleSubject(ctx, query.subject);
  const rows = listRows(ctx.db, { ...query, limit: query.limit + 1 }, query.subject ? { sql: '1', params: [] } : visibleRecords(ctx));
  const shown = rows.slice(0, query.limit);
  return { rows: shown.map((row) => rowForScreen(ctx, row)), next: rows.length > query.limit ? (shown.at(-1)?.no ?? null) : null };
}

function rowForScreen(ctx: ClinicalReadContext, row: ReturnType<typeof listRows>[number]): AssessmentRow {
  const subject = { kind: row.subjectKind, id: row.subjectId } as Subject;
  const { title, scales } = summaryOf(row);
  return {
    id: row.id as AssessmentRow['id'],
    subject,
    subjectName: factsOf(ctx, subject)?.name ?? '',
    instrumentId: row.instrumentId,
    title,
    version: row.version,
    testDate: row.onDate,
    given: row.given,
    language: row.language,
    respondent: row.respondent,
    stage: row.stage,
    withdrawn: row.state === 'withdrawn',
    openAlerts: row.openAlerts,
    scales,
  };
}

const merged = (known: Answers, given: Answers): Answers => ({ ...known, ...given });

export function answer(
  ctx: ClinicalWriteContext,
  input: { id: string; answers: Answers; seconds: Record<string, number>; entry: 'first' | 'second' },
): void {
  draftRecord(ctx, input.id, 'assessment');
  const row = assessmentRow(ctx, input.id);
  const { instrument } = definition(ctx, row.definition);
  const wrong = checkAnswers(instrument, input.answers);
  if (wrong.length > 0) throw invalid(wrong.slice(0, 50).map(({ item, code }) => ({ path: `answers.${item}`, code })));
  const table = ctx.db.table(AssessmentEntity);
  if (input.entry === 'second') table.update(input.id, { second: merged(row.second ?? {}, input.answers) });
  else {
    // Seconds are taken on screen only: at a paper they would time the typist.
    const seconds = row.given === 'screen' ? addedUp(row.seconds, input.seconds, instrument) : {};
    table.update(input.id, { answers: merged(row.answers, input.answers), seconds });
  }
}

function addedUp(known: Record<string, number>, more: Record<string, number>, instrument: Instrument): Record<string, number> {
  const items = new Set(instrument.items.map(({ id }) => id));
  const sum = { ...known };
  for (const [item, seconds] of Object.entries(more)) if (items.has(item)) sum[item] = (sum[item] ?? 0) + seconds;
  return sum;
}

/** Alerts first, whatever becomes of the scores; then the result; then the signature. One transaction. */
export function finish(ctx: ClinicalWriteContext, id: string, incompleteReason: string): { scored: boolean } {
  draftRecord(ctx, id, 'assessment');
  const row = assessmentRow(ctx, id);
  const one = definition(ctx, row.definition);
  const form = filledForm(one.instrument, row.answers);
  if (form.values.size === 0) throw refusal('ASSESSMENT.NOTHING_ANSWERED');
  if (row.second && entryDifferences(one.instrument, row.answers, row.second).length > 0) throw refusal('ASSESSMENT.ENTRIES_DIFFER');
  if (form.requiredMissing.length > 0 && incompleteReason === '') throw refusal('ASSESSMENT.REQUIRED_LEFT', { count: form.requiredMissing.length });
  if (incompleteReason !== '')
    ctx.db.table(AssessmentEntity).update(id, { note: [row.note, incompleteReason].filter((text) => text !== '').join('\n') });
  signRecord(ctx, id, concluded(ctx, id, one));
  return { scored: true };
}

/** Alerts and the result; answers what is to be signed. Required items that a file left out are the result's own flag: nobody is there to be asked. */
export function concluded(ctx: ClinicalWriteContext, id: string, one: Definition): unknown {
  raiseAlerts(ctx, assessmentRow(ctx, id), one.instrument);
  addResult(ctx, id, one);
  ctx.db.table(AssessmentEntity).update(id, { stage: 'scored' });
  return signedContent(assessmentRow(ctx, id));
}

/** Every other kind of draft has rules and rows of its own and is dropped in its own room. */
export function discard(ctx: ClinicalWriteContext, id: string): void {
  const { kind } = draftRecord(ctx, id);
  if (kind === 'assessment') ctx.db.table(AssessmentEntity).remove(id);
  else if (kind === 'projective') ctx.db.table(ProjectiveWorkEntity).remove(id);
  else throw notFound();
  dropDraft(ctx, id);
}

export function rescore(ctx: ClinicalWriteContext, id: string): Assessment {
  visibleRecord(ctx, id, 'assessment');
  const row = assessmentRow(ctx, id);
  if (row.stage !== 'scored') throw refusal('ASSESSMENT.NOT_FINISHED');
  addResult(ctx, id, definition(ctx, row.definition));
  return get(ctx, id);
}

/** Only its author's window: nobody else's keeps an answer, and a window that keeps none must not be handed to a child. */
export function beginSitting(ctx: ClinicalWriteContext, id: string): Sitting {
  draftRecord(ctx, id, 'assessment');
  return sittingOf(ctx, id);
}

export function sittingOf(ctx: ClinicalReadContext, id: string): Sitting {
  const header = visibleRecord(ctx, id, 'assessment');
  if (header.state !== 'draft') throw refusal('RECORD.SIGNED');
  const row = assessmentRow(ctx, id);
  const { instrument } = definition(ctx, row.definition);
  if (!hasForm(instrument, row.language)) throw refusal('INSTRUMENT.NO_FORM');
  const { title, instructions, stem, items, optionSets } = instrument;
  return {
    id: row.id as Sitting['id'],
    instrument: { title, instructions, stem, items, optionSets },
    language: row.language,
    draftText: instrument.texts[row.language].status === 'draft',
    answers: row.answers,
  };
}
