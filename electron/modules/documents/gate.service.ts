import type { ChildId } from '../../../shared/kernel/ids';
import { displayName, type PersonName } from '../../../shared/kernel/names';
import { addMonths, ageOn, type PlainDate } from '../../../shared/kernel/plain-date';
import { ADULT_AGE } from '../../../shared/modules/candidates/candidates.rules';
import type { ContractDraft, GateItem } from '../../../shared/modules/documents/documents.model';
import type { PaperNeed } from '../../../shared/modules/documents/documents.rules';
import type { GateRequirement } from '../../../shared/papers/rule-pack.model';
import { refusal } from '../../../shared/kernel/errors';
import type { ReadContext, WriteContext } from '../../ipc/context';
import { MentorEntity } from '../candidates';
import { childOfPair } from '../children';
import { PairEntity } from '../mentorships';
import type { ContractDraftEntity } from './document.entity';
import { visibleDraft } from './documents.policy';
import type { PaperDesk } from './desk.model';
import { subjectOf } from './paper-sources';
import { numberOf, type RulesInForce } from './rules.service';

interface Concerned {
  subject: string;
  concerns: string;
  link: GateItem['link'];
}

const nameIn = (context: ReadContext, name: PersonName): string => displayName(name, context.actor.language);

/** The adults of the house whom a requirement concerns. A married host whose spouse is not written down still needs the spouse's papers. */
function adultsOf(context: ReadContext, mentor: MentorEntity, requirement: GateRequirement): Concerned[] {
  const link = (section: string): GateItem['link'] => ({ module: 'candidates', id: mentor.id, section });
  const section = `papers.${requirement.kind}`;
  const host: Concerned = { subject: mentor.id, concerns: nameIn(context, mentor.name), link: link(section) };
  const spouse: Concerned[] =
    mentor.maritalStatus !== 'married'
      ? []
      : [
          {
            subject: subjectOf(mentor.id, 'spouse'),
            concerns: mentor.spouse ? nameIn(context, mentor.spouse.name) : '',
            link: link(mentor.spouse ? section : 'spouse'),
          },
        ];
  const members: Concerned[] = mentor.household.map((member) => ({ subject: member.id, concerns: member.name, link: link(section) }));
  if (requirement.subject === 'host') return [host];
  if (requirement.subject === 'spouse') return spouse;
  return requirement.subject === 'adults' ? [host, ...spouse] : [...spouse, ...members];
}

const OF_PAIR: Record<string, string> = { 'child-consent': 'voices', 'psychologist-extract': 'extracts' };

function childrenOf(context: ReadContext, draft: ContractDraftEntity, requirement: GateRequirement): Concerned[] {
  const section = OF_PAIR[requirement.kind];
  return draft.childIds.flatMap((id, index) => {
    const child = childOfPair(context.db, id as ChildId);
    if (!child) return [];
    const link: GateItem['link'] = section
      ? { module: 'mentorships', id: draft.pairIds[index] ?? '', section }
      : { module: 'children', id, section: 'consents' };
    return [{ subject: id, concerns: nameIn(context, child.name), link }];
  });
}

/** The rules' requirements, one for each person whom they concern. */
export function needsOf(context: ReadContext, draft: ContractDraftEntity, rules: RulesInForce): PaperNeed[] {
  const mentor = context.db.table(MentorEntity).byId(draft.mentorId);
  if (!mentor) return [];
  return rules.pack.guestContract.flatMap((requirement) => {
    const concerned =
      requirement.subject === 'child' || requirement.subject === 'pair'
        ? childrenOf(context, draft, requirement)
        : adultsOf(context, mentor, requirement);
    return concerned.map((who) => ({
      ...who,
      code: requirement.code,
      kind: requirement.kind,
      validMonths: requirement.validMonths === null ? null : numberOf(rules, requirement.validMonths),
      shownIsEnough: requirement.shownIsEnough,
      weight: requirement.weight,
    }));
  });
}

type Detail = GateItem['detail'];
const item = (code: string, subject: string, concerns: string, status: GateItem['status'], detail: Detail, link: GateItem['link']): GateItem => ({
  code,
  key: `${code}:${subject}`,
  status,
  concerns,
  detail,
  link,
});

