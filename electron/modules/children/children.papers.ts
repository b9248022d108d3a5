import { ageOn, type PlainDate } from '../../../shared/kernel/plain-date';
import { displayName } from '../../../shared/kernel/names';
import { fold, stem, words } from '../../../shared/kernel/search-text';
import type { Block, Paper } from '../../../shared/papers/paper.model';
import { longDate, shortDate } from '../../../shared/papers/dates';
import type { ReadContext } from '../../ipc/context';
import { InstitutionEntity } from '../institutions';
import { ChildDetailEntity, ChildEntity } from './child.entity';
import { sees, visibleChild } from './children.policy';
import { wishesOf } from './children.record';

type Language = 'ru' | 'kk';

const T = {
  ru: {
    title: 'ХАРАКТЕРИСТИКА',
    under: 'ребёнка для встречи-знакомства',
    who: 'Ребёнок',
    code: 'Код',
    age: 'Возраст',
    school: 'Класс, колледж',
    interests: 'Интересы',
    strengths: 'Сильные стороны',
    languages: 'Языки',
    helps: 'Что помогает',
    upsets: 'Что расстраивает',
    notToAsk: 'О чём не спрашивать',
    safety: 'Для безопасности',
    siblings: 'Братья и сёстры',
    wishes: 'Пожелания о наставнике, словами ребёнка',
    written: 'Записал(а)',
    author: 'Составил(а)',
    head: 'Руководитель',
    footer: 'стр. {page} из {pages}',
    house: 'Дом',
    kind: 'Характеристика ребёнка',
    years: 'полных лет',
    withSibling: 'встречаться вместе',
    apart: 'встречаться отдельно',
    names: { ru: 'русский', kk: 'казахский', en: 'английский' },
    act: 'АКТ ОБ УНИЧТОЖЕНИИ',
    actUnder: 'персональных данных',
    actKind: 'Акт об уничтожении',
    operator: 'Оператор',
    basis: 'Основание',
    what: 'Уничтожено',
    how: 'Способ',
    howText: 'записи удалены из зашифрованной базы с затиранием страниц; файлы удалены вместе с их ключами',
    when: 'Дата',
    record: 'Запись с кодом',
    by: 'Уничтожил(а)',
    second: 'Присутствовал(а)',
    backups: 'В резервных копиях, сделанных раньше, данные остаются до их уничтожения; копии перечислены в журнале.',
    rows: {
      consent: 'согласия',
      paper: 'бумаги',
      relative: 'сведения о родных',
      placement: 'места проживания',
      sibling: 'связи с братьями и сёстрами',
      flag: 'отметки',
      wish: 'пожелания',
      step: 'шаги подготовки',
      file: 'файлы',
      event: 'история изменений',
      pairs: 'пары',
    } as Record<string, string>,
  },
  kk: {
    title: 'МІНЕЗДЕМЕ',
    under: 'баланың танысу кездесуіне арналған',
    who: 'Бала',
    code: 'Коды',
    age: 'Жасы',
    school: 'Сыныбы, колледжі',
    interests: 'Қызығушылықтары',
    strengths: 'Мықты жақтары',
    languages: 'Тілдері',
    helps: 'Не көмектеседі',
    upsets: 'Не ренжітеді',
    notToAsk: 'Не туралы сұрамау керек',
    safety: 'Қауіпсіздік үшін',
    siblings: 'Бауырлары',
    wishes: 'Тәлімгер туралы тілектері, баланың өз сөзімен',
    written: 'Жазып алған',
    author: 'Құрастырған',
    head: 'Басшы',
    footer: '{pages} беттің {page}-беті',
    house: 'Үй',
    kind: 'Баланың мінездемесі',
    years: 'жаста',
    withSibling: 'бірге кездесу',
    apart: 'бөлек кездесу',
    names: { ru: 'орыс', kk: 'қазақ', en: 'ағылшын' },
    act: 'ЖОЮ АКТІСІ',
    actUnder: 'дербес деректерді',
    actKind: 'Жою актісі',
    operator: 'Оператор',
    basis: 'Негіздеме',
    what: 'Жойылды',
    how: 'Тәсілі',
    howText: 'жазбалар шифрланған базадан беттері өшіріле отырып жойылды; файлдар кілттерімен бірге жойылды',
    when: 'Күні',
    record: 'Коды бар жазба',
    by: 'Жойған',
    second: 'Қатысқан',
    backups: 'Бұрын жасалған сақтық көшірмелерде деректер олар жойылғанша қалады; көшірмелер журналда көрсетілген.',
    rows: {
      consent: 'келісімдер',
      paper: 'құжаттар',
      relative: 'туыстары туралы мәлімет',
      placement: 'тұрған жерлері',
      sibling: 'бауырларымен байланыс',
      flag: 'белгілер',
      wish: 'тілектер',
      step: 'дайындық қадамдары',
      file: 'файлдар',
      event: 'өзгерістер тарихы',
      pairs: 'жұптар',
    } as Record<string, string>,
  },
} as const;

/**
 * The child's characteristic for an acquaintance meeting (documents.md 3.2 h). The depersonalised version carries a code
 * and an age: no name, house, class, sibling's name or date, and the child's own words only as structured wishes.
 */
