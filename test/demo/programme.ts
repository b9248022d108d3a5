import { addDays, dateOf, type PlainDate } from '../../shared/kernel/plain-date';
import { before, uuid, type Driver } from './driver';
import { CHILDREN, COORDINATOR, HOUSES, MENTORS, type DemoChild } from './people';

const PAIRS = 26;
/** Pairs that have come as far as their papers; of them the first few are complete. */
export const AT_PAPERS = 8;
const WITH_EVERYTHING = 4;

export async function places(driver: Driver): Promise<{ houses: string[]; programmeId: string }> {
  const authorityId = uuid();
  await driver.call('institutions.saveAuthority', {
    id: authorityId,
    version: 0,
    fields: {
      nameRu: 'Отдел опеки и попечительства Свердловского района',
      nameKk: '',
      jurisdiction: 'ru',
      addressRu: 'г. Красноярск, ул. Семафорная, 433',
      addressKk: '',
      phone: '+7 391 000 00 10',
      officialName: 'Титова Алла Борисовна',
      officialNameGenitive: 'Титовой Аллы Борисовны',
      officialPostRu: 'начальник отдела',
      officialPostKk: '',
      officialBasisRu: 'Положения',
      officialBasisKk: '',
    },
  });
  const houses: string[] = [];
  for (const house of HOUSES) {
    const id = uuid();
    await driver.call('institutions.save', {
      id,
      version: 0,
      fields: {
        nameRu: house.ru,
        nameKk: '',
        shortName: house.short,
        jurisdiction: 'ru',
        registrationNumber: '2460000001',
        addressRu: house.address,
        addressKk: '',
        placeRu: house.place,
        placeKk: '',
        phone: '+7 391 000 00 00',
        headName: house.head,
        headNameGenitive: house.genitive,
        headPostRu: 'директор',
        headPostKk: '',
        headBasisRu: 'Устава',
        headBasisKk: '',
        authorityId,
        closed: false,
      },
    });
    houses.push(id);
  }
  const [programme] = await driver.call('institutions.programmes', {});
  return { houses, programmeId: programme?.id ?? '' };
}

const bornFor = (age: number, index: number): PlainDate => addDays(dateOf(new Date()), -Math.round((age + 0.1 + (index % 9) / 11) * 365.25));

export async function child(driver: Driver, one: DemoChild, index: number, houses: string[], programmeId: string): Promise<string> {
  const id = uuid();
  await driver.call('children.create', {
    id,
    ageReason: '',
    knownDuplicates: [],
    fields: {
      name: { ru: { surname: one.surname, given: one.given, patronymic: '' }, kk: null },
      birthDate: bornFor(one.age, index),
      sex: one.sex,
      citizenship: 'RU',
      identity: {
        kind: 'ru-passport',
        series: '0420',
        number: String(400_100 + index),
        issuer: 'ГУ МВД по Красноярскому краю',
        // A passport is given at fourteen, so the youngest have just got theirs.
        issuedOn: before(one.age === 14 ? 35 : 330 + index),
      },
      personalNumber: '',
      legalStatus: index % 3 === 0 ? 'orphan' : 'without-care',
      legalBasis: `приказ № ${String(10 + index)}`,
      institutionId: houses[one.house] as never,
      programmeId: programmeId,
      group: one.group,
      school: 'школа № 12',
      fileNumber: String(200 + index),
      languages: ['ru'],
      interests: one.interests,
      strengths: ['доводит дело до конца'],
      helps: 'Предупредить заранее, если планы меняются.',
      upsets: 'Когда обещают и не приходят.',
      notToAsk: 'О родителях.',
      safetyNote: index % 7 === 0 ? 'Аллергия на орехи.' : '',
    },
  });
  return id;
}

export async function siblings(driver: Driver, children: readonly string[]): Promise<void> {
  for (const [index, one] of CHILDREN.entries()) {
    if (one.sibling !== null)
      await driver.call('children.saveSibling', {
        id: children[index] as never,
        rowId: uuid(),
        fields: { childId: children[one.sibling] as never, together: true, why: 'держатся друг друга' },
      });
  }
}

export async function prepare(driver: Driver, id: string, one: DemoChild, index: number): Promise<void> {
  const childId = id as never;
  for (const kind of ['processing', 'transfer', 'participation'] as const) {
    const validUntil = kind === 'processing' && index % 9 === 4 ? addDays(dateOf(new Date()), 12) : addDays(dateOf(new Date()), 300 + index);
    await driver.call('children.saveConsent', {
      id: childId,
      rowId: uuid(),
      fields: {
        kind,
        textVersion: 'форма фонда, редакция 2',
        signer: HOUSES[one.house]?.head ?? '',
        basis: 'законный представитель',
        signedOn: before(90),
        validUntil,
      },
    });
  }
  await driver.call('children.startPreparation', { id: childId });
  await driver.call('children.completeStep', { id: childId, code: 'mentor-role', on: before(60), note: '', decision: null });
  if (index % 10 === 9) return;
  await driver.call('children.completeStep', { id: childId, code: 'meeting-rules', on: before(55), note: '', decision: null });
  const fields = {
    words: one.words,
    language: 'ru' as const,
    saidOn: before(50),
    mentorSex: 'any' as const,
    ageFrom: null,
    ageTo: null,
    interests: one.interests,
    together: one.together,
    never: '',
  };
  await driver.call('children.saveWishes', { id: childId, rowId: uuid(), confirmed: index % 10 !== 8, fields });
  if (index % 10 === 8) return;
  await driver.call('children.completeStep', { id: childId, code: 'own-consent', on: before(45), note: '', decision: 'agrees' });
  await driver.call('children.markReady', { id: childId });
}

