import type { z } from 'zod';
import { contractConditions, contractFields, OPTIONAL_FIELDS, type FillOptions, type GuestContractData } from './guest-contract.data';
import type { Block, Paper } from './paper.model';
import { signerName } from './dates';
import { fillPieces, namesIn, parseTemplateText, TemplateSyntaxError, type Piece } from './template-text';
import { REQUIRED_SECTIONS, Template, type TemplateFault, type TemplateLanguage } from './template.model';

export type Layout = 'side-by-side' | 'sequential' | 'single';

const EMPTY: GuestContractData = {
  number: null,
  version: 1,
  corrects: null,
  place: { ru: '', kk: '' },
  signedOn: null,
  organisation: {
    name: { ru: '', kk: '' },
    registrationNumber: '',
    address: { ru: '', kk: '' },
    phone: '',
    headName: '',
    headNameGenitive: '',
    headPost: { ru: '', kk: '' },
    basis: { ru: '', kk: '' },
  },
  authority: null,
  host: { name: { ru: '', kk: '' }, birthDate: null, identity: null, personalNumber: '', address: '', phone: '', spouse: null, household: [] },
  children: [],
  term: {
    from: null,
    to: null,
    regime: 'day',
    weekdays: [],
    takenAt: '',
    returnedAt: '',
    overnight: false,
    place: '',
    otherPlaces: '',
    outOfTown: false,
  },
  conditions: { ru: '', kk: '' },
  annexes: [],
};
const KNOWN_FIELDS = new Set(Object.keys(contractFields(EMPTY, 'ru', { masked: false })));
const KNOWN_CONDITIONS = new Set(Object.keys(contractConditions(EMPTY)));

export type TemplateVerdict = { ok: true; template: Template } | { ok: false; faults: TemplateFault[] };

/** Reads a template's JSON and names every fault by its path; nothing is repaired or guessed. */
export function readTemplate(json: string): TemplateVerdict {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    return { ok: false, faults: [{ path: '', code: 'TEMPLATE.SHAPE', detail: 'JSON' }] };
  }
  const parsed = Template.safeParse(raw);
  if (!parsed.success) return { ok: false, faults: shapeFaults(parsed.error) };
  const faults = [...sectionFaults(parsed.data), ...textFaults(parsed.data)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, template: parsed.data };
}

const shapeFaults = (error: z.ZodError): TemplateFault[] =>
  error.issues.slice(0, 30).map((issue) => ({ path: issue.path.map(String).join('.'), code: 'TEMPLATE.SHAPE', detail: issue.message }));

function sectionFaults(template: Template): TemplateFault[] {
  const ids = template.sections.map((section) => section.id);
  const twice = ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id): TemplateFault => ({ path: `sections.${id}`, code: 'TEMPLATE.SECTION_TWICE', detail: id }));
  const missing = REQUIRED_SECTIONS[template.jurisdiction]
    .filter(
      (id) =>
        !template.sections.some(
          (section) => section.id === id && template.languages.every((language) => (section.body[language] ?? '').trim() !== ''),
        ),
    )
    .map((id): TemplateFault => ({ path: `sections.${id}`, code: 'TEMPLATE.SECTION_MISSING', detail: id }));
  return [...twice, ...missing];
}

function textFaults(template: Template): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const check = (path: string, text: string | undefined): void => {
    if (text === undefined) {
      faults.push({ path, code: 'TEMPLATE.LANGUAGE_MISSING', detail: path });
      return;
    }
    try {
      const { fields, conditions } = namesIn(parseTemplateText(text));
      for (const name of fields) if (!KNOWN_FIELDS.has(name)) faults.push({ path, code: 'TEMPLATE.UNKNOWN_FIELD', detail: name });
      for (const name of conditions) if (!KNOWN_CONDITIONS.has(name)) faults.push({ path, code: 'TEMPLATE.UNKNOWN_CONDITION', detail: name });
    } catch (error) {
      faults.push({ path, code: 'TEMPLATE.UNBALANCED', detail: error instanceof TemplateSyntaxError ? error.detail : '' });
    }
  };
  for (const language of template.languages) {
    check(`title.${language}`, template.title[language]);
    for (const section of template.sections) {
      check(`sections.${section.id}.title.${language}`, section.title[language]);
      check(`sections.${section.id}.body.${language}`, section.body[language]);
    }
    for (const [index, party] of template.signatures.entries()) check(`signatures.${String(index)}.title.${language}`, party.title[language]);
  }
  return faults;
}

