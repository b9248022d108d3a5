import type { CaseSubject } from '../../../shared/modules/sessions/casework.model';
import { mayMeet } from '../../../shared/modules/sessions/casework.rules';
import type { CaseLine } from '../../../shared/modules/sessions/sessions.contract';
import { fold } from '../../../shared/kernel/search-text';
import type { ClinicalReadContext } from '../../ipc/context';
import { factsOf, visibleRecord, visibleSubject } from '../clinical';
import { rowsForScreen } from './appointments.service';
import { CaseworkRequestEntity, CaseworkSessionEntity } from './casework.entity';
import { closingInForce, matchOf, standingOf, subjectOf } from './casework.policy';
import { caseRows, sessionsOf, type CaseRow } from './casework.repository';
import { closingsOf } from './closings.service';
import { disclosuresOf } from './disclosures.service';
import { plansOf, ratingsOf } from './plans.service';
import { requestRecord } from './requests.service';

const requestsOf = (ctx: ClinicalReadContext, subject: CaseSubject) =>
  ctx.db
    .table(CaseworkRequestEntity)
    .where(matchOf(subject))
    .map(({ id }) => requestRecord(ctx, id))
    .sort((a, b) => b.fields.receivedOn.localeCompare(a.fields.receivedOn));

/** Everything of one person's individual work, as its page shows it. */
export function casework(ctx: ClinicalReadContext, subject: CaseSubject) {
  visibleSubject(ctx, subject);
  const plans = plansOf(ctx, subject);
  const leave = mayMeet(standingOf(ctx, subject), ctx.today);
  return {
    requests: requestsOf(ctx, subject),
    plans,
    ratings: plans.flatMap(({ header }) => ratingsOf(ctx, header.id)),
    sessions: rowsForScreen(ctx, sessionsOf(ctx, subject)),
    disclosures: disclosuresOf(ctx, subject),
    closings: closingsOf(ctx, subject),
    blocked: leave.allowed ? null : { code: leave.code, date: leave.date },
    closedOn: closingInForce(ctx, subject)?.content.onDate ?? null,
  };
}

export function cases(ctx: ClinicalReadContext, input: { search: string; closed: boolean }): CaseLine[] {
  const wanted = fold(input.search.trim());
  return caseRows(ctx).flatMap((row) => {
    const subject = subjectOf(row);
    const facts = factsOf(ctx, subject);
    if (!facts || !fold(`${facts.name} ${facts.code}`).includes(wanted)) return [];
    const closedOn = closingInForce(ctx, subject)?.content.onDate ?? null;
    if (input.closed !== (closedOn !== null)) return [];
    const plan = plansOf(ctx, subject).find(({ header }) => header.state === 'signed');
    const { openRequests, held, lastOn, nextOn, alarms } = row;
    const goals = plan?.fields.goals.length ?? 0;
    return [
      {
        subject,
        name: facts.name,
        code: facts.code,
        responsibleName: row.responsibleName ?? '',
        openRequests,
        goals,
        held,
        lastOn,
        nextOn,
        closedOn,
        alarms,
      },
    ];
  });
}

export function whose(ctx: ClinicalReadContext, id: string) {
  const row = visibleRecord(ctx, id);
  return { subject: subjectOf(row as Pick<CaseRow, 'subjectKind' | 'subjectId'>), kind: row.kind };
}

/** What an extract may be prepared from: signed work only, each part in the words that were signed. */
export function caseworkOf(ctx: ClinicalReadContext, subject: CaseSubject) {
  const whole = casework(ctx, subject);
  const plan = whole.plans.find(({ header }) => header.state === 'signed') ?? null;
  const held = ctx.db
    .table(CaseworkSessionEntity)
    .where({ ...matchOf(subject), status: 'noted' }, 'onDate')
    .filter((row) => row.content?.attendance === 'came' && whole.sessions.some(({ id, state }) => id === row.id && state === 'signed'));
  return {
    requests: whole.requests.filter(({ header }) => header.state === 'signed'),
    plan,
    ratings: whole.ratings.filter((rating) => rating.planId === plan?.header.id && rating.struck === null),
    sessions: {
      held: held.length,
      from: held[0]?.onDate ?? null,
      to: held.at(-1)?.onDate ?? null,
      methods: [...new Set(held.map((row) => row.content?.method ?? '').filter((method) => method !== ''))],
    },
    closing: whole.closings.find(({ header, reopened }) => header.state === 'signed' && reopened === null) ?? null,
    openAlarms: whole.sessions.filter(({ riskOpen }) => riskOpen).length + whole.disclosures.filter(({ completed }) => completed === null).length,
  };
}
