import type { ConclusionFields, ExtractFields } from '../../shared/modules/extracts/extracts.model';
import type { Subject } from '../../shared/modules/clinical/clinical.model';
import { child, mentor } from './clinical-tests';
import { before, uuid, type Driver } from './driver';
import { PSYCHOLOGIST } from './people';
import type { Timeline } from './timeline';

const ALL: ExtractFields['recipients'] = ['staff', 'coordinator', 'administrator'];

async function release(driver: Driver, subject: Subject, fields: Partial<ExtractFields>, replaces: string | null = null): Promise<string> {
  const id = uuid();
  await driver.call('extracts.start', {
    id,
    subject,
    replaces: replaces,
    fields: { purpose: 'care', purposeNote: '', recipients: ALL, recommendation: null, text: '', validUntil: null, language: 'ru', ...fields },
  });
  await driver.call('extracts.sign', { id });
  return id;
}

export const releaseForPair = (driver: Driver, pairId: string): Promise<string> =>
  release(
    driver,
    { kind: 'pair', id: pairId as never },
    {
      purpose: 'guest-contract',
      recommendation: 'recommended',
      text: 'Гостевые встречи по выходным. Возвращение не позже 19 часов, новое место сначала показать на фотографии.',
      validUntil: before(-170),
    },
  );

const EMPTY: ConclusionFields = {
  qualification: 'педагог-психолог, высшая категория',
  request: 'куратор программы',
  consentNumber: '',
  methods: [],
  motivation: '',
  resources: '',
  risks: '',
  viewOfParents: '',
  expectations: '',
  supervision: '',
  meetingsObserved: '',
  contact: '',
  boundaries: '',
  safety: '',
  childAttitude: '',
  compatibility: '',
  recommendation: null,
  conditions: '',
  grounds: '',
  validUntil: null,
};

async function conclude(driver: Driver, subject: Subject, kind: 'candidate' | 'pair', fields: Partial<ConclusionFields>): Promise<void> {
  const id = uuid();
  await driver.call('extracts.startConclusion', { id, subject, kind, fields: { ...EMPTY, ...fields } });
  await driver.call('extracts.signConclusion', { id });
}

const candidateMethods = (daysAgo: number): ConclusionFields['methods'] => [
  { name: 'Mini-IPIP-20: пять черт личности', version: '1.0.0', date: before(daysAgo) },
  { name: 'IPIP: пять граней для наставника', version: '1.0.0', date: before(daysAgo) },
  { name: 'Кандидат: готовность и мотивация', version: '1', date: before(daysAgo) },
];

function planCandidates(timeline: Timeline, mentors: readonly string[]): void {
  timeline.on(229, PSYCHOLOGIST.name, async (driver) => {
    const subject = mentor(mentors[5]);
    await conclude(driver, subject, 'candidate', {
      consentNumber: '5/К',
      methods: candidateMethods(231),
      motivation: 'Собственный опыт интерната осмыслен; хочет пройти рядом, а не спасать.',
      resources: 'Семья, дело, давний друг; умеет просить о помощи.',
      risks: 'Возможна прямота, которую подросток примет за строгость.',
      viewOfParents: 'Бережный, без осуждения.',
      expectations: 'Малые и точные.',
      supervision: 'По расписанию программы.',
      recommendation: 'recommended',
      grounds: 'Терпение, стабильность, поддержка семьи, пережитая утрата.',
      validUntil: before(229 - 365),
    });
    await release(driver, subject, {
      purpose: 'matching',
      recommendation: 'recommended',
      text: 'Рекомендован к наставничеству. Хорошо подойдёт подростку, которому нужно время и общее дело. Просит говорить с ним прямо.',
      validUntil: before(229 - 365),
    });
  });
  timeline.on(179, PSYCHOLOGIST.name, async (driver) => {
    const subject = mentor(mentors[8]);
    await conclude(driver, subject, 'candidate', {
      consentNumber: '8/К',
      methods: candidateMethods(181),
      motivation: 'Желание быть полезным, усилившееся после смерти друга.',
      resources: 'Надёжность, эмпатия, поддержка жены.',
      risks: 'Горе проживается и не завершено; уход подростка может ударить сильно.',
      viewOfParents: 'Нейтральный.',
      expectations: 'Близки к действительности, кроме темы прощания.',
      supervision: 'Три консультации до знакомства, далее ежемесячно.',
      recommendation: 'with-conditions',
      conditions: 'Консультации до знакомства; выходы на воду после полугода; повторный разговор через шесть месяцев.',
      grounds: 'Сильные стороны велики, опора нужна до близкой связи.',
      validUntil: before(-12),
    });
    await release(driver, subject, {
      purpose: 'matching',
      recommendation: 'with-conditions',
      text: 'Рекомендован с условиями: три консультации до знакомства, выходы на воду только с отдельного разрешения, повторный разговор через полгода.',
      validUntil: before(179 - 330),
    });
  });
}

