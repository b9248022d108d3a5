import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainDate } from '../kernel/plain-date';
import type { ContractParty, GuestContractData } from './guest-contract.data';
import type { Paper } from './paper.model';
import { RulePack } from './rule-pack.model';
import { fillTemplate, missingFields, readTemplate, type Layout } from './template';
import { parseTemplateText, TemplateSyntaxError } from './template-text';
import { REQUIRED_SECTIONS, type Template } from './template.model';

const resources = join(import.meta.dirname, '../../resources');
const textOf = (name: string): string => readFileSync(join(resources, 'templates', `${name}.json`), 'utf8');
const shipped = (name: string): Template => {
  const verdict = readTemplate(textOf(name));
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.faults));
  return verdict.template;
};
const kz = shipped('guest-contract-kz');
const ru = shipped('guest-contract-ru');

const both = (russian: string, kazakh = russian) => ({ ru: russian, kk: kazakh });
const party = (russian: string, kazakh: string, more: Partial<ContractParty> = {}): ContractParty => ({
  name: both(russian, kazakh),
  registrationNumber: '990140000016',
  address: both('г. Алматы, ул. Садовая, 1', 'Алматы қ., Бау к-сі, 1'),
  phone: '+7 727 000 00 00',
  headName: 'Омаров Б. Т.',
  headNameGenitive: 'Омарова Б. Т.',
  headPost: both('директор'),
  basis: both('Устава', 'Жарғы'),
  ...more,
});
const contract = (more: Partial<GuestContractData> = {}): GuestContractData => ({
  number: 'ГД-031/2025',
  version: 1,
  corrects: null,
  place: both('г. Алматы', 'Алматы қ.'),
  signedOn: plainDate('2025-11-20'),
  organisation: party('Детский дом «Шаңырақ»', '«Шаңырақ» балалар үйі'),
  authority: party('Отдел образования', 'Білім бөлімі'),
  host: {
    name: both('Ким Ольга Сергеевна'),
    birthDate: plainDate('1985-05-05'),
    identity: {
      kind: both('удостоверение личности', 'жеке куәлік'),
      series: '',
      number: '041234417',
      issuer: 'МВД РК',
      issuedOn: plainDate('2020-01-10'),
    },
    personalNumber: '850505400417',
    address: 'г. Алматы, мкр. Жетысу-2, дом 41, кв. 17',
    phone: '+7 701 555 00 17',
    spouse: both('Ким Андрей Львович'),
    household: [],
  },
  children: [
    {
      name: both('Сарсенова Айгерим Маратовна', 'Сәрсенова Айгерім Маратқызы'),
      birthDate: plainDate('2013-03-03'),
      identity: {
        kind: both('свидетельство о рождении', 'туу туралы куәлік'),
        series: '',
        number: '0042418',
        issuer: 'РАГС',
        issuedOn: plainDate('2013-03-20'),
      },
      personalNumber: '',
      fileNumber: '96',
      group: '2',
    },
  ],
  term: {
    from: plainDate('2025-11-29'),
    to: plainDate('2025-12-20'),
    regime: 'day',
    weekdays: [6],
    takenAt: '10:00',
    returnedAt: '19:00',
    overnight: false,
    place: 'г. Алматы, мкр. Жетысу-2, дом 41, кв. 17',
    otherPlaces: '',
    outOfTown: false,
  },
  conditions: both(''),
  annexes: [both('Акт передачи', 'Беру актісі')],
  ...more,
});
const filled = (template: Template, data: GuestContractData, more: { layout?: Layout; masked?: boolean; isDraft?: boolean } = {}): Paper =>
  fillTemplate(template, data, {
    layout: 'side-by-side',
    languages: ['kk', 'ru'],
    masked: false,
    isDraft: false,
    issuedAt: '2025-11-20T06:00:00.000Z',
    ...more,
  });
const words = (value: unknown): string =>
  typeof value === 'string' ? `${value} ` : value && typeof value === 'object' ? Object.values(value).map(words).join('') : '';

