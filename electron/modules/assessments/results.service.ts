import type { LocalSpread, ScoreRecord } from '../../../shared/modules/assessments/assessments.model';
import type { ScoreResult } from '../../../shared/modules/assessments/result.model';
import { ENGINE_VERSION } from '../../../shared/modules/assessments/result.model';
import { score } from '../../../shared/modules/assessments/scoring';
import type { ReadDb } from '../../db/types';
import type { ClinicalWriteContext } from '../../ipc/context';
import { AssessmentEntity, AssessmentResultEntity, type AssessmentSummary } from './assessment.entity';
import { figuresOf } from './assessments.repository';
import type { Definition } from './instruments.library';

const NORM_SEX = { male: 'm', female: 'f' } as const;

/** Fewer measurements than this say nothing about a house, and could point at one person. */
const SPREAD_FROM = 10;

export function scored(row: Pick<AssessmentEntity, 'answers' | 'language' | 'given' | 'sex' | 'ageYears' | 'seconds'>, one: Definition): ScoreResult {
  const outcome = score(one.instrument, row.answers, {
    language: row.language,
    source: row.given,
    sex: row.sex ? NORM_SEX[row.sex] : null,
    ageYears: row.ageYears,
    seconds: row.seconds,
  });
  if (!outcome.ok) throw new Error('stored answers do not belong to their definition');
  return outcome.result;
}

export const summarised = (one: Definition, result: ScoreResult): AssessmentSummary => ({
  title: one.instrument.title,
  scales: result.scales.map(({ id, title, display, band }) => ({
    id,
    title,
    display,
    band: band.kind === 'applied' ? band.label : null,
    severity: band.kind === 'applied' ? band.severity : null,
  })),
});

/** Adds a result; the ones before it stay, no longer current. */
export function addResult(ctx: ClinicalWriteContext, id: string, one: Definition): void {
  const row = ctx.db.table(AssessmentEntity).byId(id);
  if (!row) throw new Error('a result without its measurement');
  const result = scored(row, one);
  ctx.db.run('UPDATE "assessment_result" SET "current" = 0 WHERE "assessment_id" = ?', id);
  ctx.db.table(AssessmentResultEntity).insert({
    id: ctx.newId(),
    assessmentId: id,
    result,
    engine: ENGINE_VERSION,
    normIds: [...new Set(result.scales.flatMap(({ norm }) => (norm.kind === 'applied' ? [norm.normId] : [])))],
    definition: one.hash,
    madeAt: ctx.nowIso,
    madeBy: ctx.actor.name,
    current: true,
  });
  ctx.db.table(AssessmentEntity).update(id, { summary: summarised(one, result) });
}

export const resultsOf = (db: ReadDb, assessmentId: string): ScoreRecord[] =>
  db
    .table(AssessmentResultEntity)
    .where({ assessmentId }, 'madeAt')
    .map(({ id, result, definition, madeAt, madeBy, current }) => ({
      id: id as ScoreRecord['id'],
      result,
      definitionHash: definition,
      madeAt,
      madeBy,
      current,
    }));

const quantile = (sorted: readonly number[], share: number): number => {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
};

/** Where this house's other measurements with the very same definition lie: an honest neighbour of a norm that nobody has. */
export function spreadOf(db: ReadDb, row: Pick<AssessmentEntity, 'id' | 'definition' | 'stage'>): LocalSpread[] {
  if (row.stage !== 'scored') return [];
  const figures = new Map<string, number[]>();
  for (const text of figuresOf(db, row.definition, row.id)) {
    for (const { id, display } of (JSON.parse(text) as AssessmentSummary).scales)
      if (display !== null) figures.set(id, [...(figures.get(id) ?? []), display]);
  }
  return [...figures].flatMap(([scale, values]): LocalSpread[] => {
    if (values.length < SPREAD_FROM) return [];
    const sorted = values.toSorted((a, b) => a - b);
    return [{ scale, n: sorted.length, lower: quantile(sorted, 0.25), median: quantile(sorted, 0.5), upper: quantile(sorted, 0.75) }];
  });
}
