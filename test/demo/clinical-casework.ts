import type { PlanGoal } from '../../shared/modules/sessions/plan.model';
import type { RouteFields } from '../../shared/modules/sessions/casework.model';
import type { SessionFields } from '../../shared/modules/sessions/appointments.model';
import { CASES, type Case } from './clinical-casework-notes';
import { child } from './clinical-tests';
import { before, uuid, type Driver } from './driver';
import { HOUSES, PSYCHOLOGIST, SOCIAL_WORKER } from './people';
import type { Timeline } from './timeline';

type Subject = ReturnType<typeof child>;
type GoalLevel = -2 | -1 | 0 | 1 | 2;

const PLACE = 'кабинет психолога';
const DIRECTOR = HOUSES[0].head;

const telling = (daysAgo: number, patch: Partial<RouteFields>): RouteFields => ({
  toWhom: DIRECTOR,
  post: 'директор детского дома',
  way: 'in-person',
  onDate: before(daysAgo),
  atTime: '16:20',
  basisKind: 'duty',
  basis: 'порядок программы о безопасности ребёнка, п. 4',
  decidedBy: PSYCHOLOGIST.name,
  action: '',
  ...patch,
});

async function request(driver: Driver, subject: Subject, one: Case): Promise<void> {
  const id = uuid();
  const { from, fromName, about, urgency } = one.request;
  await driver.call('sessions.createRequest', {
    id,
    subject,
    fields: { from, fromName, about, urgency, receivedOn: before(one.requestedDaysAgo) },
  });
  if (one.sessions.length > 0)
    await driver.call('sessions.decideRequest', { id, outcome: 'accepted', reason: 'Встречи раз в неделю, с согласия подростка.' });
}

async function plan(driver: Driver, subject: Subject, one: Case): Promise<{ planId: never; goals: PlanGoal[] }> {
  const planId = uuid();
  const goals: PlanGoal[] = one.goals.map(({ title, levels }) => ({
    id: uuid(),
    title,
    levels,
    baseline: -2,
    weight: 1,
    setOn: before(one.planDaysAgo),
  }));
  await driver.call('sessions.createPlan', { id: planId, subject, fields: { focus: one.focus, reviewOn: before(-20), goals } });
  await driver.call('sessions.signPlan', { id: planId });
  return { planId, goals };
}

async function rate(driver: Driver, held: { planId: never; goals: PlanGoal[] }, daysAgo: number, levels: readonly GoalLevel[]): Promise<void> {
  await driver.call('sessions.rateGoals', {
    id: uuid(),
    planId: held.planId,
    fields: {
      ratedOn: before(daysAgo),
      rater: PSYCHOLOGIST.name,
      levels: Object.fromEntries(held.goals.map(({ id }, index) => [id, levels[index] ?? 0])),
      note: '',
    },
  });
}

const noteFields = (one: Case, index: number): SessionFields => {
  const session = one.sessions[index];
  return {
    onDate: before(session?.daysAgo ?? 0),
    atTime: one.atTime,
    minutes: 50,
    place: PLACE,
    method: session?.method ?? '',
    attendance: session?.absent ? 'absent' : 'came',
    cancelledBy: null,
    note: session?.note ?? '',
    childWords: session?.words ?? '',
    riskLevel: session?.risk ? 'watch' : 'none',
    riskText: session?.risk ?? '',
  };
};

async function session(driver: Driver, subject: Subject, one: Case, index: number): Promise<void> {
  const fields = noteFields(one, index);
  const planned = await driver.call('sessions.agenda', { from: fields.onDate, to: fields.onDate, mine: true });
  const id = planned.find((row) => row.subject.id === subject.id && row.status === 'planned')?.id ?? uuid();
  await driver.call('sessions.createNote', { id, subject, fields });
  const daysAgo = one.sessions[index]?.daysAgo ?? 0;
  if (fields.riskLevel !== 'none')
    await driver.call('sessions.addRoute', {
      id,
      rowId: uuid(),
      fields: telling(daysAgo, {
        toWhom: SOCIAL_WORKER.name,
        post: SOCIAL_WORKER.post,
        action:
          'Вечерний обход дважды, телефон доверия в комнате, ремень безопасности разговора: «позвони раньше, чем решишь». Проверено через два дня: спит, ест, ходит в школу.',
      }),
    });
  if (!one.sessions[index]?.unsigned) await driver.call('sessions.signNote', { id });
}