describe('a template', () => {
  const changed = (change: (template: Record<string, never>) => void): string => {
    const template = JSON.parse(textOf('guest-contract-kz')) as Record<string, never>;
    change(template);
    return JSON.stringify(template);
  };
  const faultsOf = (json: string) => {
    const verdict = readTemplate(json);
    return verdict.ok ? [] : verdict.faults;
  };
  const sections = (template: unknown) => (template as Template).sections;
  const inSection = (id: string, change: (section: Template['sections'][number]) => void) =>
    changed((template) => {
      sections(template)
        .filter((one) => one.id === id)
        .forEach(change);
    });

  it('of Kazakhstan must say what art. 137-2 names: conditions, rights and duties of each side, ending', () => {
    const named = ['conditions', 'host-rights', 'host-duties', 'organisation-duties', 'authority-duties', 'ending'];
    expect(REQUIRED_SECTIONS.kz).toEqual(expect.arrayContaining(named));
    for (const id of named) expect(kz.sections.find((one) => one.id === id)?.required).toBe(true);
  });

  it.each(REQUIRED_SECTIONS.kz)('of Kazakhstan may not lose its section «%s», which art. 137-2 asks for', (id) => {
    const without = changed((template) => {
      (template as unknown as Template).sections = sections(template).filter((one) => one.id !== id);
    });
    expect(faultsOf(without)).toContainEqual({ path: `sections.${id}`, code: 'TEMPLATE.SECTION_MISSING', detail: id });
    const emptied = inSection(id, (one) => {
      one.body = { ru: one.body.ru, kk: '  ' };
    });
    expect(faultsOf(emptied)).toContainEqual({ path: `sections.${id}`, code: 'TEMPLATE.SECTION_MISSING', detail: id });
  });

  it('may lose a section that no law asks for', () => {
    expect(
      faultsOf(
        changed((template) => {
          (template as unknown as Template).sections = sections(template).filter((one) => one.id !== 'liability');
        }),
      ),
    ).toEqual([]);
  });

  it('that names an unknown field is refused at its place', () => {
    const json = inSection('subject', (one) => {
      one.body.ru = 'Ребёнок {{child.secret}}.';
    });
    expect(faultsOf(json)).toEqual([{ path: 'sections.subject.body.ru', code: 'TEMPLATE.UNKNOWN_FIELD', detail: 'child.secret' }]);
  });

  it('that names an unknown condition is refused at its place', () => {
    const json = inSection('subject', (one) => {
      one.body.kk = '[[if weather]]Бала[[end]]';
    });
    expect(faultsOf(json)).toEqual([{ path: 'sections.subject.body.kk', code: 'TEMPLATE.UNKNOWN_CONDITION', detail: 'weather' }]);
  });

  it('without one of its languages is refused', () => {
    const json = inSection('liability', (one) => {
      delete one.body.kk;
    });
    expect(faultsOf(json)).toContainEqual({
      path: 'sections.liability.body.kk',
      code: 'TEMPLATE.LANGUAGE_MISSING',
      detail: 'sections.liability.body.kk',
    });
  });

  it('with a property that nobody knows, or that is no JSON, is refused', () => {
    expect(
      faultsOf(
        changed((template) => {
          (template as Record<string, unknown>)['script'] = 'x';
        }),
      )[0]?.code,
    ).toBe('TEMPLATE.SHAPE');
    expect(faultsOf('{')[0]?.code).toBe('TEMPLATE.SHAPE');
  });

  it.each(['[[if authority]]', '[[end]]', '[[else]]', '[[if a]][[if b]][[end]][[end]]', '{{', 'x }}', '{{a b}}', '[[unless x]]'])(
    'text %s is unbalanced',
    (text) => {
      expect(() => parseTemplateText(text)).toThrow(TemplateSyntaxError);
    },
  );

  it('says nothing that a lawyer did not see without a note to whoever edits it', () => {
    for (const template of [kz, ru]) expect(template.note).toContain('Юрист');
  });
});

