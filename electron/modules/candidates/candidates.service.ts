import { conflict, invalid, notAllowed, refusal, type FieldConflict } from '../../../shared/kernel/errors';
import type { InstitutionId, MentorId } from '../../../shared/kernel/ids';
import { maskNumber } from '../../../shared/kernel/identity-number';
import { displayName, fold, sameName, sortKey, type PersonName } from '../../../shared/kernel/names';
import type { MentorChanges, MentorDuplicate } from '../../../shared/modules/candidates/candidates.contract';
import type { MentorFields, MentorRecord, MentorRow } from '../../../shared/modules/candidates/candidates.model';
import { maskIdentity, wrongMentorFields, type DuplicateReason } from '../../../shared/modules/candidates/candidates.rules';
import type { PlainDate } from '../../../shared/kernel/plain-date';
import type { ReadContext, WriteContext } from '../../ipc/context';
import { InstitutionEntity } from '../institutions';
import { mayTie, visibleMentor } from './candidates.policy';
import {
  duplicateCandidates,
  fieldsOf,
  listRow,
  mentorInstitutions,
  paperOf,
  paperRows,
  tieToInstitutions,
  type MentorListRow,
} from './candidates.repository';
import { MentorEntity } from './mentor.entity';

const digits = (text: string): string => text.replace(/\D/g, '');
/** The number without the country's prefix: +7 and 8 begin the same one. */
const lastTen = (phone: string): string => digits(phone).slice(-10);

/** Numbers leave this process only through `reveal`. */
export const masked = (fields: MentorFields): MentorFields => ({
  ...fields,
  identity: fields.identity && maskIdentity(fields.identity),
  iin: fields.iin === null ? null : maskNumber(fields.iin),
  spouse: fields.spouse && {
    ...fields.spouse,
    identity: fields.spouse.identity && maskIdentity(fields.spouse.identity),
    iin: fields.spouse.iin === null ? null : maskNumber(fields.spouse.iin),
  },
});

export const rowOf = ({ mentor, paperCount, institutionIds }: MentorListRow): MentorRow => ({
  id: mentor.id as MentorId,
  name: mentor.name,
  birthDate: mentor.birthDate as PlainDate,
  sex: mentor.sex,
  citizenship: mentor.citizenship,
  phone: mentor.phone,
  identityMasked: mentor.identity ? maskNumber(mentor.identity.number) : null,
  paperCount,
  institutionIds,
  updatedAt: mentor.updatedAt,
});