/** What was disclosed, whom it was told, what they answered, and how it ended. */
function planDisclosure(timeline: Timeline, subject: () => Subject): void {
  const id = uuid();
  const [first, second] = [uuid(), uuid()];
  timeline.on(138, PSYCHOLOGIST.name, async (driver) => {
    await driver.call('sessions.disclose', {
      id,
      subject: subject(),
      fields: {
        onDate: before(138),
        atTime: '15:40',
        place: PLACE,
        circumstances: 'После анкеты, по собственной воле, наедине. Дверь закрыта, в коридоре дежурный воспитатель.',
        facts:
          'На летней побывке у тёти сожитель тёти, выпив, дважды замахнулся и один раз схватил за руку выше локтя. Следов не осталось. Больше туда ехать не хочет. О других случаях не говорила.',
        wordsOf: 'child',
        wordsOfName: '',
        words: 'Он замахнулся, я убежала во двор и сидела до утра. Тётя сказала: сама виновата. Я не поеду больше.',
        promised: 'Сказала, что молчать об этом не вправе, кому и зачем сообщит, что решать за неё без неё не будут, и что она поступила верно.',
        sessionId: null,
      },
      route: {
        rowId: first,
        fields: telling(138, {
          atTime: '16:30',
          basisKind: 'law',
          basis: 'обязанность сообщить об угрозе ребёнку',
          decidedBy: `${PSYCHOLOGIST.name}, ${DIRECTOR}`,
        }),
      },
    });
    await driver.call('sessions.addRoute', {
      id,
      rowId: second,
      fields: telling(138, {
        toWhom: 'Титова Алла Борисовна',
        post: 'начальник отдела опеки',
        way: 'phone',
        atTime: '17:05',
        basisKind: 'law',
        basis: 'обязанность сообщить об угрозе ребёнку; следом письмо',
        decidedBy: DIRECTOR,
      }),
    });
  });
  timeline.on(136, PSYCHOLOGIST.name, async (driver) => {
    await driver.call('sessions.answerRoute', {
      id,
      rowId: first,
      answer: { text: 'Побывки к тёте остановлены приказом, девочке объяснено вместе с психологом.', onDate: before(137) },
    });
    await driver.call('sessions.answerRoute', {
      id,
      rowId: second,
      answer: { text: 'Сообщение принято, назначена проверка семьи; опека разговаривает с тётей без девочки.', onDate: before(136) },
    });
  });
  timeline.on(112, PSYCHOLOGIST.name, (driver) =>
    driver
      .call('sessions.completeRoute', {
        id,
        outcome: 'Проверка завершена: побывки прекращены, связь с тётей по телефону, когда девочка хочет сама. Девочка знает итог и согласна с ним.',
      })
      .then(() => undefined),
  );
}

async function close(driver: Driver, subject: Subject, daysAgo: number): Promise<void> {
  const id = uuid();
  await driver.call('sessions.createClosing', {
    id,
    subject,
    fields: {
      onDate: before(daysAgo),
      reason: 'goals-reached',
      reached: 'Засыпает без света, ссоры в комнате разбирает словами, нашла подругу. Сама заметила: «я перестала хлопать дверью».',
      recommendations: 'Не спрашивать при всех, как дела. Предупреждать о переменах заранее. Хвалить за рисунки, просить показать.',
      followUp: true,
      followUpWhy: 'Просит одну встречу перед выпуском из девятого класса.',
      followUpUntil: before(-200),
    },
  });
  await driver.call('sessions.signClosing', { id });
}

function planCase(timeline: Timeline, children: readonly string[], one: Case): void {
  const subject = (): Subject => child(children[one.child]);
  const who = PSYCHOLOGIST.name;
  timeline.on(one.requestedDaysAgo, who, (driver) => request(driver, subject(), one));
  if (one.goals.length > 0) {
    let held: Awaited<ReturnType<typeof plan>>;
    timeline.on(one.planDaysAgo, who, async (driver) => {
      held = await plan(driver, subject(), one);
    });
    for (const [daysAgo, levels] of one.ratings) timeline.on(daysAgo, who, (driver) => rate(driver, held, daysAgo, levels));
  }
  const series = one.series;
  if (series)
    timeline.on(series.from + 3, who, (driver) =>
      driver
        .call('sessions.planSessions', {
          id: uuid(),
          subject: subject(),
          fields: { onDate: before(series.from), atTime: one.atTime, minutes: 50, place: PLACE, times: series.times, everyWeeks: 1 },
        })
        .then(() => undefined),
    );
  for (const [index, { daysAgo }] of one.sessions.entries()) timeline.on(daysAgo, who, (driver) => session(driver, subject(), one, index));
  const closed = one.closedDaysAgo;
  if (closed !== undefined) timeline.on(closed, who, (driver) => close(driver, subject(), closed));
}

/** Requests, plans with rated goals, sessions past and to come, a disclosure with its whole way, and one end. */
export function planCasework(timeline: Timeline, children: readonly string[]): void {
  for (const one of CASES) planCase(timeline, children, one);
  planDisclosure(timeline, () => child(children[6]));
}
