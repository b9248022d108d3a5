import type { Input } from '../../shared/contract/api';
import type { Language } from '../../shared/kernel/roles';
import { TALKS, type Talk } from './clinical-candidate-notes';
import { measure, mentor, type Wish } from './clinical-tests';
import { before, uuid, type Driver } from './driver';
import { PSYCHOLOGIST } from './people';
import type { Timeline } from './timeline';

type Answer = { note?: string; rating?: number; choices?: string[] };
const RATINGS = ['motivation', 'expectations', 'readiness', 'resources', 'boundaries', 'parents', 'household', 'loss', 'risks'] as const;

/** Levels by the outcome, in the order of RATINGS; a little of it moves from person to person. */
const LEVELS = {
  recommended: [4, 3, 3, 4, 3, 3, 4, 4, 4],
  'with-conditions': [3, 2, 3, 3, 2, 2, 3, 2, 3],
  'not-recommended': [1, 1, 2, 1, 2, 2, 2, 1, 2],
} as const;

const COMMON = {
  recommended: {
    'motivation-change': 'Изменится расписание выходных. Если не выйдет, останется прежним человеком, только с пустой субботой.',
    'expectations-first': 'Притираться: короткие встречи, много молчания, проверки.',
    'expectations-end': 'Постепенно: реже, потом звонки; ребёнок знает об этом заранее.',
    'readiness-time': 'Два-три часа в неделю и один выходной в месяц; отпуск предупредит заранее.',
    'boundaries-gifts': 'Денег не даст. Вещь обсудит с воспитателем, подарок небольшой и по правилам.',
    'boundaries-secret': 'Скажет ребёнку честно, что один не удержит такую тайну, и пойдёт вместе с ним к взрослому, который отвечает.',
    'parents-talk': '«Хорошо, что ты её любишь. Расскажи, какая она».',
    'risks-anger': 'Злит, когда обещают и не делают. Выходит пройтись, говорит потом.',
    'risks-substances': 'По праздникам или никогда; успокоительных нет.',
  },
  'with-conditions': {
    'motivation-change': 'Появится смысл в будни. Если нет, расстроится и пойдёт волонтёром.',
    'expectations-first': 'Надеется подружиться к третьей встрече, потом говорит: «наверное, к десятой».',
    'expectations-end': 'Об окончании не думал всерьёз, попросил вернуться к этому.',
    'readiness-time': 'Два часа в неделю; работа может мешать в конце квартала.',
    'boundaries-gifts': 'Трудно отказать. После разговора: спросит куратора.',
    'boundaries-secret': 'Сначала «промолчу», после примера изменил ответ.',
    'parents-talk': 'Промолчит и сменит тему.',
    'risks-anger': 'Обижается молча, потом говорит.',
    'risks-substances': 'Изредка вино; снотворных нет.',
  },
  'not-recommended': {
    'motivation-change': 'Жизнь без ребёнка описывает как пустую.',
    'expectations-first': 'Ребёнок сразу будет жить рядом, «как дома».',
    'expectations-end': 'Об окончании говорить не может.',
    'readiness-time': 'Всё время.',
    'boundaries-gifts': 'Отдаст вещи сына.',
    'boundaries-secret': 'Сохранит любую тайну.',
    'parents-talk': 'Ответит, что мама не вернётся.',
    'risks-anger': 'Сил на гнев нет.',
    'risks-substances': 'Успокоительные без назначения, с вечера.',
  },
} as const;

const OWN: Partial<Record<keyof Talk, string>> = {
  why: 'motivation-why',
  child: 'expectations-child',
  hard: 'expectations-hard',
  support: 'resources-support',
  parents: 'parents-view',
  home: 'household-who',
  lived: 'loss-lived',
};

function answersOf(talk: Talk): Record<string, Answer> {
  const tone = talk.outcome ?? 'recommended';
  const answers: Record<string, Answer> = Object.fromEntries(Object.entries(COMMON[tone]).map(([code, note]) => [code, { note }]));
  for (const [key, code] of Object.entries(OWN)) answers[code] = { note: String(talk[key as keyof Talk]) };
  answers['motivation-kinds'] = { choices: talk.kinds };
  answers['household-view'] = { choices: [talk.homeView] };
  if (talk.flags.length > 0) answers['risks-flags'] = { choices: talk.flags };
  for (const [index, name] of RATINGS.entries()) {
    // Unfinished notes end before the last sections.
    if (talk.outcome === null && index > 5) continue;
    const level = LEVELS[tone][index] ?? 3;
    answers[`${name}-level`] = { rating: Math.max(1, level - ((talk.mentor + index) % 5 === 0 ? 1 : 0)) };
  }
  return answers;
}

const changeOf = ([code, { note, rating, choices }]: [string, Answer]): NonNullable<Input<'interviews.note'>['answers']> => [
  {
    code,
    ...(note === undefined ? {} : { note: { from: '', to: note } }),
    ...(rating === undefined ? {} : { rating: { from: null, to: rating } }),
    ...(choices === undefined ? {} : { choices: { from: [], to: choices } }),
  },
];

