import { conflict, invalid, notAllowed, refusal, type FieldConflict } from '../../../shared/kernel/errors';
import type { ChildId } from '../../../shared/kernel/ids';
import { sameName, sortKey, type PersonName } from '../../../shared/kernel/names';
import { daysBetween, type PlainDate } from '../../../shared/kernel/plain-date';
import type { ChildChanges } from '../../../shared/modules/children/children.contract';
import type { ChildDuplicate, ChildFields, ChildRecord } from '../../../shared/modules/children/children.model';
import { ageBlockers, maskedFields, wrongChildFields } from '../../../shared/modules/children/children.rules';
import type { ReadContext, WriteContext } from '../../ipc/context';
import { InstitutionEntity, ProgrammeEntity } from '../institutions';
import { ChildEntity } from './child.entity';
import { tellEvent } from './children.events';
import { sees, visibleChild } from './children.policy';
import { blockersOf, fieldsOf, limitsOf, recordOf, shortNameOf, summarise } from './children.record';
import { nextNo } from './children.repository';
import { duplicateCandidates, indexChild, indexNewChild, plainNumber } from './children-search.repository';

export interface Probe {
  name: PersonName;
  birthDate: string | null;
  personalNumber: string;
  identityNumber: string;
}

const probeOf = (fields: ChildFields): Probe => ({
  name: fields.name,
  birthDate: fields.birthDate,
  personalNumber: fields.personalNumber,
  identityNumber: fields.identity?.number ?? '',
});

const sameNumber = (a: string, b: string): boolean => plainNumber(a) !== '' && plainNumber(a) === plainNumber(b);

function reasonsFor(child: ChildEntity, probe: Probe): ChildDuplicate['reasons'] {
  const reasons: ChildDuplicate['reasons'] = [];
  if (sameNumber(child.personalNumber, probe.personalNumber)) reasons.push('same-number');
  if (sameNumber(child.identity?.number ?? '', probe.identityNumber)) reasons.push('same-paper');
  const alike = sameName(child.name, probe.name);
  const sameBirth = child.birthDate === probe.birthDate;
  if (alike === 'same' && sameBirth) reasons.push('same-name-and-birth');
  else if (alike === 'similar' && sameBirth) reasons.push('similar-name-same-birth');
  else if (alike === 'same') reasons.push('same-name');
  else if (alike === 'similar' && probe.birthDate && Math.abs(daysBetween(child.birthDate as PlainDate, probe.birthDate as PlainDate)) <= 40)
    reasons.push('birth-close');
  return reasons;
}

/**
 * Looked for over the whole programme: a child registered at another house is still the same child. Of a child outside
 * the actor's scope only the code comes back.
 */
