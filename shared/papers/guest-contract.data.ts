import type { PlainDate } from '../kernel/plain-date';
import { maskNumber } from '../kernel/identity-number';
import { dateRange, longDate, termInDays, weekdaysText } from './dates';
import { postGenitive } from './posts';
import type { TemplateLanguage } from './template.model';
import { kazakhWords, russianWords } from './words';

export interface Bilingual {
  ru: string;
  kk: string;
}

export interface ContractParty {
  name: Bilingual;
  registrationNumber: string;
  address: Bilingual;
  phone: string;
  /** Nominative, for the signature; genitive, for «в лице». */
  headName: string;
  headNameGenitive: string;
  headPost: Bilingual;
  basis: Bilingual;
}

/** A paper of identity as a sentence can name it; the number is apart, so that a preview can hide it. */
export interface ContractIdentity {
  kind: Bilingual;
  series: string;
  number: string;
  issuer: string;
  issuedOn: PlainDate | null;
}

export interface ContractChild {
  name: Bilingual;
  birthDate: PlainDate | null;
  identity: ContractIdentity | null;
  personalNumber: string;
  fileNumber: string;
  group: string;
}

/** Everything that a guest contract says. The owners of the records supply it; nothing else of them gets here. */
export interface GuestContractData {
  number: string | null;
  /** 1, or the version that corrects an earlier one. */
  version: number;
  corrects: string | null;
  place: Bilingual;
  signedOn: PlainDate | null;
  organisation: ContractParty;
  /** The third party in Kazakhstan; null in Russia. */
  authority: ContractParty | null;
  host: {
    name: Bilingual;
    birthDate: PlainDate | null;
    identity: ContractIdentity | null;
    personalNumber: string;
    address: string;
    phone: string;
    spouse: Bilingual | null;
    household: { name: string; relation: string }[];
  };
  children: ContractChild[];
  term: {
    from: PlainDate | null;
    to: PlainDate | null;
    regime: 'day' | 'weekend' | 'holiday';
    weekdays: number[];
    takenAt: string;
    returnedAt: string;
    overnight: boolean;
    place: string;
    otherPlaces: string;
    outOfTown: boolean;
  };
  conditions: Bilingual;
  annexes: Bilingual[];
}

export interface FillOptions {
  masked: boolean;
}

const REGIME: Record<'day' | 'weekend' | 'holiday', Bilingual> = {
  day: { ru: 'на день, без ночёвки', kk: 'бір күнге, түнемей' },
  weekend: { ru: 'на выходные дни', kk: 'демалыс күндеріне' },
  holiday: { ru: 'на каникулы и праздничные дни', kk: 'каникул мен мереке күндеріне' },
};

function identityText(identity: ContractIdentity | null, language: TemplateLanguage, options: FillOptions): string {
  if (!identity || identity.number === '') return '';
  const number = options.masked ? maskNumber(identity.number) : [identity.series, identity.number].filter((part) => part !== '').join(' ');
  const issued = identity.issuedOn
    ? language === 'kk'
      ? `, ${longDate(identity.issuedOn, 'kk')} күні берілген`
      : `, выдано ${longDate(identity.issuedOn, 'ru')}`
    : '';
  return `${identity.kind[language]} № ${number}${issued}${identity.issuer === '' ? '' : `, ${identity.issuer}`}`;
}

function childText(child: ContractChild, language: TemplateLanguage, options: FillOptions): string {
  const born = child.birthDate
    ? language === 'kk'
      ? `${longDate(child.birthDate, 'kk')} күні туған`
      : `дата рождения ${longDate(child.birthDate, 'ru')}`
    : '';
  const personal =
    child.personalNumber === ''
      ? ''
      : `${language === 'kk' ? 'ЖСН' : 'ИИН'} ${options.masked ? maskNumber(child.personalNumber) : child.personalNumber}`;
  const file = child.fileNumber === '' ? '' : language === 'kk' ? `жеке іс № ${child.fileNumber}` : `личное дело № ${child.fileNumber}`;
  const group = child.group === '' ? '' : language === 'kk' ? `тобы/сыныбы ${child.group}` : `группа/класс ${child.group}`;
  return [child.name[language], born, identityText(child.identity, language, options), personal, file, group]
    .filter((part) => part !== '')
    .join(', ');
}

