import type { Language } from '../../shared/kernel/roles';
import { drawing } from './drawings';
import { before, uuid, type Driver } from './driver';
import { child, measure } from './clinical-tests';
import { PSYCHOLOGIST } from './people';
import type { Timeline } from './timeline';

interface Course {
  child: number;
  /** Days ago of the three meetings. */
  days: [number, number, number];
  /** Share of the range at each of them: hope, self-esteem, well-being. */
  levels: [[number, number, number], [number, number, number], [number, number, number]];
  /** PHQ-9, where it was given: share of the range, and the answer to its ninth question. */
  mood?: [[number, number], [number, number], [number, number]];
  languages?: [Language, Language, Language];
  notes: [string, string, string];
}

const COURSES: Course[] = [
  {
    child: 2,
    days: [296, 152, 24],
    levels: [
      [0.45, 0.5, 0.48],
      [0.56, 0.57, 0.6],
      [0.72, 0.66, 0.72],
    ],
    notes: ['Отвечала вдумчиво, спрашивала о трёх словах.', 'Стало легче в группе: есть подруга.', 'Сама попросила сравнить с прошлым разом.'],
  },
  {
    child: 3,
    days: [295, 149, 1],
    levels: [
      [0.5, 0.46, 0.52],
      [0.48, 0.44, 0.44],
      [0.34, 0.33, 0.28],
    ],
    mood: [
      [0.22, 0],
      [0.3, 0],
      [0.56, 1],
    ],
    notes: ['Спешил на тренировку.', 'Ждёт ответа колледжа, тревожится.', 'Отказ колледжа пришёл в среду. Отвечал медленно, глаз не поднимал.'],
  },
  {
    child: 5,
    days: [290, 140, 19],
    levels: [
      [0.4, 0.43, 0.5],
      [0.5, 0.46, 0.5],
      [0.58, 0.53, 0.64],
    ],
    notes: ['Читал вслух, отвечал честно: «как есть».', 'Перерыв на чай после второй анкеты.', 'Доволен: чинит велосипеды всей группе.'],
  },
  {
    child: 6,
    days: [288, 139, 18],
    levels: [
      [0.55, 0.4, 0.44],
      [0.42, 0.34, 0.32],
      [0.64, 0.5, 0.6],
    ],
    mood: [
      [0.3, 0],
      [0.46, 0],
      [0.22, 0],
    ],
    notes: ['Просила не показывать ответы воспитателям: обещано.', 'После разговора с роднёй спит плохо.', 'Смеётся, рассказывает о выпечке.'],
  },
  {
    child: 7,
    days: [285, 138, 17],
    levels: [
      [0.36, 0.38, 0.4],
      [0.47, 0.46, 0.52],
      [0.66, 0.6, 0.64],
    ],
    mood: [
      [0.4, 0],
      [0.28, 0],
      [0.16, 0],
    ],
    notes: ['Сидел боком к столу, на вопросы отвечал все.', 'Впервые пришёл сам, без напоминания.', 'Шутит, просит копию графика.'],
  },
  {
    child: 10,
    days: [282, 136, 16],
    levels: [
      [0.5, 0.3, 0.5],
      [0.55, 0.38, 0.55],
      [0.62, 0.52, 0.62],
    ],
    notes: ['Долго думала над словами о гордости.', 'Спокойнее, но себя ругает по-прежнему.', '«Я теперь иногда собой довольна», сказала сама.'],
  },
  {
    child: 14,
    days: [280, 148, 15],
    levels: [
      [0.38, 0.36, 0.36],
      [0.3, 0.3, 0.28],
      [0.54, 0.48, 0.55],
    ],
    mood: [
      [0.44, 0],
      [0.6, 1],
      [0.3, 0],
    ],
    notes: ['Устала после контрольной.', 'Годовщина смерти бабушки. После анкеты говорили час.', 'Спит хорошо, вернулась на танцы.'],
  },
  {
    child: 31,
    days: [278, 130, 14],
    levels: [
      [0.5, 0.5, 0.52],
      [0.52, 0.5, 0.5],
      [0.66, 0.6, 0.64],
    ],
    languages: ['kk', 'ru', 'ru'],
    notes: [
      'Вырос в Павлодаре, по-казахски читает увереннее.',
      'По-русски читает уже свободно: анкета русская.',
      'Заполнил быстро, вопросов не задал.',
    ],
  },
];

const KEYS = ['chs-6', 'rses', 'who-5'] as const;

async function wave(driver: Driver, children: readonly string[], course: Course, at: 0 | 1 | 2): Promise<void> {
  const subject = child(children[course.child]);
  const common = { subject, daysAgo: course.days[at], language: course.languages?.[at] ?? 'ru', note: course.notes[at] };
  for (const [key, instrument] of KEYS.entries())
    await measure(driver, { ...common, instrument, wish: { all: course.levels[at][key] ?? 0.5 }, seed: course.child * 100 + at * 10 + key });
  const mood = course.mood?.[at];
  if (!mood) return;
  const id = await measure(driver, {
    ...common,
    instrument: 'phq-9',
    wish: { all: mood[0] },
    fixed: { '9': mood[1], difficulty: mood[0] > 0.45 ? 2 : 1 },
    seed: course.child * 100 + at * 10 + 7,
  });
  if (mood[1] > 0 && at === 1) await act(driver, id);
}