function ageItems(context: ReadContext, draft: ContractDraftEntity, rules: RulesInForce): GateItem[] {
  const from = draft.terms.termFrom ?? context.today;
  const [childFrom, mentorFrom] = [numberOf(rules, 'age.childFrom'), numberOf(rules, 'age.mentorFrom')];
  const mentor = context.db.table(MentorEntity).byId(draft.mentorId);
  const found: GateItem[] = [];
  for (const id of draft.childIds) {
    const child = childOfPair(context.db, id as ChildId);
    if (!child || !mentor) continue;
    const age = ageOn(child.birthDate, from);
    const link: GateItem['link'] = { module: 'children', id, section: 'profile' };
    if (mentor.birthDate >= child.birthDate)
      found.push(item('rule.mentor-younger', id, nameIn(context, child.name), 'refused', { code: 'PAIR.MENTOR_YOUNGER', params: {} }, link));
    if (childFrom !== null && age < childFrom)
      found.push(
        item('rule.child-age', id, nameIn(context, child.name), 'warned', { code: 'RULE.CHILD_TOO_YOUNG', params: { age, least: childFrom } }, link),
      );
  }
  if (mentor) {
    const age = ageOn(mentor.birthDate as PlainDate, from);
    const link: GateItem['link'] = { module: 'candidates', id: mentor.id, section: 'birthDate' };
    const say = (status: GateItem['status'], least: number) =>
      found.push(
        item('rule.mentor-age', mentor.id, nameIn(context, mentor.name), status, { code: 'RULE.MENTOR_TOO_YOUNG', params: { age, least } }, link),
      );
    if (age < ADULT_AGE) say('refused', ADULT_AGE);
    else if (mentorFrom !== null && age < mentorFrom) say('warned', mentorFrom);
  }
  return found;
}

function termItems(context: ReadContext, draft: ContractDraftEntity, rules: RulesInForce, last: PlainDate | null): GateItem[] {
  const { termFrom, termTo } = draft.terms;
  const link = (section: string): GateItem['link'] => ({ module: 'documents', id: draft.id, section });
  if (!termFrom || !termTo) return [];
  if (last === null) return [item('rule.no-day', draft.id, '', 'missing', { code: 'TERM.NO_DAY', params: {} }, link('weekdays'))];
  const found: GateItem[] = [];
  if (last < context.today && draft.corrects === null)
    found.push(item('rule.term-over', draft.id, '', 'refused', { code: 'TERM.OVER', params: { lastReturnOn: last } }, link('termTo')));
  const [most, extended] = [numberOf(rules, 'stay.maxMonths'), numberOf(rules, 'stay.extendedMonths')];
  if (most !== null && termTo > addMonths(termFrom, most)) {
    const isBeyond = extended === null || termTo > addMonths(termFrom, extended);
    found.push(
      item(
        'rule.stay-length',
        draft.id,
        '',
        isBeyond ? 'refused' : 'warned',
        { code: 'RULE.STAY_TOO_LONG', params: { months: isBeyond ? (extended ?? most) : most } },
        link('termTo'),
      ),
    );
  }
  return found;
}

const WITH_PAPERS = ['papers', 'hosting'];

function pairItems(context: ReadContext, draft: ContractDraftEntity): GateItem[] {
  return draft.pairIds.flatMap((id) => {
    const pair = context.db.table(PairEntity).byId(id);
    if (pair && WITH_PAPERS.includes(pair.stage)) return [];
    const child = pair && childOfPair(context.db, pair.childId as ChildId);
    const status = !pair || pair.stage === 'closed' ? 'refused' : 'missing';
    return [
      item(
        'rule.pair-stage',
        id,
        child ? nameIn(context, child.name) : '',
        status,
        { code: 'PAIR.NOT_AT_PAPERS', params: { stage: pair?.stage ?? 'closed' } },
        { module: 'mentorships', id: id, section: 'stage' },
      ),
    ];
  });
}

/** What the rules say about ages, the term and the pairs themselves. Only what stands in the way is listed. */
export const ruleItems = (context: ReadContext, draft: ContractDraftEntity, rules: RulesInForce, last: PlainDate | null): GateItem[] => [
  ...pairItems(context, draft),
  ...termItems(context, draft, rules, last),
  ...ageItems(context, draft, rules),
];

type GiveReason = (context: WriteContext, draft: ContractDraftEntity, key: string, reason: string) => ContractDraft;

/** Only a warning can be gone past, and only with a reason, which the document keeps. */
export function acceptWarning(
  context: WriteContext,
  desk: PaperDesk,
  input: { id: string; key: string; reason: string },
  giveReason: GiveReason,
): ContractDraft {
  const draft = visibleDraft(context, input.id);
  const found = desk.gate(context, draft).items.some(({ key, status }) => key === input.key && (status === 'warned' || status === 'accepted'));
  if (!found) throw refusal('CONTRACT.NO_SUCH_WARNING', { key: input.key });
  return giveReason(context, draft, input.key, input.reason);
}
