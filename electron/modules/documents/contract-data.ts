import type { ChildId } from '../../../shared/kernel/ids';
import { displayName, type PersonName } from '../../../shared/kernel/names';
import type { PlainDate } from '../../../shared/kernel/plain-date';
import type { GateItem } from '../../../shared/modules/documents/documents.model';
import type { Bilingual, ContractChild, ContractIdentity, ContractParty, GuestContractData } from '../../../shared/papers/guest-contract.data';
import type { ReadContext } from '../../ipc/context';
import { MentorEntity } from '../candidates';
import { childOfPair } from '../children';
import { AuthorityEntity, InstitutionEntity } from '../institutions';
import type { ContractDraftEntity } from './document.entity';

const both = (ru: string, kk: string): Bilingual => ({ ru, kk: kk === '' ? ru : kk });
const named = (name: PersonName): Bilingual => ({ ru: displayName(name, 'ru'), kk: displayName(name, 'kk') });

const IDENTITY_NAMES: Record<string, Bilingual> = {
  'kz-id-card': { ru: 'удостоверение личности', kk: 'жеке куәлік' },
  'kz-passport': { ru: 'паспорт', kk: 'паспорт' },
  'ru-passport': { ru: 'паспорт', kk: 'паспорт' },
  'birth-certificate': { ru: 'свидетельство о рождении', kk: 'туу туралы куәлік' },
  other: { ru: 'документ, удостоверяющий личность', kk: 'жеке басын куәландыратын құжат' },
};

interface StoredIdentity {
  kind: string;
  series: string | null;
  number: string;
  issuer: string;
  issuedOn: PlainDate | null;
}

const identityOf = (identity: StoredIdentity | null): ContractIdentity | null =>
  identity && {
    kind: IDENTITY_NAMES[identity.kind] ?? both('документ', 'құжат'),
    series: identity.series ?? '',
    number: identity.number,
    issuer: identity.issuer,
    issuedOn: identity.issuedOn,
  };

const organisationOf = (row: InstitutionEntity): ContractParty => ({
  name: both(row.nameRu, row.nameKk),
  registrationNumber: row.registrationNumber,
  address: both(row.addressRu, row.addressKk),
  phone: row.phone,
  headName: row.headName,
  headNameGenitive: row.headNameGenitive,
  headPost: both(row.headPostRu, row.headPostKk),
  basis: both(row.headBasisRu, row.headBasisKk),
});

const authorityOf = (row: AuthorityEntity): ContractParty => ({
  name: both(row.nameRu, row.nameKk),
  registrationNumber: '',
  address: both(row.addressRu, row.addressKk),
  phone: row.phone,
  headName: row.officialName,
  headNameGenitive: row.officialNameGenitive,
  headPost: both(row.officialPostRu, row.officialPostKk),
  basis: both(row.officialBasisRu, row.officialBasisKk),
});

const NOBODY: ContractParty = {
  name: both('', ''),
  registrationNumber: '',
  address: both('', ''),
  phone: '',
  headName: '',
  headNameGenitive: '',
  headPost: both('', ''),
  basis: both('', ''),
};

function childrenOf(context: ReadContext, draft: ContractDraftEntity): ContractChild[] {
  return draft.childIds.flatMap((id) => {
    const child = childOfPair(context.db, id as ChildId);
    if (!child) return [];
    return [
      {
        name: named(child.name),
        birthDate: child.birthDate,
        identity: identityOf(child.identity),
        personalNumber: child.personalNumber,
        fileNumber: child.fileNumber,
        group: child.group,
      },
    ];
  });
}

function hostOf(mentor: MentorEntity): GuestContractData['host'] {
  return {
    name: named(mentor.name),
    birthDate: mentor.birthDate as PlainDate,
    identity: identityOf(mentor.identity),
    personalNumber: mentor.iin ?? '',
    address: mentor.actualAddress ?? mentor.registeredAddress,
    phone: mentor.phone,
    spouse: mentor.spouse && named(mentor.spouse.name),
    household: mentor.household.map(({ name, relation }) => ({ name, relation })),
  };
}

