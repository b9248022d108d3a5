/** Everybody here is invented. Names are made by combination, so that no list of real people could have been copied. */
export const PASSWORD = 'тихая река у дома 7';

export const STAFF = [
  { name: 'Ирина Соколова', post: 'администратор фонда', roles: ['administrator'], house: null },
  { name: 'Анна Вебер', post: 'куратор программы', roles: ['coordinator'], house: null },
  { name: 'Галина Петрова', post: 'воспитатель', roles: ['staff'], house: 0 },
  { name: 'Олег Дорохов', post: 'социальный педагог', roles: ['staff'], house: 1 },
  { name: 'Марина Орлова', post: 'психолог', roles: ['psychologist'], house: null },
  { name: 'Денис Ларин', post: 'коуч', roles: ['coach'], house: null },
  { name: 'Лариса Белова', post: 'наблюдатель фонда', roles: ['observer'], house: null },
] as const;

export const [ADMIN, COORDINATOR, , SOCIAL_WORKER, PSYCHOLOGIST] = STAFF;

export const HOUSES = [
  {
    ru: 'Детский дом «Росток»',
    short: 'Росток',
    place: 'г. Красноярск',
    address: 'г. Красноярск, ул. Лесная, 12',
    head: 'Климова Вера Андреевна',
    genitive: 'Климовой Веры Андреевны',
  },
  {
    ru: 'Детский дом «Причал»',
    short: 'Причал',
    place: 'г. Красноярск',
    address: 'г. Красноярск, ул. Речная, 3',
    head: 'Сомов Пётр Ильич',
    genitive: 'Сомова Петра Ильича',
  },
  {
    ru: 'Центр содействия «Ярга»',
    short: 'Ярга',
    place: 'г. Канск',
    address: 'г. Канск, ул. Садовая, 40',
    head: 'Лебедева Нина Олеговна',
    genitive: 'Лебедевой Нины Олеговны',
  },
] as const;

const GIRLS = ['Алина', 'Вера', 'Дарья', 'Злата', 'Ксения', 'Лиза', 'Мила', 'Настя', 'Полина', 'Рита', 'Соня', 'Таня', 'Ульяна', 'Юля', 'Яна'];
const BOYS = [
  'Артём',
  'Богдан',
  'Витя',
  'Глеб',
  'Данил',
  'Егор',
  'Женя',
  'Игорь',
  'Кирилл',
  'Лёня',
  'Матвей',
  'Никита',
  'Паша',
  'Рома',
  'Семён',
  'Тимур',
  'Фёдор',
];
const SURNAMES = [
  'Андреев',
  'Белкин',
  'Ветров',
  'Горин',
  'Дёмин',
  'Ершов',
  'Жилин',
  'Зуев',
  'Исаев',
  'Калинин',
  'Лунин',
  'Мохов',
  'Нечаев',
  'Орешкин',
  'Певцов',
  'Рябов',
  'Снегирёв',
  'Тихонов',
  'Усов',
  'Фомин',
];
const MENTOR_GIVEN = ['Ольга', 'Елена', 'Наталья', 'Светлана', 'Юлия', 'Павел', 'Сергей', 'Дмитрий', 'Алексей', 'Виктор', 'Тамара', 'Инна', 'Роман'];
const MENTOR_SURNAMES = ['Ким', 'Шмидт', 'Воробей', 'Гончар', 'Коваль', 'Литвин', 'Бондарь', 'Мельник', 'Сорока', 'Заяц', 'Пастух', 'Грач', 'Ткач'];
const INTERESTS = [
  'велосипеды',
  'рисование',
  'футбол',
  'выпечка',
  'собаки',
  'гитара',
  'конструкторы',
  'рыбалка',
  'книги',
  'танцы',
  'плавание',
  'фотография',
];
const TOGETHER = ['готовить на кухне', 'ходить в кино', 'боулинг', 'ездить на каток', 'чинить технику', 'гулять у реки'];
const WORDS = [
  'Чтобы умел чинить велосипед и не торопил.',
  'Чтобы умела печь и не кричала. И чтобы собака была, ну или кошка.',
  'Хочу, чтобы приходил, когда сказал.',
  'Чтобы научил покупать билеты самому.',
  'Чтобы слушала до конца.',
  'Мне бы такого, кто знает про колледж.',
  'Чтобы можно было молчать вместе.',
  'Кто-нибудь весёлый, но не как клоун.',
];

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const feminine = (surname: string): string => `${surname}а`;

export interface DemoChild {
  given: string;
  surname: string;
  sex: 'female' | 'male';
  age: number;
  house: number;
  group: string;
  interests: string[];
  words: string;
  together: string[];
  sibling: number | null;
}

/** Forty children of 14 to 17; every twentieth is the sibling of the one before. */
export const CHILDREN: DemoChild[] = Array.from({ length: 40 }, (_, index) => {
  const sibling = index % 20 === 1 ? index - 1 : null;
  const sex = index % 2 === 0 ? 'female' : 'male';
  const surname = pick(SURNAMES, sibling ?? index);
  return {
    given: sex === 'female' ? pick(GIRLS, index >> 1) : pick(BOYS, index >> 1),
    surname: sex === 'female' ? feminine(surname) : surname,
    sex,
    age: 14 + (index % 4),
    house: (sibling ?? index) % HOUSES.length,
    group: `${String(8 + (index % 3))} «${pick(['А', 'Б'], index)}»`,
    interests: [pick(INTERESTS, index), pick(INTERESTS, index * 5 + 3)],
    words: pick(WORDS, index),
    together: [pick(TOGETHER, index)],
    sibling,
  };
});

export interface DemoMentor {
  given: string;
  surname: string;
  sex: 'female' | 'male';
  birthYear: number;
}

export const MENTORS: DemoMentor[] = Array.from({ length: 30 }, (_, index) => {
  const given = pick(MENTOR_GIVEN, index);
  return {
    given,
    surname: pick(MENTOR_SURNAMES, index * 3 + (index >> 3)),
    sex: /[ая]$/.test(given) ? 'female' : 'male',
    birthYear: 1975 + (index % 20),
  };
});
