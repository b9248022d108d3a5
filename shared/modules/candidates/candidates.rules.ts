import { z } from 'zod';
import type { FieldError } from '../../kernel/errors';
import { iinBirthDate, iinSex, isIin, maskNumber } from '../../kernel/identity-number';
import { addDays, ageOn, type PlainDate } from '../../kernel/plain-date';
import type { Identity, MentorFields, MentorPaperFields } from './candidates.model';

export const DUPLICATE_REASONS = ['same-identity', 'same-iin', 'same-name-and-birth', 'similar-name-same-birth', 'same-name', 'same-phone'] as const;
export const DuplicateReason = z.enum(DUPLICATE_REASONS);
export type DuplicateReason = z.infer<typeof DuplicateReason>;

/** Age of majority in both jurisdictions (Civil Code RK art. 17, RF art. 21). Higher ages are rules of a programme. */
export const ADULT_AGE = 18;
const OLDEST_AGE = 110;

const PATTERNS: Partial<Record<Identity['kind'], { number: RegExp; series: RegExp | null }>> = {
  'kz-id-card': { number: /^\d{9}$/, series: null },
  'kz-passport': { number: /^[A-Z]\d{8}$/, series: null },
  'ru-passport': { number: /^\d{6}$/, series: /^\d{2} ?\d{2}$/ },
};

export const maskIdentity = (identity: Identity): Identity => ({
  ...identity,
  series: identity.series === null ? null : identity.series.replace(/./gu, '•'),
  number: maskNumber(identity.number),
});

export function wrongIdentity(identity: Identity, birthDate: PlainDate | null, today: PlainDate, path: string): FieldError[] {
  const wrong: FieldError[] = [];
  const pattern = PATTERNS[identity.kind];
  if (pattern && !pattern.number.test(identity.number)) wrong.push({ path: `${path}.number`, code: 'IDENTITY.NUMBER_FORMAT' });
  if (pattern?.series && !pattern.series.test(identity.series ?? '')) wrong.push({ path: `${path}.series`, code: 'IDENTITY.SERIES_FORMAT' });
  if (identity.issuerCode !== null && identity.issuerCode !== '' && identity.kind === 'ru-passport' && !/^\d{3}-\d{3}$/.test(identity.issuerCode))
    wrong.push({ path: `${path}.issuerCode`, code: 'IDENTITY.CODE_FORMAT' });
  if (identity.issuedOn) {
    if (identity.issuedOn > today) wrong.push({ path: `${path}.issuedOn`, code: 'DATE.IN_FUTURE' });
    if (birthDate && identity.issuedOn < birthDate) wrong.push({ path: `${path}.issuedOn`, code: 'DATE.BEFORE_BIRTH' });
    if (identity.validTo && identity.validTo <= identity.issuedOn) wrong.push({ path: `${path}.validTo`, code: 'DATE.ENDS_BEFORE_ISSUE' });
  }
  return wrong;
}

function wrongIin(iin: string | null, birthDate: PlainDate | null, sex: MentorFields['sex'] | null, path: string): FieldError[] {
  if (iin === null || iin === '') return [];
  if (!isIin(iin)) return [{ path, code: 'IIN.CHECK_DIGIT' }];
  const inside = iinBirthDate(iin);
  if (birthDate && inside && inside !== birthDate) return [{ path, code: 'IIN.OTHER_BIRTH_DATE' }];
  return sex && iinSex(iin) !== sex ? [{ path, code: 'IIN.OTHER_SEX' }] : [];
}

function wrongBirth(birthDate: PlainDate, today: PlainDate): FieldError[] {
  if (birthDate > today) return [{ path: 'birthDate', code: 'DATE.IN_FUTURE' }];
  const age = ageOn(birthDate, today);
  if (age < ADULT_AGE) return [{ path: 'birthDate', code: 'MENTOR.NOT_ADULT', params: { age, least: ADULT_AGE } }];
  return age > OLDEST_AGE ? [{ path: 'birthDate', code: 'DATE.TOO_LONG_AGO' }] : [];
}

/** Everything about the entered person that cannot be so, each at its field. */
export function wrongMentorFields(fields: MentorFields, today: PlainDate): FieldError[] {
  const wrong = wrongBirth(fields.birthDate, today);
  if (fields.identity) wrong.push(...wrongIdentity(fields.identity, fields.birthDate, today, 'identity'));
  wrong.push(...wrongIin(fields.iin, fields.birthDate, fields.sex, 'iin'));
  if (fields.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(fields.email)) wrong.push({ path: 'email', code: 'EMAIL.FORMAT' });
  if (fields.phone !== '' && !/^[+\d][\d\s()-]{4,}$/.test(fields.phone)) wrong.push({ path: 'phone', code: 'PHONE.FORMAT' });
  if (fields.spouse) {
    if (fields.maritalStatus !== 'married') wrong.push({ path: 'spouse', code: 'SPOUSE.NOT_MARRIED' });
    const born = fields.spouse.birthDate;
    if (born && born > today) wrong.push({ path: 'spouse.birthDate', code: 'DATE.IN_FUTURE' });
    if (fields.spouse.identity) wrong.push(...wrongIdentity(fields.spouse.identity, born, today, 'spouse.identity'));
    wrong.push(...wrongIin(fields.spouse.iin, born, null, 'spouse.iin'));
  }
  const seen = new Set<string>();
  fields.household.forEach((member, index) => {
    if (member.birthYear !== null && member.birthYear > Number(today.slice(0, 4)))
      wrong.push({ path: `household.${index}.birthYear`, code: 'DATE.IN_FUTURE' });
    if (seen.has(member.id)) wrong.push({ path: `household.${index}`, code: 'ROW.TWICE' });
    seen.add(member.id);
  });
  return wrong;
}

/** `born` is the birth date of the person whom the paper concerns, when it is known. */
export function wrongPaper(paper: MentorPaperFields, born: PlainDate | null, today: PlainDate): FieldError[] {
  const wrong: FieldError[] = [];
  if (paper.noExpiry && paper.validUntil) wrong.push({ path: 'validUntil', code: 'PAPER.VALIDITY_TWICE' });
  if (!paper.noExpiry && !paper.validUntil) wrong.push({ path: 'validUntil', code: 'PAPER.VALIDITY_UNSAID' });
  if (paper.issuedOn) {
    if (paper.issuedOn > today) wrong.push({ path: 'issuedOn', code: 'DATE.IN_FUTURE' });
    if (born && paper.issuedOn < born) wrong.push({ path: 'issuedOn', code: 'DATE.BEFORE_BIRTH' });
    if (paper.validUntil && paper.validUntil < paper.issuedOn) wrong.push({ path: 'validUntil', code: 'DATE.ENDS_BEFORE_ISSUE' });
    if (paper.presentedOn && paper.presentedOn < paper.issuedOn) wrong.push({ path: 'presentedOn', code: 'PAPER.PRESENTED_BEFORE_ISSUE' });
  }
  // A day of grace: clocks of two PCs in different zones may disagree about the date.
  if (paper.presentedOn && paper.presentedOn > addDays(today, 1)) wrong.push({ path: 'presentedOn', code: 'DATE.IN_FUTURE' });
  return wrong;
}