/** The order in which the contract lists its annexes; only papers that the gate saw are listed. */
const ANNEXES: Record<string, Bilingual> = {
  'guardianship-conclusion': both('Заключение органа опеки', 'Қорғаншылық органының қорытындысы'),
  'living-conditions-act': both('Акт обследования условий жизни', 'Тұрғын үй-тұрмыстық жағдайларды тексеру актісі'),
  'training-certificate': both('Сертификат о подготовке', 'Даярлықтан өткені туралы сертификат'),
  'child-consent': both('Согласие (мнение) ребёнка', 'Баланың келісімі (пікірі)'),
};

const annexesOf = (items: readonly GateItem[]): Bilingual[] =>
  Object.entries(ANNEXES)
    .filter(([kind]) => items.some(({ code, status }) => code === `paper.${kind}` && status === 'ok'))
    .map(([, annex]) => annex)
    .concat([both('Акт передачи и акт возврата ребёнка', 'Баланы беру және қайтару актісі')]);

export interface PaperMarks {
  number: string | null;
  version: number;
  corrects: string | null;
}

/** Everything that the contract of a draft says, taken from the records of the moment. */
export function contractData(context: ReadContext, draft: ContractDraftEntity, marks: PaperMarks, items: readonly GateItem[]): GuestContractData {
  const { db } = context;
  const house = db.table(InstitutionEntity).byId(draft.institutionId);
  const authority = house?.authorityId ? db.table(AuthorityEntity).byId(house.authorityId) : undefined;
  const mentor = db.table(MentorEntity).byId(draft.mentorId);
  if (!house || !mentor) throw new Error('a contract draft without its orphanage or mentor');
  const { terms } = draft;
  return {
    ...marks,
    place: both(terms.city, terms.cityKk),
    signedOn: terms.signedOn ?? context.today,
    organisation: organisationOf(house),
    // Kazakhstan's contract has three parties; in Russia the authority is none (documents.md 0, points 1 and 3).
    authority: draft.jurisdiction === 'kz' ? (authority ? authorityOf(authority) : NOBODY) : null,
    host: hostOf(mentor),
    children: childrenOf(context, draft),
    term: {
      from: terms.termFrom,
      to: terms.termTo,
      regime: terms.regime,
      weekdays: terms.weekdays,
      takenAt: terms.takenAt ?? '',
      returnedAt: terms.returnedAt ?? '',
      overnight: terms.overnight,
      place: terms.place,
      otherPlaces: terms.otherPlaces,
      outOfTown: terms.outOfTown,
    },
    conditions: both(terms.conditionsRu, terms.conditionsKk),
    annexes: annexesOf(items),
  };
}

const DRAFT_FIELDS: Record<string, string> = {
  'term.from': 'termFrom',
  'term.to': 'termTo',
  'term.length': 'termTo',
  'term.regime': 'regime',
  'term.weekdays': 'weekdays',
  'term.takenAt': 'takenAt',
  'term.returnedAt': 'returnedAt',
  'term.place': 'place',
  'term.otherPlaces': 'otherPlaces',
  'conditions.own': 'conditionsRu',
  'contract.place': 'city',
  'contract.date': 'signedOn',
};
const HOST_FIELDS: Record<string, string> = {
  'host.name': 'name',
  'host.birthDate': 'birthDate',
  'host.identity': 'identity',
  'host.personalNumber': 'iin',
  'host.address': 'registeredAddress',
  'host.phone': 'phone',
  'host.spouse': 'spouse',
  'host.household': 'household',
};

/** Where an empty field of the contract is filled in. */
export function linkOfField(context: ReadContext, draft: ContractDraftEntity, field: string): GateItem['link'] {
  const [owner] = field.split('.');
  if (owner === 'host') return { module: 'candidates', id: draft.mentorId, section: HOST_FIELDS[field] ?? 'name' };
  if (owner === 'children') return { module: 'children', id: draft.childIds[0] ?? '', section: 'profile' };
  if (owner === 'organisation') return { module: 'institutions', id: draft.institutionId, section: field.slice('organisation.'.length) };
  if (owner === 'authority')
    return {
      module: 'institutions',
      id: context.db.table(InstitutionEntity).byId(draft.institutionId)?.authorityId ?? draft.institutionId,
      section: field,
    };
  return { module: 'documents', id: draft.id, section: DRAFT_FIELDS[field] ?? 'termFrom' };
}