export const recordOf = (context: ReadContext, row: MentorEntity): MentorRecord => ({
  id: row.id as MentorId,
  fields: masked(fieldsOf(row, mentorInstitutions(context.db, row.id))),
  papers: paperRows(context.db, row.id).map(paperOf),
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

const searchText = (fields: MentorFields): string =>
  ` ${[fold(displayName(fields.name, 'ru')), fold(displayName(fields.name, 'kk')), digits(fields.phone), lastTen(fields.phone), fold(fields.identity?.number ?? ''), fields.iin ?? '', fold(fields.email)].filter((part) => part !== '').join(' ')}`;

function columnsOf(fields: MentorFields): Omit<MentorEntity, 'id' | 'createdAt' | 'createdBy' | 'updatedAt'> {
  const { institutionIds: _tied, ...own } = fields;
  return { ...own, sortKey: sortKey(fields.name), search: searchText(fields) };
}

function reasonsFor(row: MentorEntity, probe: DuplicateProbe): DuplicateReason[] {
  const reasons: DuplicateReason[] = [];
  if (probe.identityNumber && row.identity?.number === probe.identityNumber) reasons.push('same-identity');
  if (probe.iin && row.iin === probe.iin) reasons.push('same-iin');
  const sameBirth = row.birthDate === probe.birthDate;
  const alike = sameName(row.name, probe.name);
  if (alike === 'same' && sameBirth) reasons.push('same-name-and-birth');
  else if (alike === 'similar' && sameBirth) reasons.push('similar-name-same-birth');
  else if (alike === 'same') reasons.push('same-name');
  const phone = lastTen(probe.phone);
  if (phone.length >= 7 && digits(row.phone).endsWith(phone)) reasons.push('same-phone');
  return reasons;
}

/** Outside the actor's orphanages only the fact itself comes back, and the houses where somebody can be asked. */
function scoped(context: ReadContext, row: MentorRow, reasons: DuplicateReason[]): MentorDuplicate {
  const scope = context.actor.institutionIds;
  if (scope === 'all' || row.institutionIds.some((id) => scope.includes(id))) return { id: row.id, row, houses: [], reasons };
  const houses = row.institutionIds.flatMap((id) => context.db.table(InstitutionEntity).byId(id)?.shortName ?? []);
  return { id: row.id, row: null, houses, reasons };
}

export interface DuplicateProbe {
  name: PersonName;
  birthDate: string | null;
  iin: string | null;
  identityNumber: string | null;
  phone: string;
}

/**
 * The search runs over the whole programme, because a person registered at another orphanage is still the same person. Of
 * someone outside the actor's scope nothing comes back but that there is somebody, and where to ask.
 */
export function likelyDuplicates(context: ReadContext, probe: DuplicateProbe, exceptId: string | null): MentorDuplicate[] {
  const candidates = duplicateCandidates(context, {
    birthDate: probe.birthDate,
    nameKey: fold(`${probe.name.ru.surname} ${probe.name.ru.given}`),
    iin: probe.iin,
    identityNumber: probe.identityNumber,
    phoneDigits: lastTen(probe.phone),
  });
  return candidates
    .filter((row) => row.id !== exceptId)
    .map((row) => ({ row, reasons: reasonsFor(row, probe) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.reasons.length - a.reasons.length)
    .slice(0, 10)
    .map(({ row, reasons }) => scoped(context, rowOf(listRow(context.db, row)), reasons));
}

const probeOf = (fields: MentorFields): DuplicateProbe => ({
  name: fields.name,
  birthDate: fields.birthDate,
  iin: fields.iin,
  identityNumber: fields.identity?.number ?? null,
  phone: fields.phone,
});

function mustBeRight(context: ReadContext, fields: MentorFields, prefix: string): void {
  const wrong = wrongMentorFields(fields, context.today);
  const houses = context.db.table(InstitutionEntity);
  fields.institutionIds.forEach((id, at) => {
    if (!houses.exists(id)) wrong.push({ path: `institutionIds.${String(at)}`, code: 'INSTITUTION.UNKNOWN' });
  });
  if (wrong.length > 0) throw invalid(wrong.map((field) => ({ ...field, path: `${prefix}${field.path}` })));
}

/** Pressing the button twice sends the same id twice and gets the same record. */
export function registerMentor(context: WriteContext, input: { id: MentorId; fields: MentorFields; knownDuplicates: MentorId[] }): MentorRecord {
  if (context.db.table(MentorEntity).exists(input.id)) return recordOf(context, visibleMentor(context, input.id));
  mustBeRight(context, input.fields, 'fields.');
  if (!mayTie(context, [], input.fields.institutionIds)) throw notAllowed();
  const known = new Set<string>(input.knownDuplicates);
  const unseen = likelyDuplicates(context, probeOf(input.fields), input.id).filter((one) => !known.has(one.id));
  if (unseen.length > 0) throw refusal('MENTOR.LIKELY_DUPLICATE', { count: unseen.length });
  context.db
    .table(MentorEntity)
    .insert({ id: input.id, ...columnsOf(input.fields), createdAt: context.nowIso, createdBy: context.actor.userId, updatedAt: context.nowIso });
  tieToInstitutions(context.db, input.id, input.fields.institutionIds, { exactly: true });
  return recordOf(context, visibleMentor(context, input.id));
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A number that comes back masked was not touched: the stored one stays. */
function unmask<K extends keyof MentorFields>(key: K, value: MentorFields[K], stored: MentorFields): MentorFields[K] {
  const hidden = masked(stored);
  if (equal(value, hidden[key])) return stored[key];
  if (key === 'identity') return keepIdentity(value as MentorFields['identity'], stored.identity) as MentorFields[K];
  if (key === 'spouse') {
    const spouse = value as MentorFields['spouse'];
    const iin = spouse?.iin !== null && spouse?.iin === hidden.spouse?.iin ? (stored.spouse?.iin ?? null) : (spouse?.iin ?? null);
    return (spouse && { ...spouse, iin, identity: keepIdentity(spouse.identity, stored.spouse?.identity ?? null) }) as MentorFields[K];
  }
  return value;
}

function keepIdentity(value: MentorFields['identity'], stored: MentorFields['identity']): MentorFields['identity'] {
  if (!value || !stored) return value;
  const hidden = maskIdentity(stored);
  return {
    ...value,
    number: value.number === hidden.number ? stored.number : value.number,
    series: value.series === hidden.series ? stored.series : value.series,
  };
}

export function changeMentor(context: WriteContext, input: { id: MentorId; changes: MentorChanges }): MentorRecord {
  const row = visibleMentor(context, input.id);
  const stored = fieldsOf(row, mentorInstitutions(context.db, row.id));
  const next: MentorFields = { ...stored };
  const conflicts: FieldConflict[] = [];
  const apply = <K extends keyof MentorFields>(key: K, change: { from: MentorFields[K]; to: MentorFields[K] }): void => {
    const base = unmask(key, change.from, stored);
    const mine = unmask(key, change.to, stored);
    if (equal(stored[key], base) || equal(stored[key], mine)) next[key] = mine;
    else conflicts.push({ field: key, base: change.from, theirs: masked(stored)[key], mine: change.to });
  };
  for (const [key, change] of Object.entries(input.changes)) if (change) apply(key as keyof MentorFields, change as never);
  if (conflicts.length > 0) throw conflict(conflicts);
  mustBeRight(context, next, '');
  if (!mayTie(context, stored.institutionIds, next.institutionIds)) throw notAllowed();
  context.db.table(MentorEntity).update(row.id, { ...columnsOf(next), updatedAt: context.nowIso });
  tieToInstitutions(context.db, input.id, next.institutionIds, { exactly: true });
  return recordOf(context, visibleMentor(context, input.id));
}

export const revealed = (context: ReadContext, id: MentorId): Pick<MentorFields, 'identity' | 'iin' | 'spouse'> => {
  const row = visibleMentor(context, id);
  return { identity: row.identity, iin: row.iin, spouse: row.spouse };
};

/** For the pair: the staff of the child's orphanage work with the mentor from now on. */
export const admitMentor = (context: WriteContext, id: MentorId, institutionId: InstitutionId): void => {
  tieToInstitutions(context.db, id, [institutionId], { exactly: false });
};