function planPair(timeline: Timeline, opened: readonly string[]): void {
  timeline.on(6, PSYCHOLOGIST.name, async (driver) => {
    const subject = { kind: 'pair' as const, id: (opened[0] ?? '') as never };
    await conclude(driver, subject, 'pair', {
      consentNumber: '31/П',
      methods: [{ name: 'Наблюдение встреч', version: '', date: before(8) }],
      meetingsObserved: 'Три встречи в детском доме: мастерская, чай, прогулка во дворе.',
      contact: 'Тёплый, спокойный; подросток зовёт наставницу по имени и отчеству и смеётся.',
      boundaries: 'Подарков не было, просьбу о телефоне наставница передала воспитателю.',
      safety: 'Сообщений о тревоге нет; подросток знает, кому звонить.',
      childAttitude: 'Ждёт встреч, считает дни. «Она пришла, когда сказала».',
      compatibility: 'Общее дело, близкий темп.',
      recommendation: 'recommended',
      grounds: 'Контакт устойчив, границы держатся, подросток хочет продолжать.',
      validUntil: before(-180),
    });
  });
}

function planChildren(timeline: Timeline, children: readonly string[]): void {
  const who = PSYCHOLOGIST.name;
  let first = '';
  timeline.on(134, who, async (driver) => {
    first = await release(driver, child(children[10]), {
      purpose: 'mentoring',
      recommendation: 'with-conditions',
      text: 'К знакомству готова, лучше в малой группе. Не хвалить при всех, не торопить с ответом.',
      validUntil: before(-40),
    });
  });
  timeline.on(13, who, async (driver) => {
    await release(
      driver,
      child(children[10]),
      {
        purpose: 'mentoring',
        recommendation: 'recommended',
        text: 'Готова к встречам вне дома. Замечания говорить наедине; рисунки смотреть, когда показывает сама.',
        validUntil: before(-350),
      },
      first,
    );
  });
  let withdrawn = '';
  timeline.on(137, who, async (driver) => {
    withdrawn = await release(driver, child(children[5]), {
      purpose: 'matching',
      recommendation: 'recommended',
      text: 'Нужен наставник с руками и терпением. Новых людей встречает настороженно, через общее дело открывается.',
      validUntil: before(-220),
    });
  });
  timeline.on(47, who, async (driver) => {
    await driver.call('extracts.withdraw', { id: withdrawn, reason: 'Подросток попросил изменить слова о себе; новый текст пишем вместе.' });
  });
  timeline.on(12, who, async (driver) => {
    await release(driver, child(children[7]), {
      purpose: 'care',
      recipients: ['staff', 'coordinator'],
      text: 'О переменах предупреждать накануне. Если ушёл от разговора, дать время и подойти одному взрослому. Воскресный звонок брату не отменять.',
    });
    await release(driver, child(children[14]), {
      purpose: 'mentoring',
      recommendation: 'recommended',
      text: 'К встречам готова. Дни памяти бабушки (июнь) провести спокойно, без выездов; ей помогает, когда об этом знают заранее.',
      validUntil: before(-340),
    });
  });
  timeline.on(110, who, async (driver) => {
    await release(driver, child(children[6]), {
      purpose: 'care',
      recipients: ['administrator', 'staff'],
      text: 'Побывки и поездки к родным только после согласия самой девочки и разговора с психологом.',
    });
  });
}

/** What left the room: conclusions with their extracts, and extracts for the children, one replaced and one withdrawn. */
export function planExtracts(timeline: Timeline, { children, mentors, opened }: { children: string[]; mentors: string[]; opened: string[] }): void {
  planCandidates(timeline, mentors);
  planPair(timeline, opened);
  planChildren(timeline, children);
}