describe('a filled contract', () => {
  it('of Kazakhstan numbers sixteen sections, the last with the signatures of three parties', () => {
    const paper = filled(kz, contract());
    const text = words(paper.blocks);
    expect(text).toContain('15. Қосымшалар / Приложения');
    expect(text).toContain('16. Тараптардың мекенжайлары');
    const last = paper.blocks.at(-1);
    expect(last?.kind === 'signatures' && last.parties.map((one) => one.signer)).toEqual([
      'директор Б. Т. Омаров',
      'директор Б. Т. Омаров',
      'О. С. Ким',
    ]);
  });

  it('of Russia has two parties, one language and no authority among them', () => {
    const paper = filled(ru, contract({ authority: null }), { layout: 'single' });
    const last = paper.blocks.at(-1);
    expect(last?.kind === 'signatures' && last.parties).toHaveLength(2);
    expect(words(paper.blocks)).not.toContain('Отдел образования');
    expect(words(paper.blocks)).toContain('в 2 (двух) экземплярах');
  });

  it('names the parties in the case and order of each language', () => {
    const text = words(filled(kz, contract()).blocks);
    expect(text).toContain('в лице директора Омарова Б. Т. на основании Устава');
    expect(text).toContain('Жарғы негізінде директор Омаров Б. Т.');
    expect(text).toContain('с 29 ноября 2025 г. по 20 декабря 2025 г., всего 22 (двадцать два) дня');
    expect(text).toContain('2025 жылғы 29 қарашадан 2025 жылғы 20 желтоқсанға дейін, барлығы 22 (жиырма екі) күн');
  });

  it('stands side by side with the same number of blocks left and right', () => {
    const columns = filled(kz, contract()).blocks.filter((block) => block.kind === 'columns');
    expect(columns.length).toBeGreaterThan(14);
    for (const block of columns) expect(block.left).toHaveLength(block.right.length);
  });

  it('one after the other begins the second language on a new page', () => {
    const blocks = filled(kz, contract(), { layout: 'sequential' }).blocks;
    expect(blocks.filter((block) => block.kind === 'pageBreak')).toHaveLength(1);
    expect(
      words(
        blocks.slice(
          0,
          blocks.findIndex((block) => block.kind === 'pageBreak'),
        ),
      ),
    ).not.toContain('Стороны.');
  });

  it('masked shows the last figures of a number only', () => {
    const open = words(filled(kz, contract()).blocks);
    const masked = words(filled(kz, contract(), { masked: true }).blocks);
    for (const number of ['041234417', '850505400417', '0042418']) {
      expect(open).toContain(number);
      expect(masked).not.toContain(number);
    }
    expect(masked).toContain('••••');
  });

  it('as a draft leaves a line to write on and says on every page that it is none yet', () => {
    const paper = filled(kz, contract({ number: null, term: { ...contract().term, place: '' } }), { isDraft: true });
    expect(words(paper.blocks)).toContain('Место пребывания: ____');
    expect(paper.watermark).toBe('ЖОБА · ЧЕРНОВИК');
    expect(filled(kz, contract()).watermark).toBeUndefined();
  });

  it('lists several children with a number each and calls each of them the child', () => {
    const [child] = contract().children;
    const text = words(filled(kz, contract({ children: [child!, { ...child!, name: both('Сарсенов Арман', 'Сәрсенов Арман') }] })).blocks);
    expect(text).toContain('Дети.');
    expect(text).toMatch(/1\) Сарсенова Айгерим[^]*2\) Сарсенов Арман/);
    expect(text).toContain('Далее каждый из них именуется «ребёнок»');
  });

  it('mentions a spouse only where there is one', () => {
    expect(words(filled(kz, contract()).blocks)).toContain('Супруг (супруга): Ким Андрей Львович');
    expect(words(filled(kz, contract({ host: { ...contract().host, spouse: null } })).blocks)).not.toContain('Супруг');
  });

  it('never reads a value as a part of the template', () => {
    const text = words(filled(kz, contract({ conditions: both('{{host.personalNumber}} [[if authority]]') })).blocks);
    expect(text).toContain('{{host.personalNumber}} [[if authority]]');
  });
});

describe('what is missing', () => {
  it('is nothing in a full contract', () => {
    expect(missingFields(kz, contract())).toEqual([]);
    expect(missingFields(ru, contract({ authority: null }))).toEqual([]);
  });
  it('is each empty field that the template uses', () => {
    const data = contract({
      children: [],
      host: { ...contract().host, phone: '', identity: null },
      term: { ...contract().term, place: '', takenAt: '' },
    });
    expect(missingFields(kz, data).sort()).toEqual(['children.list', 'host.identity', 'host.phone', 'term.place', 'term.takenAt']);
  });
  it('does not count what a condition hides', () => {
    expect(missingFields(kz, contract({ host: { ...contract().host, spouse: null, personalNumber: '' } }))).toEqual([]);
  });
});

describe('a rule pack', () => {
  const pack = (name: string): Record<string, unknown> =>
    JSON.parse(readFileSync(join(resources, 'rule-packs', `${name}.json`), 'utf8')) as Record<string, unknown>;

  it.each(['kz-guest-family', 'ru-temporary-transfer'])('%s is read, and each of its periods names a source and how sure it is', (name) => {
    const read = RulePack.parse(pack(name));
    for (const parameter of Object.values(read.parameters)) expect(parameter.source).not.toBe('');
    expect(read.checkedOn).toBeNull();
  });

  it('with a period that it does not define, or with an unknown property, is refused', () => {
    const one = pack('kz-guest-family');
    const [first, ...rest] = one['guestContract'] as Record<string, unknown>[];
    expect(RulePack.safeParse({ ...one, guestContract: [{ ...first, validMonths: 'paper.nowhere.months' }, ...rest] }).success).toBe(false);
    expect(RulePack.safeParse({ ...one, formula: '1' }).success).toBe(false);
  });
});