/** One child in the run of the sentence, several as a numbered list with a line each. */
const childrenText = (children: readonly ContractChild[], language: TemplateLanguage, options: FillOptions): string =>
  children.map((child, index) => `${children.length > 1 ? `\n${String(index + 1)}) ` : ''}${childText(child, language, options)}`).join(';');

const party = (prefix: string, one: ContractParty | null, language: TemplateLanguage): Record<string, string> => ({
  [`${prefix}.name`]: one?.name[language] ?? '',
  [`${prefix}.registrationNumber`]: one?.registrationNumber ?? '',
  [`${prefix}.address`]: one?.address[language] ?? '',
  [`${prefix}.phone`]: one?.phone ?? '',
  [`${prefix}.head`]: one ? (language === 'ru' ? one.headNameGenitive || one.headName : one.headName) : '',
  [`${prefix}.headPost`]: one ? (language === 'ru' ? postGenitive(one.headPost.ru) : one.headPost.kk) : '',
  [`${prefix}.basis`]: one?.basis[language] ?? '',
});

/** The closed list of fields, in one language. An empty text is a missing one. */
export function contractFields(data: GuestContractData, language: TemplateLanguage, options: FillOptions): Record<string, string> {
  const date = (value: PlainDate | null): string => (value ? longDate(value, language) : '');
  const copies = data.authority ? 3 : 2;
  const { host, term } = data;
  return {
    ...party('organisation', data.organisation, language),
    ...party('authority', data.authority, language),
    'contract.number': data.number ?? '',
    'contract.place': data.place[language],
    'contract.date': date(data.signedOn),
    'contract.corrects': data.corrects ?? '',
    'contract.version': String(data.version),
    'contract.copies':
      language === 'kk' ? `${String(copies)} (${kazakhWords(copies)})` : `${String(copies)} (${russianWords(copies, 'masculine', 'prepositional')})`,
    'host.name': host.name[language],
    'host.birthDate': date(host.birthDate),
    'host.identity': identityText(host.identity, language, options),
    'host.personalNumber': options.masked ? maskNumber(host.personalNumber) : host.personalNumber,
    'host.address': host.address,
    'host.phone': host.phone,
    'host.spouse': host.spouse?.[language] ?? '',
    'host.household': host.household.map((one) => `${one.name} (${one.relation})`).join(', '),
    'children.list': childrenText(data.children, language, options),
    'term.from': date(term.from),
    'term.to': date(term.to),
    'term.range': term.from && term.to ? dateRange(term.from, term.to, language) : '',
    'term.length': term.from && term.to && term.from <= term.to ? termInDays(term.from, term.to, language) : '',
    'term.regime': REGIME[term.regime][language],
    'term.weekdays': weekdaysText(term.weekdays, language),
    'term.takenAt': term.takenAt,
    'term.returnedAt': term.returnedAt,
    'term.place': term.place,
    'term.otherPlaces': term.otherPlaces,
    'conditions.own': data.conditions[language],
  };
}

/** The closed list of conditions. */
export function contractConditions(data: GuestContractData): Record<string, boolean> {
  return {
    'host.spouse': data.host.spouse !== null,
    'host.household': data.host.household.length > 0,
    'host.personalNumber': data.host.personalNumber !== '',
    'term.overnight': data.term.overnight,
    'term.outOfTown': data.term.outOfTown,
    'term.otherPlaces': data.term.otherPlaces !== '',
    'conditions.own': data.conditions.ru !== '' || data.conditions.kk !== '',
    authority: data.authority !== null,
    'children.several': data.children.length > 1,
    'contract.corrects': data.corrects !== null,
  };
}

/** Fields that may stay empty: nobody is refused a contract for want of them. */
export const OPTIONAL_FIELDS: readonly string[] = [
  // Both ends of the term are asked for one by one; the range is only their grammatical form.
  'term.range',
  'contract.number',
  'contract.corrects',
  'contract.version',
  'host.spouse',
  'host.household',
  'host.personalNumber',
  'term.otherPlaces',
  'conditions.own',
  'organisation.phone',
  'authority.phone',
  'authority.registrationNumber',
];
