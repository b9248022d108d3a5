import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '../../shared/contract/api';
import {
  COORDINATOR,
  filledDraft,
  mentorFields,
  mentorWithPapers,
  pairAtPapers,
  releasedExtract,
  paperFields,
  PSYCHOLOGIST,
  readyChild,
  worldOf,
  type World,
} from '../support/contract-fixtures';
import { ADMINISTRATOR, TestProgram } from '../support/program';

const id = <T = never>(): T => randomUUID() as T;
type Gate = Output<'documents.whyNotIssue'>;

const HOST: [kind: string, subject: 'mentor' | 'spouse'][] = [
  ['application', 'mentor'],
  ['income', 'mentor'],
  ['health', 'mentor'],
  ['health', 'spouse'],
  ['criminal-record', 'mentor'],
  ['training-certificate', 'mentor'],
  ['living-conditions-act', 'mentor'],
  ['guardianship-conclusion', 'mentor'],
  ['processing-consent', 'mentor'],
  ['spouse-consent', 'spouse'],
];
const OF_RUSSIA: [string, 'mentor' | 'spouse'][] = [
  ['application', 'mentor'],
  ['health', 'mentor'],
  ['household-health', 'spouse'],
  ['criminal-record', 'mentor'],
  ['training-certificate', 'mentor'],
  ['living-conditions-act', 'mentor'],
  ['guardianship-conclusion', 'mentor'],
  ['processing-consent', 'mentor'],
];

