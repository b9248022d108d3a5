import { randomUUID } from 'node:crypto';
import type { Input, Output } from '../../shared/contract/api';
import { ADMINISTRATOR, type TestProgram } from './program';

export const COORDINATOR = 'Куратор Сауле';
export const PSYCHOLOGIST = 'Психолог Дина';

const id = <T = never>(): T => randomUUID() as T;

/** An identity number with its right check digit, for a birth date, a sex and a serial. */
export function iinOf(birthDate: string, sex: 'female' | 'male', serial: number): string {
  const century = birthDate < '2000' ? 3 : 5;
  for (let n = serial; ; n++) {
    const head = `${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}${birthDate.slice(8, 10)}${String(sex === 'male' ? century : century + 1)}${String(n).padStart(4, '0')}`;
    const sum = (weights: number[]): number => weights.reduce((total, weight, index) => total + weight * Number(head[index]), 0) % 11;
    const first = sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const check = first === 10 ? sum([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) : first;
    if (check < 10) return `${head}${String(check)}`;
  }
}

type MentorFields = Input<'candidates.create'>['fields'];
type PaperFields = Input<'candidates.addPaper'>['paper'];
export type Terms = Output<'documents.getDraft'>['terms'];

/** A married mentor of Kazakhstan with everything a contract asks for; `patch` bends it. */
export const mentorFields = (patch: Partial<MentorFields> = {}): MentorFields => ({
  name: { ru: { surname: 'Ким', given: 'Ольга', patronymic: 'Сергеевна' }, kk: null },
  birthDate: '1985-05-05',
  sex: 'female',
  citizenship: 'KZ',
  identity: {
    kind: 'kz-id-card',
    series: null,
    number: '041234417',
    issuer: 'МВД РК',
    issuerCode: null,
    issuedOn: '2020-01-10',
    validTo: '2030-01-09',
  },
  iin: iinOf('1985-05-05', 'female', 441),
  registeredAddress: 'г. Алматы, мкр. Жетысу-2, дом 41, кв. 17',
  actualAddress: null,
  phone: '+7 701 555 00 17',
  email: '',
  occupation: 'бухгалтер',
  maritalStatus: 'married',
  spouse: {
    name: { ru: { surname: 'Ким', given: 'Андрей', patronymic: 'Львович' }, kk: null },
    birthDate: '1983-02-02',
    iin: iinOf('1983-02-02', 'male', 210),
    identity: {
      kind: 'kz-id-card',
      series: null,
      number: '039876543',
      issuer: 'МВД РК',
      issuerCode: null,
      issuedOn: '2019-03-03',
      validTo: '2029-03-02',
    },
  },
  household: [],
  institutionIds: [],
  note: '',
  ...patch,
});

export const paperFields = (patch: Partial<PaperFields> = {}): PaperFields => ({
  kind: 'criminal-record',
  subject: 'mentor',
  number: '17',
  issuedOn: '2026-10-01',
  issuer: 'МВД РК',
  validUntil: null,
  noExpiry: true,
  presentedOn: '2026-10-05',
  outcome: 'positive',
  note: '',
  ...patch,
});

export interface World {
  program: TestProgram;
  institutionId: string;
  otherInstitutionId: string;
  programmeId: string;
}

/** Organisation, two orphanages with an authority, a coordinator who is also the orphanage's staff, and a psychologist. */
export async function worldOf(program: TestProgram, jurisdiction: 'kz' | 'ru' = 'kz'): Promise<World> {
  await program.setUp(jurisdiction);
  const authorityId = id<string>();
  await program.call('institutions.saveAuthority', {
    id: authorityId,
    version: 0,
    fields: {
      nameRu: 'Отдел образования Алатауского района',
      nameKk: 'Алатау ауданының білім бөлімі',
      jurisdiction,
      addressRu: 'г. Алматы',
      addressKk: 'Алматы қ.',
      phone: '+7 727 000 00 01',
      officialName: 'Нурпеисова А. С.',
      officialNameGenitive: 'Нурпеисовой А. С.',
      officialPostRu: 'руководитель',
      officialPostKk: 'басшы',
      officialBasisRu: 'Положения',
      officialBasisKk: 'Ереже',
    },
  });
  const house = async (name: string): Promise<string> => {
    const institutionId = id<string>();
    await program.call('institutions.save', {
      id: institutionId,
      version: 0,
      fields: {
        nameRu: `Детский дом «${name}»`,
        nameKk: `«${name}» балалар үйі`,
        shortName: name,
        jurisdiction,
        registrationNumber: jurisdiction === 'kz' ? '990140000016' : '2460000001',
        addressRu: 'г. Алматы, ул. Садовая, 1',
        addressKk: 'Алматы қ., Бау к-сі, 1',
        placeRu: 'г. Алматы',
        placeKk: 'Алматы қ.',
        phone: '+7 727 000 00 00',
        headName: 'Омаров Б. Т.',
        headNameGenitive: 'Омарова Б. Т.',
        headPostRu: 'директор',
        headPostKk: 'директор',
        headBasisRu: 'Устава',
        headBasisKk: 'Жарғы',
        authorityId,
        closed: false,
      },
    });
    return institutionId;
  };
  const institutionId = await house('Шаңырақ');
  const otherInstitutionId = await house('Үміт');
  const [programme] = await program.call('institutions.programmes', {});
  await program.addColleague(COORDINATOR, ['coordinator', 'staff']);
  await program.addColleague(PSYCHOLOGIST, ['psychologist']);
  return { program, institutionId, otherInstitutionId, programmeId: programme?.id ?? '' };
}

/** A child prepared for a pair. */
export async function readyChild(world: World, patch: Record<string, unknown> = {}): Promise<string> {
  const { program } = world;
  const childId = id<never>();
  const call = program.call.bind(program);
  await call('children.create', {
    id: childId,
    ageReason: 'решение программы',
    knownDuplicates: [],
    fields: {
      name: {
        ru: { surname: 'Сарсенова', given: 'Айгерим', patronymic: 'Маратовна' },
        kk: { surname: 'Сәрсенова', given: 'Айгерім', patronymic: 'Маратқызы' },
      },
      birthDate: '2014-03-03',
      sex: 'female',
      citizenship: 'KZ',
      identity: { kind: 'birth-certificate', series: '', number: '0042418', issuer: 'РАГС г. Алматы', issuedOn: '2014-03-20' },
      personalNumber: '',
      legalStatus: 'without-care',
      legalBasis: 'решение № 8 от 01.02.2020',
      institutionId: world.institutionId,
      programmeId: world.programmeId,
      group: '2',
      school: 'школа 12',
      fileNumber: '96',
      languages: ['ru', 'kk'],
      interests: ['рисование'],
      strengths: [],
      helps: '',
      upsets: '',
      notToAsk: '',
      safetyNote: '',
      ...patch,
    },
  } as never);
  for (const kind of ['processing', 'transfer', 'participation']) {
    await call('children.saveConsent', {
      id: childId,
      rowId: id<never>(),
      fields: { kind, textVersion: '1', signer: 'Омаров Б. Т.', basis: 'законный представитель', signedOn: '2026-09-01', validUntil: null },
    } as never);
  }
  await call('children.startPreparation', { id: childId });
  await call('children.saveWishes', {
    id: childId,
    rowId: id<never>(),
    confirmed: true,
    fields: {
      words: 'Чтобы умела рисовать',
      language: 'ru',
      saidOn: '2026-10-01',
      mentorSex: 'any',
      ageFrom: null,
      ageTo: null,
      interests: [],
      together: [],
      never: '',
    },
  } as never);
  for (const code of ['mentor-role', 'meeting-rules', 'wishes', 'own-consent']) {
    await call('children.completeStep', {
      id: childId,
      code,
      on: '2026-10-02',
      note: '',
      decision: code === 'own-consent' ? 'agrees' : null,
    } as never);
  }
  await call('children.markReady', { id: childId, ageReason: 'решение программы' });
  return childId;
}

const MENTOR_PAPERS: Partial<PaperFields>[] = [
  { kind: 'application' },
  { kind: 'identity' },
  { kind: 'spouse-consent', subject: 'spouse' },
  { kind: 'income' },
  { kind: 'income', subject: 'spouse' },
  { kind: 'health' },
  { kind: 'health', subject: 'spouse' },
  { kind: 'household-health', subject: 'spouse' },
  { kind: 'housing-right' },
  { kind: 'marriage-certificate' },
  { kind: 'living-conditions-act', number: '52' },
  { kind: 'training-certificate', number: 'ШН-019' },
  { kind: 'criminal-record' },
  { kind: 'criminal-record', subject: 'spouse' },
  { kind: 'guardianship-conclusion', number: '118' },
  { kind: 'processing-consent' },
  { kind: 'processing-consent', subject: 'spouse' },
  { kind: 'household-list' },
];

/** A mentor with every paper of both jurisdictions, except the kinds that are left out. */
export async function mentorWithPapers(world: World, without: readonly string[] = [], patch: Partial<MentorFields> = {}): Promise<string> {
  const mentorId = id<never>();
  await world.program.call('candidates.create', {
    id: mentorId,
    fields: mentorFields({ institutionIds: [world.institutionId as never], ...patch }),
    knownDuplicates: [],
  });
  for (const paper of MENTOR_PAPERS) {
    if (without.includes(paper.kind ?? '')) continue;
    await world.program.call('candidates.addPaper', { mentorId, id: id<never>(), paper: paperFields(paper) });
  }
  return mentorId;
}

export const terms = (draft: Terms, patch: Partial<Terms> = {}): Terms =>
  ({
    ...draft,
    termFrom: '2026-11-28',
    termTo: '2026-12-19',
    weekdays: [6],
    takenAt: '10:00',
    returnedAt: '19:00',
    conditionsRu: 'Своё место для отдыха.',
    conditionsKk: 'Демалатын орны бар.',
    ...patch,
  }) as Terms;

/** A pair at its papers, with the child's own consent and the psychologist's extract. Ends signed in as the administrator. */
export async function pairAtPapers(world: World, childId: string, mentorId: string, warningReason = ''): Promise<string> {
  const { program } = world;
  const call = program.call.bind(program);
  const pairId = id<never>();
  await program.signIn(COORDINATOR);
  await call('mentorships.open', {
    mentorId,
    programmeId: world.programmeId,
    acquaintedOn: '2026-10-10',
    children: [{ pairId, childId }],
    warningReason,
  });
  await call('mentorships.startMeetings', { id: pairId, on: '2026-10-12' });
  await call('mentorships.startPapers', { id: pairId, on: '2026-10-25' });
  await call('mentorships.recordChildVoice', {
    pairId,
    id: id<never>(),
    voice: {
      kind: 'consent',
      decision: 'agrees',
      condition: '',
      childWords: 'Хочу печь пирог',
      explained: 'где, с кем, можно отказаться',
      saidOn: '2026-11-17',
      termFrom: '2026-11-17',
      termTo: '2026-12-31',
      talkedBy: COORDINATOR,
      psychologistPresent: '',
    },
  } as never);
  await releasedExtract(world, pairId, 'recommended');
  await program.signIn(ADMINISTRATOR);
  return pairId;
}

/** A signed extract about a pair, written in the psychologist's own session; that session stays signed in. Answers its id. */
export async function releasedExtract(world: World, pairId: string, recommendation: 'recommended' | 'not-now'): Promise<string> {
  const { program } = world;
  const { clinical } = await program.signIn(PSYCHOLOGIST);
  if (clinical === 'to-be-born') await program.call('session.createClinicalVault', {});
  const extractId = id<never>();
  await program.call('extracts.start', {
    id: extractId,
    subject: { kind: 'pair', id: pairId },
    fields: {
      purpose: 'guest-contract',
      purposeNote: '',
      recipients: ['staff', 'coordinator', 'administrator'],
      recommendation,
      text: 'Гостевые выходные по субботам.',
      validUntil: '2027-02-06',
      language: 'ru',
    },
  });
  await program.call('extracts.sign', { id: extractId });
  return extractId;
}

/** A draft with its terms filled in. */
export async function filledDraft(world: World, pairIds: string[], patch: Partial<Terms> = {}): Promise<string> {
  const draftId = id<never>();
  const draft = await world.program.call('documents.startDraft', { id: draftId, pairIds: pairIds });
  await world.program.call('documents.saveDraft', { id: draftId, from: draft.terms, to: terms(draft.terms, patch) });
  return draftId;
}
