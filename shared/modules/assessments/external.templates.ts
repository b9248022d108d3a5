/**
 * Scales that are offered when the result of a method outside Tirek is written down (instruments.md A.4): names and limits
 * only. The limits catch slips of the keyboard; they are the manuals' as commonly cited, and no reading is derived from them.
 */
interface Text {
  ru: string;
  kk: string;
  en: string;
}

export interface ExternalScale {
  id: string;
  title: Text;
  unit: 'raw' | 'T' | 'sten' | 'percentile' | 'other';
  range: readonly [number, number] | null;
}

export interface ExternalTemplate {
  id: string;
  title: Text;
  scales: readonly ExternalScale[];
  /** Two orders of eight colours are asked for. */
  colours?: true;
  /** What stands above the form. */
  caution?: Text;
}

const t = (ru: string, kk: string, en: string): Text => ({ ru, kk, en });
const same = (name: string): Text => t(name, name, name);
const scale = (id: string, title: Text, unit: ExternalScale['unit'], range: ExternalScale['range']): ExternalScale => ({ id, title, unit, range });
const raw = (id: string, title: Text, min: number, max: number) => scale(id, title, 'raw', [min, max]);
/** T scores are unbounded by their definition; manuals print no others than these. */
const inT = (id: string, title: Text) => scale(id, title, 'T', [0, 130]);
const inSten = (id: string, title: Text) => scale(id, title, 'sten', [1, 10]);

const anxietyState = t('Ситуативная тревожность', 'Жағдайлық мазасыздық', 'State anxiety');
const anxietyTrait = t('Личностная тревожность', 'Тұлғалық мазасыздық', 'Trait anxiety');
const total = t('Общий балл', 'Жалпы балл', 'Total score');
const depression = t('Депрессия', 'Депрессия', 'Depression');
const anxiety = t('Тревога', 'Мазасыздық', 'Anxiety');

const MMPI_CLINICAL = [
  t('1 (Hs) Ипохондрия', '1 (Hs) Ипохондрия', '1 (Hs) Hypochondriasis'),
  t('2 (D) Депрессия', '2 (D) Депрессия', '2 (D) Depression'),
  t('3 (Hy) Истерия', '3 (Hy) Истерия', '3 (Hy) Hysteria'),
  t('4 (Pd) Импульсивность', '4 (Pd) Импульсивтілік', '4 (Pd) Psychopathic deviate'),
  t('5 (Mf) Мужественность-женственность', '5 (Mf) Ерлік-әйелдік', '5 (Mf) Masculinity-femininity'),
  t('6 (Pa) Ригидность, паранойя', '6 (Pa) Ригидтілік, паранойя', '6 (Pa) Paranoia'),
  t('7 (Pt) Тревожность, психастения', '7 (Pt) Мазасыздық, психастения', '7 (Pt) Psychasthenia'),
  t('8 (Sc) Индивидуалистичность, шизофрения', '8 (Sc) Дарашылдық, шизофрения', '8 (Sc) Schizophrenia'),
  t('9 (Ma) Оптимистичность, гипомания', '9 (Ma) Оптимистік, гипомания', '9 (Ma) Hypomania'),
  t('0 (Si) Социальная интроверсия', '0 (Si) Әлеуметтік интроверсия', '0 (Si) Social introversion'),
];

const lettered = (letters: readonly string[]) =>
  letters.map((letter) => inSten(letter, t(`Фактор ${letter}`, `${letter} факторы`, `Factor ${letter}`)));

const BIG_FIVE = [
  ['N', t('Нейротизм', 'Нейротизм', 'Neuroticism')],
  ['E', t('Экстраверсия', 'Экстраверсия', 'Extraversion')],
  ['O', t('Открытость опыту', 'Тәжірибеге ашықтық', 'Openness')],
  ['A', t('Доброжелательность', 'Мейірбандық', 'Agreeableness')],
  ['C', t('Добросовестность', 'Жауапкершілік', 'Conscientiousness')],
] as const;

