import type { FieldError } from '../../kernel/errors';
import { iinBirthDate, iinSex, isIin, isSnils, maskNumber } from '../../kernel/identity-number';
import { addDays, addMonths, ageOn, type PlainDate } from '../../kernel/plain-date';
import type { Blocker, ChildFields, ChildState, Consent, NextStep, StepDone, Wish } from './children.model';

/** Ages as the programme has set them. */
export interface AgeLimits {
  minAge: number;
  maxAge: number;
  ageRule: 'warn' | 'refuse';
}

/** Own consent from this age in both countries (documents.md 3.4); younger children are asked, an adult writes down the answer. */
export const OWN_CONSENT_AGE = 10;
const OLDEST_WARD = 23;

const wrong = (path: string, code: string, params?: FieldError['params']): FieldError => ({ path, code, ...(params ? { params } : {}) });

/** What is impossible in a record, told at its field. */
export function wrongChildFields(fields: ChildFields, today: PlainDate): FieldError[] {
  const found: FieldError[] = [];
  if (fields.birthDate > today) found.push(wrong('birthDate', 'DATE.IN_FUTURE'));
  else if (ageOn(fields.birthDate, today) > OLDEST_WARD)
    found.push(wrong('birthDate', 'CHILD.IMPLAUSIBLE_AGE', { age: ageOn(fields.birthDate, today) }));
  if (fields.identity?.issuedOn) {
    if (fields.identity.issuedOn > today) found.push(wrong('identity.issuedOn', 'DATE.IN_FUTURE'));
    if (fields.identity.issuedOn < fields.birthDate) found.push(wrong('identity.issuedOn', 'DATE.BEFORE_BIRTH'));
  }
  return [...found, ...wrongPersonalNumber(fields)];
}

function wrongPersonalNumber(fields: ChildFields): FieldError[] {
  const number = fields.personalNumber;
  if (number === '' || fields.citizenship === 'other') return [];
  if (fields.citizenship === 'RU') return isSnils(number) ? [] : [wrong('personalNumber', 'SNILS.CHECK_DIGIT')];
  if (!isIin(number)) return [wrong('personalNumber', 'IIN.CHECK_DIGIT')];
  if (iinBirthDate(number) !== fields.birthDate) return [wrong('personalNumber', 'IIN.OTHER_BIRTH_DATE')];
  return iinSex(number) === fields.sex ? [] : [wrong('personalNumber', 'IIN.OTHER_SEX')];
}

/** Whether the programme takes a child of this age on this date. A warning asks for a recorded reason, a refusal for another programme. */
export function ageBlockers(birth: PlainDate, on: PlainDate, limits: AgeLimits): Blocker[] {
  const age = ageOn(birth, on);
  const weight = limits.ageRule === 'refuse' ? ('refused' as const) : ('warned' as const);
  if (age < limits.minAge) return [{ code: 'CHILD.TOO_YOUNG', params: { age, least: limits.minAge }, weight, section: 'profile' }];
  if (age > limits.maxAge) return [{ code: 'CHILD.TOO_OLD', params: { age, most: limits.maxAge }, weight, section: 'profile' }];
  return [];
}

export const isInForce = (consent: Consent, on: PlainDate): boolean =>
  consent.withdrawnOn === null && consent.signedOn <= on && (consent.validUntil === null || consent.validUntil >= on);

export const hasConsent = (consents: readonly Consent[], kind: Consent['kind'], on: PlainDate): boolean =>
  consents.some((consent) => consent.kind === kind && isInForce(consent, on));

/** Days before its end at which a consent is called expiring. */
export const CONSENT_NOTICE_DAYS = 30;

