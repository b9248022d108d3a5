import { describe, expect, it } from 'vitest';
import { ChildId, DocumentId } from '../../kernel/ids';
import { plainDate } from '../../kernel/plain-date';
import { whyNotPair, wrongVoice, type PairAges, type PairFacts } from './mentorships.rules';
import { commandsIn, PAIR_COMMANDS, PAIR_STAGES, stageAfter, whyNotMove, type PairState } from './mentorships.workflow';

const on = plainDate('2026-11-22');
const childId = ChildId.parse('11111111-1111-4111-8111-111111111111');
const ages: PairAges = { childFrom: 8, childTo: 14, outside: 'warned', mentorFrom: 25, gap: 7 };
const facts = (patch: Partial<PairFacts> = {}): PairFacts => ({
  childId,
  childBirth: plainDate('2014-03-03'),
  childIsReady: true,
  childHasPair: false,
  mentorBirth: plainDate('1985-05-05'),
  on,
  ...patch,
});

describe('a pair', () => {
  const rows: [string, Partial<PairFacts>, Partial<PairAges>, [string, string][]][] = [
    ['of a ready child and a grown mentor meets no objection', {}, {}, []],
    ['with a mentor younger than the child is refused', { mentorBirth: plainDate('2015-01-01') }, {}, [['PAIR.MENTOR_YOUNGER', 'refused']]],
    ['with a mentor born on the same day is refused', { mentorBirth: plainDate('2014-03-03') }, {}, [['PAIR.MENTOR_YOUNGER', 'refused']]],
    ['with a mentor under age is refused', { mentorBirth: plainDate('2009-01-01') }, {}, [['PAIR.MENTOR_NOT_ADULT', 'refused']]],
    [
      'with a mentor under the age of the programme is warned about',
      { mentorBirth: plainDate('2005-01-01') },
      {},
      [['PAIR.MENTOR_TOO_YOUNG', 'warned']],
    ],
    [
      'with a mentor under the age of a strict programme is refused',
      { mentorBirth: plainDate('2005-01-01') },
      { outside: 'refused' },
      [['PAIR.MENTOR_TOO_YOUNG', 'refused']],
    ],
    [
      'of near ages is warned about',
      { childBirth: plainDate('2008-12-01'), mentorBirth: plainDate('2003-01-01') },
      { childTo: 18, mentorFrom: 18 },
      [['PAIR.AGE_GAP_SMALL', 'warned']],
    ],
    [
      'with a child under the age of the programme is warned about',
      { childBirth: plainDate('2019-01-01') },
      {},
      [['PAIR.CHILD_TOO_YOUNG', 'warned']],
    ],
    [
      'with a child under the age of a strict programme is refused',
      { childBirth: plainDate('2019-01-01') },
      { outside: 'refused' },
      [['PAIR.CHILD_TOO_YOUNG', 'refused']],
    ],
    ['with a child over the age of the programme is warned about', { childBirth: plainDate('2010-01-01') }, {}, [['PAIR.CHILD_TOO_OLD', 'warned']]],
    ['with a child not prepared yet is refused', { childIsReady: false }, {}, [['PAIR.CHILD_NOT_READY', 'refused']]],
    ['with a child who has a mentor is refused', { childHasPair: true, childIsReady: false }, {}, [['PAIR.CHILD_ALREADY_PAIRED', 'refused']]],
  ];
  it.each(rows)('%s', (_name, patch, rules, expected) => {
    expect(whyNotPair(facts(patch), { ...ages, ...rules }).map(({ code, weight }) => [code, weight])).toEqual(expected);
  });
});

const contract = { documentId: DocumentId.parse('22222222-2222-4222-8222-222222222222'), number: 'ГД-001/2026' };
const states: Record<(typeof PAIR_STAGES)[number], PairState> = {
  acquainted: { stage: 'acquainted', since: on },
  'meeting-inside': { stage: 'meeting-inside', since: on },
  papers: { stage: 'papers', since: on, contract },
  hosting: { stage: 'hosting', since: on, contract },
  closed: { stage: 'closed', since: on, reason: 'child-wish', note: '' },
};

describe('the stages of a pair', () => {
  const allowed: Record<string, string[]> = {
    acquainted: ['startMeetings', 'close'],
    'meeting-inside': ['startPapers', 'close'],
    papers: ['returnToMeetings', 'startHosting', 'close'],
    hosting: ['returnToMeetings', 'close'],
    closed: [],
  };
  it.each(PAIR_STAGES.map((stage) => [stage]))('from %s only the drawn ways lead on', (stage) => {
    expect(commandsIn(stage)).toEqual(allowed[stage]);
    for (const command of PAIR_COMMANDS)
      expect(whyNotMove(states[stage], command, on)).toBe(allowed[stage]?.includes(command) ? null : 'PAIR.WRONG_STAGE');
  });
  it('do not reach hosting without an issued contract', () => {
    expect(whyNotMove({ stage: 'papers', since: on, contract: null }, 'startHosting', on)).toBe('PAIR.NO_CONTRACT');
  });
  it('do not go back in time', () => {
    expect(whyNotMove(states.acquainted, 'startMeetings', plainDate('2026-11-21'))).toBe('PAIR.DATE_BEFORE_STAGE');
  });
  it('end where the drawing says', () => {
    expect(PAIR_COMMANDS.map(stageAfter)).toEqual(['meeting-inside', 'papers', 'meeting-inside', 'hosting', 'closed']);
  });
});

describe('what is written down for a pair', () => {
  const voice = {
    kind: 'consent' as const,
    decision: 'agrees' as const,
    condition: '',
    childWords: 'Хочу',
    explained: '',
    saidOn: on,
    termFrom: on,
    termTo: plainDate('2026-12-20'),
    talkedBy: 'Воспитатель',
    psychologistPresent: '',
  };
  const born = plainDate('2014-03-03');
  it.each([
    ['a right consent', {}, []],
    ['a consent given tomorrow', { saidOn: plainDate('2026-11-23') }, ['DATE.IN_FUTURE']],
    ['a consent given before birth', { saidOn: plainDate('2013-01-01') }, ['DATE.BEFORE_BIRTH']],
    ['a term that ends before it starts', { termTo: plainDate('2026-11-01') }, ['DATE.ENDS_BEFORE_START']],
    ['a condition left empty', { decision: 'agrees-if' as const }, ['TEXT.REQUIRED']],
  ])('%s', (_name, patch, codes) => {
    expect(wrongVoice({ ...voice, ...patch }, born, on).map(({ code }) => code)).toEqual(codes);
  });
});