export function likelyDuplicates(context: ReadContext, probe: Probe, exceptId: string | null): ChildDuplicate[] {
  const spellings = probe.name.kk ? [probe.name.ru, probe.name.kk] : [probe.name.ru];
  const names = spellings.map(({ surname, given }) => `${surname} ${given}`);
  return duplicateCandidates(context.db, { names, sortKey: sortKey(probe.name), numbers: [probe.personalNumber, probe.identityNumber] })
    .filter((child) => child.id !== exceptId)
    .map((child) => ({ child, reasons: reasonsFor(child, probe) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.reasons.length - a.reasons.length || a.child.no - b.child.no)
    .slice(0, 10)
    .map(({ child, reasons }) => {
      const visible = sees(context, child);
      const institution = visible ? (context.db.table(InstitutionEntity).byId(child.institutionId)?.shortName ?? '') : '';
      return {
        id: child.id as ChildId,
        code: child.code,
        shortName: visible ? child.shortName : '',
        birthYear: Number(child.birthDate.slice(0, 4)),
        institution,
        reasons,
      };
    });
}

function mustBeRight(context: ReadContext, fields: ChildFields, prefix: string): void {
  const wrong = wrongChildFields(fields, context.today);
  if (!context.db.table(InstitutionEntity).exists(fields.institutionId)) wrong.push({ path: 'institutionId', code: 'INSTITUTION.UNKNOWN' });
  if (!context.db.table(ProgrammeEntity).exists(fields.programmeId)) wrong.push({ path: 'programmeId', code: 'PROGRAMME.UNKNOWN' });
  if (wrong.length > 0) throw invalid(wrong.map((field) => ({ ...field, path: `${prefix}${field.path}` })));
}

/** A child outside the programme's ages: refused, or let in with a reason that stays in the record. */
export function mustSuitAge(
  context: WriteContext,
  birthDate: PlainDate,
  programmeId: string,
  ageReason: string,
  tell: (reason: string) => void,
): void {
  const [blocker] = ageBlockers(birthDate, context.today, limitsOf(context.db, programmeId));
  if (!blocker) return;
  if (blocker.weight === 'refused') throw refusal(blocker.code, blocker.params);
  if (ageReason.trim() === '') throw refusal('CHILD.AGE_NEEDS_REASON', blocker.params);
  tell(ageReason.trim());
}

const codeOf = (name: PersonName, no: number): string => `${name.ru.given.slice(0, 1).toLocaleUpperCase('ru')}-${String(no).padStart(4, '0')}`;

/** Pressing the button twice sends the same id twice and gets the same record. */
export function createChild(
  context: WriteContext,
  input: { id: ChildId; fields: ChildFields; knownDuplicates: ChildId[]; ageReason: string },
): ChildRecord {
  if (context.db.table(ChildEntity).exists(input.id)) return recordOf(context, visibleChild(context, input.id));
  mustBeRight(context, input.fields, 'fields.');
  if (!sees(context, { id: input.id, institutionId: input.fields.institutionId })) throw notAllowed();
  const known = new Set<string>(input.knownDuplicates);
  const unseen = likelyDuplicates(context, probeOf(input.fields), input.id).filter((other) => !known.has(other.id));
  if (unseen.length > 0) throw refusal('CHILD.LIKELY_DUPLICATE', { count: unseen.length });
  mustSuitAge(context, input.fields.birthDate, input.fields.programmeId, input.ageReason, (reason) => {
    tellEvent(context, input.id, 'age-exception', { reason });
  });
  const no = nextNo(context.db);
  const fresh: ChildEntity = {
    ...columnsOf(input.fields),
    id: input.id,
    no,
    code: codeOf(input.fields.name, no),
    photoFile: null,
    state: 'registered',
    life: { state: 'registered', since: context.today },
    waitingSince: null,
    wishes: 'none',
    wishesOn: null,
    consentUntil: '',
    openFlags: 0,
    blocked: true,
    version: 1,
    createdAt: context.nowIso,
    updatedAt: context.nowIso,
  };
  // The summary of a record without rows is what stands above, but for what keeps the child from being ready.
  const child = { ...fresh, blocked: blockersOf(context.db, fresh, context.today).some((blocker) => blocker.weight === 'refused') };
  context.db.table(ChildEntity).insert(child);
  indexNewChild(context.db, child);
  tellEvent(context, input.id, 'registered', {});
  return recordOf(context, child);
}

const columnsOf = (fields: ChildFields) => ({ ...fields, sortKey: sortKey(fields.name), shortName: shortNameOf(fields.name) });

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A number that comes back masked was not touched: the stored one stays. */
function unmask<K extends keyof ChildFields>(key: K, value: ChildFields[K], stored: ChildFields): ChildFields[K] {
  const hidden = maskedFields(stored);
  if (equal(value, hidden[key])) return stored[key];
  if (key !== 'identity') return value;
  const identity = value as ChildFields['identity'];
  if (!identity || !stored.identity || !hidden.identity) return value;
  const kept = { ...identity };
  if (kept.number === hidden.identity.number) kept.number = stored.identity.number;
  if (kept.series === hidden.identity.series) kept.series = stored.identity.series;
  return kept as ChildFields[K];
}

/** Each field is compared for itself: two people who edit different fields both keep their words; the same field is a shown conflict. */
export function changeChild(context: WriteContext, input: { id: ChildId; changes: ChildChanges }): ChildRecord {
  const child = visibleChild(context, input.id);
  const stored = fieldsOf(child);
  const next: ChildFields = { ...stored };
  const conflicts: FieldConflict[] = [];
  const corrected: Record<string, unknown> = {};
  const apply = <K extends keyof ChildFields>(key: K, change: { from: ChildFields[K]; to: ChildFields[K] }): void => {
    const [base, mine] = [unmask(key, change.from, stored), unmask(key, change.to, stored)];
    if (!equal(stored[key], base) && !equal(stored[key], mine))
      conflicts.push({ field: key, base: change.from, theirs: maskedFields(stored)[key], mine: change.to });
    else if (!equal(stored[key], mine)) {
      corrected[key] = { from: stored[key], to: mine };
      next[key] = mine;
    }
  };
  for (const [key, change] of Object.entries(input.changes)) if (change) apply(key as keyof ChildFields, change as never);
  if (conflicts.length > 0) throw conflict(conflicts);
  mustBeRight(context, next, '');
  if (!sees(context, { id: child.id, institutionId: next.institutionId })) throw notAllowed();
  if (Object.keys(corrected).length === 0) return recordOf(context, child);
  context.db.table(ChildEntity).update(child.id, columnsOf(next));
  indexChild(context.db, { ...child, ...columnsOf(next) });
  tellEvent(context, child.id, 'corrected', corrected);
  return recordOf(context, summarise(context.db, child.id, context.nowIso, context.today));
}