const SYNDROMES = [
  ['anxious', t('Тревожность / депрессия', 'Мазасыздық / депрессия', 'Anxious/depressed')],
  ['withdrawn', t('Замкнутость / депрессия', 'Тұйықтық / депрессия', 'Withdrawn/depressed')],
  ['somatic', t('Соматические жалобы', 'Соматикалық шағымдар', 'Somatic complaints')],
  ['social', t('Социальные проблемы', 'Әлеуметтік қиындықтар', 'Social problems')],
  ['thought', t('Проблемы мышления', 'Ойлау қиындықтары', 'Thought problems')],
  ['attention', t('Проблемы внимания', 'Зейін қиындықтары', 'Attention problems')],
  ['rule-breaking', t('Нарушение правил', 'Ережені бұзу', 'Rule-breaking behaviour')],
  ['aggressive', t('Агрессивное поведение', 'Агрессивті мінез-құлық', 'Aggressive behaviour')],
  ['internalizing', t('Интернализация, итог', 'Интернализация, жиыны', 'Internalizing, total')],
  ['externalizing', t('Экстернализация, итог', 'Экстернализация, жиыны', 'Externalizing, total')],
  ['total', t('Все проблемы, итог', 'Барлық қиындықтар, жиыны', 'Total problems')],
] as const;

const RCADS = [
  ['separation', t('Тревога разлуки', 'Айырылысу мазасыздығы', 'Separation anxiety')],
  ['generalized', t('Генерализованная тревога', 'Жалпыланған мазасыздық', 'Generalized anxiety')],
  ['panic', t('Паника', 'Үрей', 'Panic')],
  ['social', t('Социальная тревога', 'Әлеуметтік мазасыздық', 'Social phobia')],
  ['obsessive', t('Навязчивости', 'Жабысқақ ойлар мен әрекеттер', 'Obsessions and compulsions')],
  ['depression', depression],
  ['total-anxiety', t('Тревога, итог', 'Мазасыздық, жиыны', 'Total anxiety')],
  ['total-internalizing', t('Тревога и депрессия, итог', 'Мазасыздық пен депрессия, жиыны', 'Total internalizing')],
] as const;

const AGGRESSION = [
  ['physical', t('Физическая агрессия', 'Физикалық агрессия', 'Assault')],
  ['indirect', t('Косвенная агрессия', 'Жанама агрессия', 'Indirect aggression')],
  ['irritability', t('Раздражение', 'Ашуланшақтық', 'Irritability')],
  ['negativism', t('Негативизм', 'Негативизм', 'Negativism')],
  ['resentment', t('Обида', 'Реніш', 'Resentment')],
  ['suspicion', t('Подозрительность', 'Күдікшілдік', 'Suspicion')],
  ['verbal', t('Вербальная агрессия', 'Сөздік агрессия', 'Verbal aggression')],
  ['guilt', t('Чувство вины', 'Кінә сезімі', 'Guilt')],
  ['aggression-index', t('Индекс агрессивности', 'Агрессивтілік индексі', 'Aggression index')],
  ['hostility-index', t('Индекс враждебности', 'Қастық индексі', 'Hostility index')],
] as const;

const SELF_ESTEEM_LINES = [
  ['health', t('Здоровье', 'Денсаулық', 'Health')],
  ['ability', t('Ум, способности', 'Ақыл, қабілет', 'Mind, abilities')],
  ['character', t('Характер', 'Мінез', 'Character')],
  ['peers', t('Авторитет у сверстников', 'Құрдастар алдындағы бедел', 'Standing among peers')],
  ['hands', t('Умелые руки', 'Қол шеберлігі', 'Skilful hands')],
  ['looks', t('Внешность', 'Сырт келбет', 'Looks')],
  ['confidence', t('Уверенность в себе', 'Өзіне сенімділік', 'Confidence')],
] as const;

const CDI_PARTS = [
  ['mood', t('Негативное настроение', 'Жағымсыз көңіл күй', 'Negative mood')],
  ['interpersonal', t('Межличностные проблемы', 'Тұлғааралық қиындықтар', 'Interpersonal problems')],
  ['ineffectiveness', t('Неэффективность', 'Тиімсіздік', 'Ineffectiveness')],
  ['anhedonia', t('Ангедония', 'Ангедония', 'Anhedonia')],
  ['self-esteem', t('Негативная самооценка', 'Өзін төмен бағалау', 'Negative self-esteem')],
] as const;