const SUPPORT = {
  recommended: 'Обычная поддержка: клуб наставников, супервизия по расписанию программы.',
  'with-conditions': 'Поддержка чаще обычной; условия обсуждены с кандидатом и приняты.',
  'not-recommended': 'Помощь нужна самому человеку; контакт службы передан.',
};

async function interview(driver: Driver, subject: ReturnType<typeof mentor>, talk: Talk): Promise<void> {
  const id = uuid();
  await driver.call('interviews.begin', { id, subject, guideId: 'candidate', onDate: before(talk.daysAgo), language: 'ru' });
  const text = (to: string) => ({ from: '', to });
  const quote = { id: uuid(), questionCode: 'motivation-why', text: talk.quote };
  await driver.call('interviews.note', {
    id,
    changes: {
      place: text('кабинет психолога, «Росток»'),
      clock: { from: { seconds: 0, runningSince: null }, to: { seconds: 3300 + talk.mentor * 97, runningSince: null } },
      impression: text(talk.impression),
      ...(talk.outcome && {
        summary: text(`Разговор состоялся полностью. ${talk.impression}`),
        toConsider: text(SUPPORT[talk.outcome]),
        recommendation: { from: null, to: talk.outcome },
        grounds: text(talk.grounds),
        conditions: text(talk.conditions),
        validUntil: { from: null, to: before(talk.daysAgo - (talk.valid ?? 365)) },
      }),
    },
    answers: Object.entries(answersOf(talk)).flatMap(changeOf),
    quotes: [{ id: quote.id, from: null, to: quote }],
  });
  if (talk.outcome !== null) await driver.call('interviews.sign', { id });
}

const CHARACTER: Record<'recommended' | 'with-conditions' | 'not-recommended', Wish> = {
  recommended: { extraversion: 0.55, agreeableness: 0.82, conscientiousness: 0.75, neuroticism: 0.28, imagination: 0.6 },
  'with-conditions': { extraversion: 0.6, agreeableness: 0.78, conscientiousness: 0.55, neuroticism: 0.48, imagination: 0.62 },
  'not-recommended': { extraversion: 0.34, agreeableness: 0.75, conscientiousness: 0.5, neuroticism: 0.84, imagination: 0.5 },
};
const FACETS: typeof CHARACTER = {
  recommended: { trust: 0.68, altruism: 0.85, sympathy: 0.8, dutifulness: 0.84, anger: 0.25 },
  'with-conditions': { trust: 0.62, altruism: 0.8, sympathy: 0.85, dutifulness: 0.66, anger: 0.4 },
  'not-recommended': { trust: 0.4, altruism: 0.75, sympathy: 0.85, dutifulness: 0.6, anger: 0.45 },
};
/** Who was also asked about worry and well-being, and in which wording: one who reads English at work took the original. */
const MORE: Record<number, Language> = { 1: 'ru', 4: 'ru', 7: 'en', 8: 'ru', 11: 'ru', 27: 'ru' };

async function tests(driver: Driver, subject: ReturnType<typeof mentor>, talk: Talk): Promise<void> {
  const tone = talk.outcome ?? 'recommended';
  const common = { subject, daysAgo: talk.daysAgo, place: 'учебный класс школы наставников' };
  const seed = talk.mentor * 31;
  await measure(driver, { ...common, instrument: 'mini-ipip-20', wish: CHARACTER[tone], seed });
  await measure(driver, { ...common, instrument: 'ipip-mentor-facets', wish: FACETS[tone], seed: seed + 1 });
  const language = MORE[talk.mentor];
  if (!language) return;
  const burden = { recommended: 0.12, 'with-conditions': 0.3, 'not-recommended': 0.78 }[tone];
  await measure(driver, { ...common, language, instrument: 'gad-7', wish: { all: burden }, seed: seed + 2 });
  await measure(driver, { ...common, language, instrument: 'who-5', wish: { all: 0.9 - burden }, seed: seed + 3 });
}

/** Sixteen candidates tested and interviewed; the notes of two are still unsigned. */
export function planCandidates(timeline: Timeline, mentors: readonly string[]): void {
  for (const talk of TALKS)
    timeline.on(talk.daysAgo, PSYCHOLOGIST.name, async (driver) => {
      const subject = mentor(mentors[talk.mentor]);
      await tests(driver, subject, talk);
      await interview(driver, subject, talk);
    });
  for (const [daysAgo, level] of [
    [104, 0.5],
    [9, 0.14],
  ] as const)
    timeline.on(daysAgo, PSYCHOLOGIST.name, async (driver) => {
      const note = 'Просил оригинал, как в первый раз. После консультации наставников.';
      await measure(driver, {
        subject: mentor(mentors[7]),
        daysAgo,
        note,
        language: MORE[7] ?? 'en',
        instrument: 'gad-7',
        wish: { all: level },
        seed: daysAgo,
      });
    });
}
