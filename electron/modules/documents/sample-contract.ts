import { plainDate } from '../../../shared/kernel/plain-date';
import type { Bilingual, ContractParty, GuestContractData } from '../../../shared/papers/guest-contract.data';

const both = (ru: string, kk = ru): Bilingual => ({ ru, kk });

const party = (name: Bilingual, head: string, headNameGenitive: string): ContractParty => ({
  name,
  registrationNumber: '000000000000',
  address: both('г. Город, ул. Улица, 1', 'Қала қ., Көше к-сі, 1'),
  phone: '+7 000 000 00 00',
  headName: head,
  headNameGenitive,
  headPost: both('директор'),
  basis: both('Устава', 'Жарғы'),
});

const HOST: GuestContractData['host'] = {
  name: both('Примерова Анна Ивановна'),
  birthDate: plainDate('1985-05-05'),
  identity: {
    kind: both('удостоверение личности', 'жеке куәлік'),
    series: '',
    number: '000000000',
    issuer: 'МВД',
    issuedOn: plainDate('2020-01-10'),
  },
  personalNumber: '000000000000',
  address: 'г. Город, ул. Улица, 2',
  phone: '+7 000 000 00 01',
  spouse: both('Примеров Иван Петрович'),
  household: [{ name: 'Примерова Мария', relation: 'дочь' }],
};

/** Nobody: the people of a template's preview. */
export const sampleContract = (jurisdiction: 'kz' | 'ru'): GuestContractData => ({
  number: 'ГД-000/0000',
  version: 1,
  corrects: null,
  place: both('г. Город', 'Қала қ.'),
  signedOn: plainDate('2026-01-15'),
  organisation: party(both('Детский дом «Образец»', '«Үлгі» балалар үйі'), 'Образцов О. О.', 'Образцова О. О.'),
  authority: jurisdiction === 'kz' ? party(both('Отдел образования района', 'Ауданның білім бөлімі'), 'Примерова П. П.', 'Примеровой П. П.') : null,
  host: HOST,
  children: [
    {
      name: both('Образцова Алия', 'Образцова Әлия'),
      birthDate: plainDate('2014-03-03'),
      personalNumber: '',
      fileNumber: '00',
      group: '1',
      identity: {
        kind: both('свидетельство о рождении', 'туу туралы куәлік'),
        series: '',
        number: '0000000',
        issuer: 'РАГС',
        issuedOn: plainDate('2014-03-20'),
      },
    },
  ],
  term: {
    from: plainDate('2026-02-01'),
    to: plainDate('2026-02-28'),
    regime: 'day',
    weekdays: [6],
    takenAt: '10:00',
    returnedAt: '19:00',
    overnight: false,
    place: 'г. Город, ул. Улица, 2',
    otherPlaces: '',
    outOfTown: false,
  },
  conditions: both('Своё место для отдыха.', 'Демалатын орны бар.'),
  annexes: [both('Акт передачи и акт возврата ребёнка', 'Баланы беру және қайтару актісі')],
});