const PAPERS = [
  'application',
  'identity',
  'criminal-record',
  'health',
  'household-list',
  'living-conditions-act',
  'guardianship-conclusion',
  'training-certificate',
  'processing-consent',
] as const;

export async function mentor(driver: Driver, index: number, houses: string[]): Promise<string> {
  const one = MENTORS[index];
  if (!one) throw new Error('no such mentor');
  const mentorId = uuid();
  const married = index % 3 !== 0;
  const spouse = {
    name: { ru: { surname: one.surname, given: one.sex === 'female' ? 'Андрей' : 'Мария', patronymic: '' }, kk: null },
    birthDate: null,
    identity: null,
    iin: null,
  };
  await driver.call('candidates.create', {
    id: mentorId,
    knownDuplicates: [],
    fields: {
      name: { ru: { surname: one.surname, given: one.given, patronymic: '' }, kk: null },
      birthDate: `${String(one.birthYear)}-0${String(1 + (index % 9))}-1${String(index % 9)}` as never,
      sex: one.sex,
      citizenship: 'RU',
      identity: {
        kind: 'ru-passport',
        series: '0419',
        number: String(700_200 + index),
        issuer: 'ГУ МВД по Красноярскому краю',
        issuerCode: '240-001',
        issuedOn: before(900 + index),
        validTo: null,
      },
      iin: null,
      registeredAddress: `г. Красноярск, ул. Полевая, ${String(2 + index)}, кв. ${String(10 + index)}`,
      actualAddress: null,
      phone: `+7 391 200 ${String(10 + index)} ${String(20 + index)}`,
      email: '',
      occupation: 'инженер',
      maritalStatus: married ? 'married' : 'single',
      spouse: married ? spouse : null,
      household: [],
      institutionIds: [houses[index % houses.length] as never],
      note: '',
    },
  });
  return mentorId;
}

export async function papers(driver: Driver, index: number, mentorId: string): Promise<void> {
  const married = index % 3 !== 0;
  for (const kind of PAPERS) {
    if (index >= WITH_EVERYTHING && index < AT_PAPERS && kind === (index % 2 === 0 ? 'guardianship-conclusion' : 'criminal-record')) continue;
    await driver.call('candidates.addPaper', {
      mentorId: mentorId,
      id: uuid(),
      paper: {
        kind,
        subject: 'mentor',
        number: `${String(100 + index)}`,
        issuedOn: before(40),
        issuer: 'по месту жительства',
        validUntil: null,
        noExpiry: true,
        presentedOn: before(38),
        outcome: 'positive',
        note: '',
      },
    });
  }
  if (married) {
    await driver.call('candidates.addPaper', {
      mentorId: mentorId,
      id: uuid(),
      paper: {
        kind: 'household-health',
        subject: 'spouse',
        number: `${String(300 + index)}`,
        issuedOn: before(40),
        issuer: 'поликлиника',
        validUntil: null,
        noExpiry: true,
        presentedOn: before(38),
        outcome: 'positive',
        note: '',
      },
    });
  }
}

export async function pairs(driver: Driver, children: string[], mentors: string[], programmeId: string): Promise<string[]> {
  const opened: string[] = [];
  const ready = children.filter((_, index) => index % 10 < 8);
  for (let index = 0; index < PAIRS; index += 1) {
    const pairId = uuid();
    await driver.call('mentorships.open', {
      mentorId: mentors[index] as never,
      programmeId: programmeId,
      acquaintedOn: before(30),
      children: [{ pairId, childId: ready[index] as never }],
      warningReason: 'решение кураторов',
    });
    await driver.call('mentorships.startMeetings', { id: pairId, on: before(28) });
    opened.push(pairId);
  }
  return opened;
}

export async function voices(driver: Driver, pairIds: string[]): Promise<void> {
  for (const pairId of pairIds.slice(0, AT_PAPERS)) {
    await driver.call('mentorships.recordChildVoice', {
      pairId: pairId,
      id: uuid(),
      voice: {
        kind: 'consent',
        decision: 'agrees',
        condition: '',
        childWords: 'Хочу в гости, если вечером домой.',
        explained: 'где, с кем, сколько, можно отказаться',
        saidOn: before(5),
        termFrom: before(5),
        termTo: addDays(dateOf(new Date()), 120),
        talkedBy: COORDINATOR.name,
        psychologistPresent: '',
      },
    });
  }
}

export async function contracts(driver: Driver, pairIds: string[]): Promise<void> {
  const [from, to] = [addDays(dateOf(new Date()), 7), addDays(dateOf(new Date()), 35)];
  for (const [index, pairId] of pairIds.slice(0, AT_PAPERS).entries()) {
    const draftId = uuid();
    const draft = await driver.call('documents.startDraft', { id: draftId, pairIds: [pairId as never] });
    await driver.call('documents.saveDraft', {
      id: draftId,
      from: draft.terms,
      to: {
        ...draft.terms,
        termFrom: from,
        termTo: to,
        regime: 'day',
        weekdays: [6],
        takenAt: '10:00',
        returnedAt: '19:00',
        place: `г. Красноярск, ул. Полевая, ${String(2 + index)}`,
        conditionsRu: 'Своё место для отдыха.',
        city: 'г. Красноярск',
        signedOn: dateOf(new Date()),
      },
    });
    if (index < WITH_EVERYTHING - 1) await driver.call('documents.issue', { draftId, documentId: uuid() });
  }
}
