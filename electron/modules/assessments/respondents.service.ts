import { invalid } from '../../../shared/kernel/errors';
import type { RespondentFields } from '../../../shared/modules/assessments/assessments.model';
import type { PlainDate } from '../../../shared/kernel/plain-date';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import { tieSubject } from '../clinical';
import { RespondentEntity } from './assessment.entity';

tieSubject('respondent', {
  facts: (ctx, id) => {
    const row = ctx.db.table(RespondentEntity).byId(id);
    return row ? { name: row.code, code: row.code, birthDate: row.birthDate as PlainDate | null, sex: row.sex } : null;
  },
  visible: () => 'all',
});

type Respondent = RespondentFields & { id: never };

const forScreen = ({ createdAt: _, ...row }: RespondentEntity): Respondent => row as unknown as Respondent;

export function respondents(ctx: ClinicalReadContext, search: string): Respondent[] {
  return ctx.db
    .all<RespondentEntity>(
      'SELECT "id", "code", "birth_date" AS "birthDate", "sex", "note", "created_at" AS "createdAt" FROM "respondent" WHERE instr(lower("code"), lower(?)) > 0 ORDER BY "code" LIMIT 50',
      search.trim(),
    )
    .map(forScreen);
}

export function saveRespondent(ctx: ClinicalWriteContext, input: { id: string; fields: RespondentFields }): Respondent {
  const table = ctx.db.table(RespondentEntity);
  const other = table.where({ code: input.fields.code })[0];
  if (other && other.id !== input.id) throw invalid([{ path: 'fields.code', code: 'RESPONDENT.CODE_TAKEN' }]);
  const row: RespondentEntity = { id: input.id, ...input.fields, createdAt: ctx.nowIso };
  if (!table.update(input.id, input.fields)) table.insert(row);
  return forScreen(row);
}