export function characteristicPaper(context: ReadContext, id: string, version: 'staff' | 'depersonalised', language: Language): Paper {
  const child = visibleChild(context, id);
  const t = T[language];
  const open = version === 'staff';
  const scrub = scrubber(context, child, open);
  const rows: [string, string][] = [
    open ? [t.who, displayName(child.name, language)] : [t.code, child.code.replace(/^\p{L}+/u, '№')],
    [t.age, `${String(ageOn(child.birthDate as PlainDate, context.today))} ${t.years}`],
    ...(open
      ? ([
          [t.house, context.db.table(InstitutionEntity).byId(child.institutionId)?.nameRu ?? ''],
          [t.school, child.school],
        ] as [string, string][])
      : []),
    [t.languages, child.languages.map((one) => t.names[one]).join(', ')],
    [t.interests, scrub(child.interests.join(', '))],
    [t.strengths, scrub(child.strengths.join(', '))],
    [t.helps, scrub(child.helps)],
    [t.upsets, scrub(child.upsets)],
    [t.notToAsk, scrub(child.notToAsk)],
    [t.safety, scrub(child.safetyNote)],
    [t.siblings, siblingsText(context, child, language, open)],
  ];
  return {
    kind: t.kind,
    language,
    orientation: 'portrait',
    fontSize: 12,
    footer: t.footer,
    issuedAt: context.nowIso,
    blocks: [
      { kind: 'title', text: t.title, under: t.under },
      { kind: 'pairs', rows: rows.filter(([, value]) => value.trim() !== '') },
      ...wishBlocks(context, child, language, open, scrub),
      { kind: 'split', left: '', right: longDate(context.today, language) },
      {
        kind: 'signatures',
        parties: [
          { title: t.author, lines: [], signer: context.actor.name },
          { title: t.head, lines: [], signer: '' },
        ],
      },
    ],
  };
}

/** In the version that leaves the house a text is shown without the names of the child and of siblings, in either spelling and however they are inflected. */
function scrubber(context: ReadContext, child: ChildEntity, open: boolean): (text: string) => string {
  if (open) return (text) => text;
  const siblings = context.db
    .table(ChildDetailEntity)
    .where({ childId: child.id, kind: 'sibling' })
    .flatMap((link) => context.db.table(ChildEntity).byId(String(link.data['childId'])) ?? []);
  const known = [child, ...siblings]
    .flatMap(({ name }) => (name.kk ? [name.ru, name.kk] : [name.ru]))
    .flatMap((name) => words(`${name.surname} ${name.given} ${name.patronymic}`));
  const stems = [...new Set(known.filter((word) => word.length > 1).map(stem))];
  return (text) => text.replace(/[\p{L}\p{M}]+/gu, (word) => (stems.some((one) => fold(word).startsWith(one)) ? '…' : word));
}

function siblingsText(context: ReadContext, child: ChildEntity, language: Language, open: boolean): string {
  const t = T[language];
  const links = context.db.table(ChildDetailEntity).where({ childId: child.id, kind: 'sibling' });
  return links
    .map((link) => {
      const sibling = open ? context.db.table(ChildEntity).byId(String(link.data['childId'])) : undefined;
      // Of a sibling outside the scope of who prints, the sheet says that there is one, not who.
      const name = sibling && sees(context, sibling) ? sibling.shortName : '1';
      return `${name}: ${link.data['together'] === true ? t.withSibling : t.apart}`;
    })
    .join('; ');
}

function wishBlocks(context: ReadContext, child: ChildEntity, language: Language, open: boolean, scrub: (text: string) => string): Block[] {
  const wish = wishesOf(context.db, child.id).find((one) => one.confirmed);
  if (!wish) return [];
  const t = T[language];
  const structured = scrub([...wish.interests, ...wish.together].join(', '));
  const own: Block[] = open
    ? [
        { kind: 'paragraph', text: { text: `«${wish.words}»`, italic: true } },
        { kind: 'paragraph', text: `${t.written}: ${wish.writtenBy}, ${longDate(wish.saidOn, language)}`, small: true },
      ]
    : [];
  return [{ kind: 'heading', text: t.wishes }, ...own, ...(structured === '' ? [] : [{ kind: 'paragraph', text: structured } as const])];
}

export interface DestructionFacts {
  number: string;
  organisation: string;
  code: string;
  basis: string;
  goes: Record<string, number>;
  by: string;
  second: string;
  language: Language;
  at: string;
}

/** The act that stays when a person goes: what was destroyed, by whom and why; never who. */
export function destructionAct(facts: DestructionFacts): Paper {
  const t = T[facts.language];
  const gone = Object.entries(facts.goes)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${t.rows[kind] ?? kind}: ${String(count)}`)
    .join('; ');
  return {
    kind: t.actKind,
    language: facts.language,
    orientation: 'portrait',
    fontSize: 12,
    footer: t.footer,
    issuedAt: facts.at,
    blocks: [
      { kind: 'title', text: `${t.act} № ${facts.number}`, under: t.actUnder },
      {
        kind: 'pairs',
        rows: [
          [t.operator, facts.organisation],
          [t.when, shortDate(facts.at)],
          [t.record, facts.code.replace(/^\p{L}+/u, '№')],
          [t.basis, facts.basis],
          [t.what, gone],
          [t.how, t.howText],
        ],
      },
      { kind: 'paragraph', text: t.backups },
      {
        kind: 'signatures',
        parties: [
          { title: t.by, lines: [], signer: facts.by },
          { title: t.second, lines: [], signer: facts.second },
        ],
      },
    ],
  };
}