/** Fields that the template uses, that no condition hides and that have no text yet: what a contract is missing. */
export function missingFields(template: Template, data: GuestContractData): string[] {
  const missing = new Set<string>();
  const conditions = contractConditions(data);
  for (const language of template.languages) {
    const fields = contractFields(data, language, { masked: false });
    const note = (name: string): string => {
      if ((fields[name] ?? '') === '' && !OPTIONAL_FIELDS.includes(name)) missing.add(name);
      return '';
    };
    for (const section of template.sections) fillPieces(parseTemplateText(section.body[language] ?? ''), note, (name) => conditions[name] ?? false);
  }
  return [...missing];
}

export interface PaperOptions extends FillOptions {
  layout: Layout;
  languages: readonly TemplateLanguage[];
  isDraft: boolean;
  issuedAt: string;
}

const BLANK = '_______________';
const WATERMARK: Record<TemplateLanguage, string> = { ru: 'ЧЕРНОВИК', kk: 'ЖОБА' };
const NUMBER: Record<TemplateLanguage, string> = { ru: '№', kk: '№' };
const ANNEXES: Record<TemplateLanguage, string> = { ru: 'Приложения', kk: 'Қосымшалар' };
const SIGNATURES: Record<TemplateLanguage, string> = {
  ru: 'Адреса, реквизиты и подписи Сторон',
  kk: 'Тараптардың мекенжайлары, деректемелері және қолдары',
};
const SEAL: Record<TemplateLanguage, string> = { ru: 'М. П.', kk: 'М. О.' };
const PHONE: Record<TemplateLanguage, string> = { ru: 'тел.', kk: 'тел.' };
/** How a registration number and a personal one are called in each country. */
const NUMBERS = {
  kz: { organisation: { ru: 'БИН', kk: 'БСН' }, person: { ru: 'ИИН', kk: 'ЖСН' } },
  ru: { organisation: { ru: 'ИНН', kk: 'ИНН' }, person: { ru: 'ИНН', kk: 'ИНН' } },
} as const;
const FOOTER: Record<TemplateLanguage, string> = { ru: 'стр. {page} из {pages}', kk: '{pages} беттің {page}-беті' };

/** The contract as a paper: the title, the sections numbered in their order, annexes and the block of signatures. */
export function fillTemplate(template: Template, data: GuestContractData, options: PaperOptions): Paper {
  const languages = template.languages.filter((language) => options.languages.includes(language));
  const [first = 'ru'] = languages;
  const side = options.layout === 'side-by-side' && languages.length === 2;
  const blocks = side
    ? sideBySide(template, data, options)
    : languages.flatMap((language, index): Block[] => [
        ...(index > 0 ? [{ kind: 'pageBreak' } as const] : []),
        ...inOneLanguage(template, data, language, options),
      ]);
  return {
    kind: template.title[first] ?? template.id,
    language: first,
    orientation: 'portrait',
    fontSize: side ? 10 : 12,
    blocks,
    footer: FOOTER[first],
    issuedAt: options.issuedAt,
    ...(options.isDraft ? { watermark: languages.map((language) => WATERMARK[language]).join(' · ') } : {}),
  };
}

function textIn(data: GuestContractData, language: TemplateLanguage, options: FillOptions): (text: string | undefined) => string {
  const fields = contractFields(data, language, options);
  const conditions = contractConditions(data);
  return (text) =>
    fillPieces(
      parsed(text ?? ''),
      (name) => fields[name] || BLANK,
      (name) => conditions[name] ?? false,
    );
}

const cache = new Map<string, Piece[]>();
function parsed(text: string): Piece[] {
  let pieces = cache.get(text);
  if (!pieces) {
    if (cache.size > 500) cache.clear();
    pieces = parseTemplateText(text);
    cache.set(text, pieces);
  }
  return pieces;
}

function sectionBlocks(title: string, body: string): Block[] {
  const lines = body
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [head = '', ...rest] = body.startsWith('\n') ? ['', ...lines] : lines;
  return [{ kind: 'paragraph', text: [{ text: `${title} `, bold: true }, head] }, ...rest.map((line): Block => ({ kind: 'paragraph', text: line }))];
}