/** What was done about the answer of the second wave; the answer of yesterday still waits. */
async function act(driver: Driver, id: string): Promise<void> {
  const { alerts } = await driver.call('assessments.get', { id: id });
  for (const alert of alerts)
    await driver.call('assessments.actOnAlert', {
      id: id,
      alertId: alert.id,
      text: 'Разговор сразу после анкеты. Мысли приходили дважды, в день годовщины; намерения, плана и средств нет. Составили лист: что помогает, кому звонить ночью. Вечером рядом воспитатель, которой девочка доверяет. Повторный разговор назавтра и через неделю: мыслей нет.',
      route: 'директор дома, устно и служебной запиской; врач-психиатр центра, приём через два дня',
    });
}

async function outside(driver: Driver, subject: ReturnType<typeof child>): Promise<void> {
  await driver.call('assessments.recordExternal', {
    id: uuid(),
    subject,
    testDate: before(146),
    fields: {
      instrument: 'CDI: депрессия у детей',
      version: 'бумажный комплект центра',
      place: 'Краевой центр психического здоровья, дневной приём',
      administeredBy: 'клинический психолог центра',
      language: 'ru',
      respondent: 'self',
      scales: [
        { name: 'Общий балл', value: 19, unit: 'raw', band: 'по руководству центра: выше среднего' },
        { name: 'Общий балл', value: 61, unit: 'T', band: 'по руководству центра: выше среднего' },
        { name: 'Ангедония', value: 58, unit: 'T', band: '' },
      ],
      note: 'Передано письмом с согласия девочки. Решение центра: наблюдение, без лекарств, повтор через полгода.',
      licenceConfirmed: true,
    },
  });
}

async function houseTreePerson(driver: Driver, subject: ReturnType<typeof child>): Promise<void> {
  const id = uuid();
  await driver.call('assessments.startProjective', {
    id,
    subject,
    testDate: before(140),
    fields: {
      method: 'htp',
      methodName: '',
      setting: 'Кабинет, после уроков, вдвоём; за стеной репетиция, слышна музыка.',
      material: 'Лист А4, простой карандаш, мелки.',
      instruction: 'Нарисуй, пожалуйста, дом, дерево и человека. Как получится, торопиться некуда.',
      startedAt: '15:10',
      endedAt: '15:42',
      orderOfObjects: 'дерево, дом, забор, человек, солнце',
      whoIsPresent: '',
      whoIsAbsent: '',
      place: [4, 5, 7, 8, 9],
      size: 'middle',
      pressure: 'uneven',
      erasures: 'Дверь стёр и нарисовал снова, больше.',
      details: 'Забор с калиткой, калитка открыта. У дерева дупло. Человек стоит у калитки, руки видны.',
      colours: 'коричневый, зелёный, жёлтый, синий',
      comments: '«Дверь маленькая вышла, велик не пройдёт».',
      afterDrawing:
        'В доме живёт мастер, он починит всё, но сначала пьёт чай. Дереву сто лет, в дупле тайник. Человеку шестнадцать, он ждёт, когда откроют мастерскую.',
      behaviour: 'Начал сразу, напевал. На человеке остановился, спросил, можно ли без лица; лицо потом нарисовал.',
      hypotheses: [
        {
          text: 'Возможно, ждёт, чтобы его впустили и признали умелым: человек у калитки, дверь под велосипед.',
          against: 'Велосипеды он чинит каждый день; рисунок может говорить только об этом.',
          confidence: 'medium',
        },
        {
          text: 'Возможно, осторожен с новыми людьми: забор вокруг всего дома.',
          against: 'Калитка открыта; заборы рисовала вся группа после поездки в деревню.',
          confidence: 'low',
        },
      ],
      reviewedBy: 'супервизор программы',
    },
  });
  await driver.call('clinical.addAttachment', {
    recordId: id,
    fileId: uuid(),
    childId: null,
    name: 'risunok.png',
    caption: 'Дом, дерево, человек: общий лист',
    data: drawing({ scene: ['sun', 'house', 'tree', 'fence', 'person'], mood: 'calm', seed: 505 }).toString('base64'),
  });
  await driver.call('assessments.signProjective', { id });
}

/** Eight teenagers measured three times in ten months; one result from outside and one drawing. */
export function planWaves(timeline: Timeline, children: readonly string[]): void {
  for (const course of COURSES)
    for (const at of [0, 1, 2] as const) timeline.on(course.days[at], PSYCHOLOGIST.name, (driver) => wave(driver, children, course, at));
  timeline.on(146, PSYCHOLOGIST.name, (driver) => outside(driver, child(children[14])));
  timeline.on(140, PSYCHOLOGIST.name, (driver) => houseTreePerson(driver, child(children[5])));
}