const SDQ_PARTS = [
  ['emotional', t('Эмоциональные симптомы', 'Эмоциялық белгілер', 'Emotional symptoms')],
  ['conduct', t('Проблемы поведения', 'Мінез-құлық қиындықтары', 'Conduct problems')],
  ['hyperactivity', t('Гиперактивность', 'Гиперактивтілік', 'Hyperactivity')],
  ['peer', t('Проблемы со сверстниками', 'Құрдастармен қиындықтар', 'Peer problems')],
  ['prosocial', t('Просоциальное поведение', 'Қайырымды мінез-құлық', 'Prosocial behaviour')],
] as const;

export const EXTERNAL_TEMPLATES: readonly ExternalTemplate[] = [
  {
    id: 'stai',
    title: t('STAI (Спилбергер-Ханин)', 'STAI (Спилбергер-Ханин)', 'STAI'),
    scales: [raw('state', anxietyState, 20, 80), raw('trait', anxietyTrait, 20, 80)],
  },
  {
    id: 'staic',
    title: t('STAIC (детская форма)', 'STAIC (балалар нұсқасы)', 'STAIC'),
    scales: [raw('state', anxietyState, 20, 60), raw('trait', anxietyTrait, 20, 60)],
  },
  {
    id: 'cdi',
    title: t('CDI (опросник детской депрессии)', 'CDI (балалар депрессиясының сауалнамасы)', 'CDI'),
    // The length of the parts differs between CDI and CDI-2: only the total has a limit, and T where the manual gives it.
    scales: [
      raw('total', total, 0, 54),
      ...CDI_PARTS.map(([id, title]) => raw(id, title, 0, 54)),
      inT('total-t', t('Общий балл, T', 'Жалпы балл, T', 'Total, T')),
    ],
  },
  {
    id: 'sdq',
    title: t('SDQ («Сильные стороны и трудности»)', 'SDQ («Күшті жақтар мен қиындықтар»)', 'SDQ'),
    scales: [
      ...SDQ_PARTS.map(([id, title]) => raw(id, title, 0, 10)),
      raw('total', t('Общее число трудностей', 'Қиындықтардың жалпы саны', 'Total difficulties'), 0, 40),
      raw('impact', t('Влияние на жизнь', 'Өмірге әсері', 'Impact'), 0, 10),
    ],
  },
  { id: 'rcads', title: same('RCADS'), scales: RCADS.map(([id, title]) => inT(id, title)) },
  { id: 'kidscreen', title: same('KIDSCREEN-10 / 27 / 52'), scales: [inT('index', t('Общий индекс, T', 'Жалпы индекс, T', 'Index, T'))] },
  {
    id: 'promis',
    title: t('PROMIS (детские формы)', 'PROMIS (балалар нұсқалары)', 'PROMIS paediatric'),
    scales: [inT('t', t('T-балл', 'T-балл', 'T score'))],
  },
  {
    id: 'mmpi',
    title: t('MMPI-2 / СМИЛ', 'MMPI-2 / СМИЛ', 'MMPI-2 / SMIL'),
    scales: [...['L', 'F', 'K'].map((id) => inT(id, same(id))), ...MMPI_CLINICAL.map((title) => inT(title.en.slice(0, 1), title))],
    caution: t(
      'Сначала посмотрите на шкалы достоверности L, F и K.',
      'Алдымен L, F және K сенімділік шкалаларын қараңыз.',
      'Look at the validity scales L, F and K first.',
    ),
  },
  {
    id: '16pf',
    title: t('16PF (Кеттелл)', '16PF (Кеттелл)', '16PF'),
    scales: [
      ...lettered(['A', 'B', 'C', 'E', 'F', 'G', 'H', 'I', 'L', 'M', 'N', 'O', 'Q1', 'Q2', 'Q3', 'Q4']),
      ...[1, 2, 3, 4, 5].map((n) => inSten(`global-${n}`, t(`Общий фактор ${n}`, `${n}-жалпы фактор`, `Global factor ${n}`))),
    ],
  },
  {
    id: 'cpq',
    title: t('CPQ / HSPQ (Кеттелл, дети и подростки)', 'CPQ / HSPQ (Кеттелл, балалар мен жасөспірімдер)', 'CPQ / HSPQ'),
    scales: lettered(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'O', 'Q2', 'Q3', 'Q4']),
  },
  {
    id: 'buss-durkee',
    title: t('Опросник Басса-Дарки', 'Басс-Дарки сауалнамасы', 'Buss-Durkee inventory'),
    scales: AGGRESSION.map(([id, title]) => raw(id, title, 0, 100)),
  },
  {
    id: 'luscher',
    title: t('Цветовой тест Люшера', 'Люшердің түс тесті', 'Luscher colour test'),
    colours: true,
    scales: [
      raw('so', t('Суммарное отклонение (СО)', 'Жиынтық ауытқу (СО)', 'Total deviation (SO)'), 0, 32),
      scale('vegetative', t('Вегетативный коэффициент', 'Вегетативтік коэффициент', 'Vegetative coefficient'), 'other', [0, 10]),
    ],
    caution: t(
      'Устойчивость показателей низкая (0,32-0,47 при повторе), а связей с другими методами, превышающих случайные, в восьми выборках не найдено (Сугоняев, 2019). Не опирайтесь на этот результат в решениях.',
      'Көрсеткіштердің тұрақтылығы төмен (қайталағанда 0,32-0,47), ал басқа әдістермен кездейсоқтан асатын байланыс сегіз іріктемеде табылмаған (Сугоняев, 2019). Шешім қабылдағанда бұл нәтижеге сүйенбеңіз.',
      'The figures are unstable (.32-.47 on retest), and no relation with other methods beyond chance was found in eight samples (Sugonyaev 2019). Do not rest a decision on this result.',
    ),
  },
  { id: 'bdi-ii', title: t('BDI-II (шкала депрессии Бека)', 'BDI-II (Бек депрессия шкаласы)', 'BDI-II'), scales: [raw('total', total, 0, 63)] },
  { id: 'hads', title: same('HADS'), scales: [raw('anxiety', anxiety, 0, 21), raw('depression', depression, 0, 21)] },
  { id: 'neo-ffi', title: same('NEO-FFI'), scales: BIG_FIVE.map(([id, title]) => inT(id, title)) },
  {
    id: 'mbi',
    title: t('MBI (выгорание, Маслач)', 'MBI (қажу, Маслач)', 'MBI'),
    scales: [
      raw('exhaustion', t('Эмоциональное истощение', 'Эмоциялық қажу', 'Emotional exhaustion'), 0, 54),
      raw('depersonalization', t('Деперсонализация', 'Деперсонализация', 'Depersonalization'), 0, 30),
      raw('accomplishment', t('Личные достижения', 'Жеке жетістіктер', 'Personal accomplishment'), 0, 48),
    ],
  },
  { id: 'cbcl', title: same('CBCL / YSR (ASEBA)'), scales: SYNDROMES.map(([id, title]) => inT(id, title)) },
  {
    id: 'dembo-rubinstein',
    title: t('Дембо-Рубинштейн', 'Дембо-Рубинштейн', 'Dembo-Rubinstein'),
    scales: SELF_ESTEEM_LINES.flatMap(([id, title]) => [
      raw(`${id}-level`, t(`${title.ru}: самооценка`, `${title.kk}: өзін бағалау`, `${title.en}: level`), 0, 100),
      raw(`${id}-aspiration`, t(`${title.ru}: притязания`, `${title.kk}: талап деңгейі`, `${title.en}: aspiration`), 0, 100),
    ]),
  },
  { id: 'bfi-2', title: same('BFI-2'), scales: BIG_FIVE.map(([id, title]) => scale(id, title, 'raw', [1, 60])) },
];