export function consentStanding(
  consents: readonly Consent[],
  today: PlainDate,
): { consent: 'none' | 'active' | 'expiring' | 'expired'; consentUntil: PlainDate | null } {
  const processing = consents.filter((consent) => consent.kind === 'processing' && consent.withdrawnOn === null);
  const active = processing.filter((consent) => isInForce(consent, today));
  if (active.some((consent) => consent.validUntil === null)) return { consent: 'active', consentUntil: null };
  const last = (list: readonly Consent[]): PlainDate | null =>
    list
      .map((consent) => consent.validUntil)
      .filter((date) => date !== null)
      .sort()
      .at(-1) ?? null;
  if (active.length === 0)
    return processing.length === 0 ? { consent: 'none', consentUntil: null } : { consent: 'expired', consentUntil: last(processing) };
  const until = last(active);
  return { consent: until !== null && until <= addDays(today, CONSENT_NOTICE_DAYS) ? 'expiring' : 'active', consentUntil: until };
}

export interface Readiness {
  birthDate: PlainDate;
  steps: readonly StepDone[];
  consents: readonly Consent[];
  wishes: readonly Pick<Wish, 'confirmed'>[];
  limits: AgeLimits;
}

/** Everything that still stands between a child and the acquaintance meetings. */
export function whyNotReady(facts: Readiness, today: PlainDate): Blocker[] {
  const found: Blocker[] = [];
  const refuse = (code: string, section: string, params: Blocker['params'] = {}) => found.push({ code, section, params, weight: 'refused' });
  if (!hasConsent(facts.consents, 'processing', today)) refuse('CHILD.NO_PROCESSING_CONSENT', 'papers');
  for (const step of facts.steps) {
    if (step.code === 'wishes') {
      if (step.required && !facts.wishes.some((wish) => wish.confirmed)) refuse('CHILD.NO_WISHES', 'wishes');
    } else if (step.code === 'own-consent') found.push(...ownConsentBlockers(facts, step, today));
    else if (step.required && step.doneOn === null) refuse('CHILD.STEP_OPEN', 'preparation', { step: step.code, title: step.title });
  }
  return [...found, ...ageBlockers(facts.birthDate, today, facts.limits)];
}

function ownConsentBlockers(facts: Readiness, step: StepDone, today: PlainDate): Blocker[] {
  const blocker = (code: string): Blocker[] => [{ code, section: 'preparation', params: {}, weight: 'refused' }];
  if (step.decision === 'refuses') return blocker('CHILD.REFUSED');
  if (step.doneOn !== null) return [];
  if (ageOn(facts.birthDate, today) >= OWN_CONSENT_AGE) return blocker('CHILD.OWN_CONSENT_MISSING');
  return step.required ? blocker('CHILD.OPINION_MISSING') : [];
}

export function nextStepOf(
  state: ChildState['state'],
  consent: ReturnType<typeof consentStanding>['consent'],
  wishesConfirmed: boolean,
  blocked: boolean,
): NextStep {
  if (state === 'left') return 'none';
  if (state === 'paused') return 'return-from-pause';
  if (consent === 'none' || consent === 'expired') return 'get-consent';
  if (state === 'registered') return 'start-preparation';
  if (state === 'preparing') return !blocked ? 'mark-ready' : wishesConfirmed ? 'prepare' : 'write-wishes';
  return state === 'ready' ? 'find-pair' : 'support-pair';
}

/** Numbers leave main only through `reveal`. */
export const maskedFields = (fields: ChildFields): ChildFields => ({
  ...fields,
  personalNumber: maskNumber(fields.personalNumber),
  identity: fields.identity && { ...fields.identity, series: fields.identity.series === '' ? '' : '••', number: maskNumber(fields.identity.number) },
});

/** Birth dates of people who have an age between the limits today: from (exclusive) and to (inclusive). */
export const birthRange = (
  ageFrom: number | undefined,
  ageTo: number | undefined,
  today: PlainDate,
): { after: PlainDate | null; until: PlainDate | null } => ({
  after: ageTo === undefined ? null : addMonths(today, -12 * (ageTo + 1)),
  until: ageFrom === undefined ? null : addMonths(today, -12 * ageFrom),
});