describe.each([
  ['kz', HOST, { birthDate: '2014-03-03' }, {}] as const,
  [
    'ru',
    OF_RUSSIA,
    { birthDate: '2011-03-03', citizenship: 'RU' },
    {
      citizenship: 'RU',
      iin: null,
      spouse: { ...mentorFields().spouse, iin: null, identity: null },
      identity: {
        kind: 'ru-passport',
        series: '04 12',
        number: '123456',
        issuer: 'ГУ МВД',
        issuerCode: '240-001',
        issuedOn: '2015-01-10',
        validTo: null,
      },
    },
  ] as const,
])('the gate of a contract in %s', (jurisdiction, papers, child, mentor) => {
  let world: World;
  let childId: string;
  let mentorId: string;
  let pairId: string;
  let draftId: string;
  const call: TestProgram['call'] = (...args) => world.program.call(...args);
  const closed = async (): Promise<Gate['items']> =>
    (await call('documents.whyNotIssue', { id: draftId })).items.filter(({ status }) => status !== 'ok' && status !== 'accepted');
  const codes = async (): Promise<string[]> => (await closed()).map(({ code, status }) => `${code} ${status}`);
  const paperOf = async (kind: string, subject: string): Promise<string> =>
    (await call('candidates.get', { id: mentorId })).papers.find(
      (paper) => paper.kind === kind && paper.subject === subject && paper.struckOn === null,
    )?.id ?? '';
  const strike = async (kind: string, subject: string): Promise<void> => {
    await call('candidates.strikePaper', { mentorId, id: await paperOf(kind, subject), reason: 'внесено по ошибке' });
  };
  const add = async (kind: string, subject: string, patch: Record<string, unknown> = {}): Promise<void> => {
    await call('candidates.addPaper', { mentorId, id: id(), paper: paperFields({ kind, subject, ...patch } as never) });
  };

  beforeAll(async () => {
    world = await worldOf(await TestProgram.start(), jurisdiction);
    await world.program.signIn(COORDINATOR);
    childId = await readyChild(world, child);
    mentorId = await mentorWithPapers(world, [], mentor as never);
    pairId = await pairAtPapers(world, childId, mentorId);
    draftId = await filledDraft(world, [pairId]);
  });
  afterAll(async () => {
    await world.program.destroy();
  });

  it('is open when every paper is valid on the last return', async () => {
    expect(await codes()).toEqual([]);
  });

  it.each(papers)('names %s of the %s when it is missing, ends early, or says no', async (kind, subject) => {
    await strike(kind, subject);
    expect(await codes()).toEqual([`paper.${kind} missing`]);
    const [item] = await closed();
    expect(item?.link).toMatchObject({ module: 'candidates', id: mentorId, section: `papers.${kind}` });

    // Valid at the start, over before the last return.
    await add(kind, subject, { noExpiry: false, validUntil: '2026-12-12' });
    expect(await codes()).toEqual([`paper.${kind} expires-too-early`]);
    await strike(kind, subject);

    await add(kind, subject, { outcome: 'negative' });
    expect(await codes()).toEqual([`paper.${kind} refused`]);
    await strike(kind, subject);

    await add(kind, subject, { noExpiry: false, validUntil: '2026-12-19' });
    expect(await codes()).toEqual([]);
  });

  it('closes when the identity paper itself ends before the last return', async () => {
    const { identity } = (await call('candidates.get', { id: mentorId })).fields;
    if (!identity) throw new Error('no identity');
    await call('candidates.update', { id: mentorId, changes: { identity: { from: identity, to: { ...identity, validTo: '2026-12-01' } } } });
    expect(await codes()).toEqual(['paper.identity expires-too-early']);
    await call('candidates.update', { id: mentorId, changes: { identity: { from: { ...identity, validTo: '2026-12-01' }, to: identity } } });
    expect(await codes()).toEqual([]);
  });

  it('counts a period of the rules from the day of issue', async () => {
    await strike('health', 'mentor');
    await add('health', 'mentor', { issuedOn: '2026-06-10', presentedOn: '2026-06-11' });
    expect(await codes()).toEqual(['paper.health expires-too-early']);
    await strike('health', 'mentor');
    await add('health', 'mentor');
  });

  it('follows the period that the organisation set, from its day on', async () => {
    await call('documents.saveRuleParameters', {
      id: id(),
      jurisdiction,
      inForceFrom: '2026-11-01',
      sourceNote: 'приказ читал юрист',
      checkedBy: 'Юрист',
      checkedOn: '2026-11-01',
      parameters: { 'paper.health.months': 2 },
    });
    expect(await codes()).toContain('paper.health expires-too-early');
    expect(
      await world.program.refusal('documents.saveRuleParameters', {
        id: id(),
        jurisdiction,
        inForceFrom: '2026-11-01',
        sourceNote: 'x',
        checkedBy: 'x',
        checkedOn: '2026-11-01',
        parameters: {},
      }),
    ).toMatchObject({ code: 'RULES.DATE_TAKEN' });
    await call('documents.saveRuleParameters', {
      id: id(),
      jurisdiction,
      inForceFrom: '2026-11-10',
      sourceNote: 'назад',
      checkedBy: 'Юрист',
      checkedOn: '2026-11-10',
      parameters: {},
    });
    expect(await codes()).toEqual([]);
  });

  it('closes when the child takes the word back, and opens with a new word', async () => {
    await world.program.signIn(COORDINATOR);
    const [voice] = (await call('mentorships.get', { id: pairId })).voices;
    await call('mentorships.withdrawChildVoice', { pairId, id: voice?.id ?? '', on: '2026-11-18', reason: 'передумала' });
    expect(await codes()).toEqual(['paper.child-consent refused']);
    const say = (patch: Record<string, unknown>) =>
      call('mentorships.recordChildVoice', {
        pairId,
        id: id(),
        voice: {
          kind: 'consent',
          decision: 'agrees',
          condition: '',
          childWords: '',
          explained: '',
          saidOn: '2026-11-19',
          termFrom: '2026-11-19',
          termTo: '2026-12-31',
          talkedBy: COORDINATOR,
          psychologistPresent: '',
          ...patch,
        } as never,
      });
    await say({ termTo: '2026-12-10' });
    expect(await codes()).toEqual(['paper.child-consent expires-too-early']);
    await say({ saidOn: '2026-11-20', termFrom: '2026-11-20' });
    expect(await codes()).toEqual([]);
    const refused = await world.program.refusal('mentorships.recordChildVoice', {
      pairId,
      id: id(),
      voice: {
        kind: 'opinion',
        decision: 'agrees',
        condition: '',
        childWords: '',
        explained: '',
        saidOn: '2026-11-20',
        termFrom: '2026-11-20',
        termTo: '2026-12-31',
        talkedBy: 'x',
        psychologistPresent: '',
      },
    });
    expect(refused).toMatchObject({ code: 'VOICE.OWN_CONSENT_NEEDED' });
  });

  it('closes when the psychologist says "not now"', async () => {
    const extractId = await releasedExtract(world, pairId, 'not-now');
    await world.program.signIn(ADMINISTRATOR);
    expect(await codes()).toEqual(['paper.psychologist-extract refused']);
    expect(await world.program.refusal('extracts.withdraw', { id: extractId, reason: 'мешает' })).toMatchObject({ kind: 'not-allowed' });
    await world.program.signIn(PSYCHOLOGIST);
    await call('extracts.withdraw', { id: extractId, reason: 'новая беседа' });
    await world.program.signIn(ADMINISTRATOR);
    expect(await codes()).toEqual([]);
  });

  it('names an empty field of the contract with its place', async () => {
    const draft = await call('documents.getDraft', { id: draftId });
    await call('documents.saveDraft', { id: draftId, from: draft.terms, to: { ...draft.terms, place: '' } });
    const [item] = await closed();
    expect(item).toMatchObject({ code: 'field.term.place', link: { module: 'documents', id: draftId, section: 'place' } });
    await call('documents.saveDraft', { id: draftId, from: { ...draft.terms, place: '' }, to: draft.terms });
  });

  it('tells two editors of one draft what the other has changed, and writes over neither', async () => {
    const draft = await call('documents.getDraft', { id: draftId });
    await call('documents.saveDraft', { id: draftId, from: draft.terms, to: { ...draft.terms, takenAt: '11:00' } });
    const conflict = await world.program.refusal('documents.saveDraft', {
      id: draftId,
      from: draft.terms,
      to: { ...draft.terms, takenAt: '12:00', city: 'Другой' },
    });
    expect(conflict).toMatchObject({ kind: 'conflict', conflicts: [{ field: 'takenAt', base: '10:00', theirs: '11:00', mine: '12:00' }] });
    expect((await call('documents.getDraft', { id: draftId })).terms).toMatchObject({ takenAt: '11:00', city: draft.terms.city });
  });

  it('needs a reason for a child under the age of the rules, and keeps it with the paper', async () => {
    await world.program.signIn(COORDINATOR);
    const young = await readyChild(world, {
      ...child,
      birthDate: jurisdiction === 'kz' ? '2017-05-05' : '2013-05-05',
      name: { ru: { surname: 'Ли', given: 'Тимур', patronymic: '' }, kk: null },
      fileNumber: '97',
      identity: null,
    });
    const pair = await pairAtPapers(world, young, mentorId, 'Учился с ним в шахматном кружке');
    const youngDraft = await filledDraft(world, [pair]);
    const shut = (await call('documents.whyNotIssue', { id: youngDraft })).items.filter(({ code }) => code === 'rule.child-age');
    expect(shut).toMatchObject([{ status: 'warned', detail: { code: 'RULE.CHILD_TOO_YOUNG' } }]);
    expect(await world.program.refusal('documents.acceptWarning', { id: youngDraft, key: 'paper.income:x', reason: 'так надо' })).toMatchObject({
      code: 'CONTRACT.NO_SUCH_WARNING',
    });
    const accepted = await call('documents.acceptWarning', { id: youngDraft, key: shut[0]?.key ?? '', reason: 'орган опеки согласен' });
    expect(Object.values(accepted.warningReasons)).toEqual(['орган опеки согласен']);
    expect((await call('documents.whyNotIssue', { id: youngDraft })).items.find(({ code }) => code === 'rule.child-age')).toMatchObject({
      status: 'accepted',
    });
  });

  it('lets brothers and sisters stand in one contract with one mentor, and nobody else', async () => {
    await world.program.signIn(COORDINATOR);
    const sibling = await readyChild(world, {
      ...child,
      name: { ru: { surname: 'Сарсенов', given: 'Санжар', patronymic: '' }, kk: null },
      fileNumber: '98',
      identity: null,
    });
    const second = await pairAtPapers(world, sibling, mentorId);
    const both = await call('documents.startDraft', { id: id(), pairIds: [pairId, second] });
    expect(both.children).toHaveLength(2);
    const consents = (await call('documents.whyNotIssue', { id: both.id })).items.filter(({ code }) => code === 'paper.child-consent');
    expect(consents).toHaveLength(2);
    await world.program.signIn(COORDINATOR);
    const other = id<string>();
    await call('candidates.create', {
      id: other,
      knownDuplicates: [],
      fields: mentorFields({
        name: { ru: { surname: 'Пак', given: 'Инна', patronymic: '' }, kk: null },
        identity: null,
        iin: null,
        spouse: null,
        maritalStatus: 'single',
        phone: '',
        birthDate: '1979-09-09',
        institutionIds: [world.institutionId],
      }),
    });
    const stranger = await readyChild(world, {
      ...child,
      name: { ru: { surname: 'Ли', given: 'Вера', patronymic: '' }, kk: null },
      fileNumber: '99',
      identity: null,
    });
    const third = await pairAtPapers(world, stranger, other);
    expect(await world.program.refusal('documents.startDraft', { id: id(), pairIds: [pairId, third] })).toMatchObject({
      code: 'CONTRACT.PAIRS_DIFFER',
    });
  });
});