function heading(template: Template, data: GuestContractData, language: TemplateLanguage, options: FillOptions): Block[] {
  const say = textIn(data, language, options);
  const under = (template.under[language] ?? '') === '' ? {} : { under: say(template.under[language]) };
  return [
    { kind: 'title', text: `${say(template.title[language])} ${NUMBER[language]} ${data.number ?? BLANK}`, ...under },
    { kind: 'split', left: data.place[language] || BLANK, right: contractFields(data, language, options)['contract.date'] || BLANK },
  ];
}

function numbered(template: Template, data: GuestContractData, language: TemplateLanguage, options: FillOptions): Block[][] {
  const say = textIn(data, language, options);
  return template.sections.map((section, index) =>
    sectionBlocks(`${String(index + 1)}. ${say(section.title[language])}`, say(section.body[language])),
  );
}

function sideBySide(template: Template, data: GuestContractData, options: PaperOptions): Block[] {
  const [kk, ru] = [numbered(template, data, 'kk', options), numbered(template, data, 'ru', options)];
  return [
    { kind: 'columns', left: heading(template, data, 'kk', options), right: heading(template, data, 'ru', options) },
    ...kk.flatMap((left, index) => aligned(left, ru[index] ?? [])),
    ...ending(template, data, ['kk', 'ru'], options),
  ];
}

/** A section said in as many paragraphs in both languages stands paragraph beside paragraph; its title never stands alone. */
function aligned(left: Block[], right: Block[]): Block[] {
  if (left.length !== right.length || left.length < 3) return [{ kind: 'columns', left, right }];
  return [
    { kind: 'columns', left: left.slice(0, 2), right: right.slice(0, 2) },
    ...left.slice(2).map((one, index): Block => ({ kind: 'columns', left: [one], right: right.slice(index + 2, index + 3) })),
  ];
}

const inOneLanguage = (template: Template, data: GuestContractData, language: TemplateLanguage, options: PaperOptions): Block[] => [
  ...heading(template, data, language, options),
  ...numbered(template, data, language, options).flat(),
  ...ending(template, data, [language], options),
];

/** The two last sections, whatever the organisation made of those before: annexes, then requisites and signatures. */
function ending(template: Template, data: GuestContractData, languages: readonly TemplateLanguage[], options: FillOptions): Block[] {
  const both = (texts: Record<TemplateLanguage, string>): string => languages.map((language) => texts[language]).join(' / ');
  const list: Block[] =
    data.annexes.length === 0
      ? []
      : [
          { kind: 'heading', text: `${String(template.sections.length + 1)}. ${both(ANNEXES)}` },
          { kind: 'list', items: data.annexes.map((annex) => [...new Set(languages.map((language) => annex[language]))].join(' / ')) },
        ];
  return [
    ...list,
    signatureBlock(template, data, languages, {
      ...options,
      heading: `${String(template.sections.length + (list.length > 0 ? 2 : 1))}. ${both(SIGNATURES)}`,
    }),
  ];
}

function signatureBlock(
  template: Template,
  data: GuestContractData,
  languages: readonly TemplateLanguage[],
  options: FillOptions & { heading: string },
): Block {
  const both = (texts: Partial<Record<TemplateLanguage, string>>): string =>
    [...new Set(languages.map((language) => texts[language] ?? '').filter((text) => text !== ''))].join(' / ');
  const numbers = NUMBERS[template.jurisdiction];
  const labelled = (label: string, text: string): string => (text === '' ? '' : `${label} ${text}`);
  const parties = template.signatures.flatMap(({ party, title }) => {
    if (party === 'host') {
      const fields = contractFields(data, languages[0] ?? 'ru', options);
      const lines = [
        both(data.host.name),
        fields['host.identity'] ?? '',
        labelled(both(numbers.person), fields['host.personalNumber'] ?? ''),
        data.host.address,
        labelled(both(PHONE), data.host.phone),
      ];
      return [{ title: both(title), lines: lines.filter((line) => line !== ''), signer: signerName(data.host.name.ru) }];
    }
    const one = party === 'organisation' ? data.organisation : data.authority;
    if (!one) return [];
    const lines = [both(one.name), labelled(both(numbers.organisation), one.registrationNumber), both(one.address), labelled(both(PHONE), one.phone)];
    return [
      {
        title: both(title),
        lines: lines.filter((line) => line !== ''),
        signer: [both(one.headPost), signerName(one.headName)].filter((part) => part !== '').join(' '),
        seal: both(SEAL),
      },
    ];
  });
  return { kind: 'signatures', heading: options.heading, parties };
}
