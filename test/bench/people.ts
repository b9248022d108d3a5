import { randomUUID } from 'node:crypto';
import { sortKey, type PersonName } from '../../shared/kernel/names';
import type { PlainDate } from '../../shared/kernel/plain-date';
import type { ChildFields } from '../../shared/modules/children/children.model';
import type { ChildEntity } from '../../electron/modules/children/child.entity';
import { shortNameOf } from '../../electron/modules/children/children.record';

export interface Places {
  institutionIds: string[];
  programmeId: string;
}

const ROOTS = [
  'Ахмет',
  'Бекмұрат',
  'Воробьёв',
  'Гранин',
  'Дәулет',
  'Ермек',
  'Жұмабек',
  'Зверев',
  'Иса',
  'Касен',
  'Лебедев',
  'Мұрат',
  'Нұрпейіс',
  'Орлов',
  'Петров',
  'Рахым',
  'Сәрсен',
  'Тихонов',
  'Умар',
  'Фёдоров',
  'Хасен',
  'Цой',
  'Черных',
  'Шаймерден',
  'Щукин',
  'Юсуп',
  'Яковлев',
  'Әбіл',
  'Өтеген',
  'Қайрат',
];
const MIDDLES = ['', 'бай', 'гали', 'дин', 'жан', 'кул', 'мир', 'нур', 'рахман', 'тай', 'хан', 'шах'];
const ENDS = ['ов', 'ин', 'енко', 'ский', 'улы', 'ев', 'ич', 'ук'];
const GIVEN = [
  'Айгерім',
  'Али',
  'Алия',
  'Арман',
  'Асель',
  'Богдан',
  'Вера',
  'Дамир',
  'Дана',
  'Ерасыл',
  'Жанель',
  'Злата',
  'Игорь',
  'Камила',
  'Лев',
  'Мадина',
  'Нурай',
  'Олжас',
  'Полина',
  'Руслан',
  'Семён',
  'Тимур',
  'Ульяна',
  'Фатима',
  'Эльдар',
  'Юлия',
  'Ярослав',
  'Әсем',
  'Үміт',
  'Қуаныш',
];
const FATHERS = ['Маратович', 'Серикович', 'Иванович', 'Ерланович', 'Петрович', 'Болатович', 'Олегович', ''];
const LIKES = ['рисование', 'футбол', 'шахматы', 'выпечка', 'гитара', 'плавание', 'книги', 'роботы', 'танцы', 'лепка', 'животные', 'велосипед'];

/** The same people in every run. */
function dice(seed: number): (below: number) => number {
  let state = (Math.imul(seed, 2654435761) ^ 0x9e3779b9) >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 13), 0x5bd1e995) >>> 0;
    return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
  };
}

const STATES = ['registered', 'preparing', 'ready', 'in-pair'] as const;
const two = (value: number): string => String(value).padStart(2, '0');

function nameOf(roll: (below: number) => number): PersonName {
  const of = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
  const surname = `${of(ROOTS)}${of(MIDDLES)}${of(ENDS)}`;
  return { ru: { surname, given: of(GIVEN), patronymic: of(FATHERS) }, kk: null };
}

export function fieldsOf(seed: number, places: Places): ChildFields {
  const roll = dice(seed);
  const name = nameOf(roll);
  return {
    name,
    birthDate: `${String(2009 + roll(7))}-${two(1 + roll(12))}-${two(1 + roll(28))}` as PlainDate,
    sex: roll(2) === 0 ? 'female' : 'male',
    citizenship: 'KZ',
    identity: { kind: 'birth-certificate', series: '', number: String(1_000_000 + seed), issuer: 'РАГС района', issuedOn: '2016-03-20' as PlainDate },
    personalNumber: '',
    legalStatus: 'without-care',
    legalBasis: `решение № ${String(1 + roll(400))} от 01.02.2020`,
    institutionId: places.institutionIds[roll(places.institutionIds.length)] as ChildFields['institutionId'],
    programmeId: places.programmeId as ChildFields['programmeId'],
    group: `${String(1 + roll(9))} «${roll(2) === 0 ? 'А' : 'Б'}»`,
    school: `школа ${String(1 + roll(90))}`,
    fileNumber: String(seed),
    languages: ['ru', 'kk'],
    interests: [LIKES[roll(12)] as string, LIKES[roll(12)] as string],
    strengths: ['доводит дело до конца'],
    helps: 'Спокойный тон, заранее сказанный порядок дня, время побыть одному после шумного места.',
    upsets: 'Крик, внезапная смена планов.',
    notToAsk: 'О родителях, пока не заговорит сам.',
    safetyNote: '',
  };
}

/** A registered child as the service would store it. */
export function childOf(no: number, places: Places, at: string): ChildEntity {
  const fields = fieldsOf(no, places);
  const state = STATES[no % STATES.length] as (typeof STATES)[number];
  const since = '2026-09-01' as PlainDate;
  return {
    ...fields,
    id: randomUUID(),
    no,
    code: `${fields.name.ru.given.slice(0, 1)}-${String(no).padStart(4, '0')}`,
    shortName: shortNameOf(fields.name),
    sortKey: sortKey(fields.name),
    photoFile: null,
    state,
    life: { state, since },
    waitingSince: state === 'ready' ? since : null,
    wishes: no % 3 === 0 ? 'confirmed' : 'none',
    wishesOn: no % 3 === 0 ? since : null,
    consentUntil: no % 5 === 0 ? '' : '2027-09-01',
    openFlags: no % 40 === 0 ? 1 : 0,
    blocked: no % 4 === 0,
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
}
