import { ageOn, daysBetween, type PlainDate } from '../../../shared/kernel/plain-date';
import { shortName, type PersonName } from '../../../shared/kernel/names';
import type { ChildFields, ChildRecord, ChildRow, ChildState, Consent, StepDone, Wish } from '../../../shared/modules/children/children.model';
import { consentStanding, maskedFields, nextStepOf, whyNotReady, type AgeLimits } from '../../../shared/modules/children/children.rules';
import type { ReadContext } from '../../ipc/context';
import type { ReadDb, WriteDb } from '../../db/types';
import { InstitutionEntity, ProgrammeEntity } from '../institutions';
import { ChildEntity, ChildFileEntity } from './child.entity';
import { sees } from './children.policy';
import { details, type ListLine } from './children.repository';

export const fieldsOf = (child: ChildEntity): ChildFields =>
  ({
    name: child.name,
    birthDate: child.birthDate,
    sex: child.sex,
    citizenship: child.citizenship,
    identity: child.identity,
    personalNumber: child.personalNumber,
    legalStatus: child.legalStatus,
    legalBasis: child.legalBasis,
    institutionId: child.institutionId,
    programmeId: child.programmeId,
    group: child.group,
    school: child.school,
    fileNumber: child.fileNumber,
    languages: child.languages,
    interests: child.interests,
    strengths: child.strengths,
    helps: child.helps,
    upsets: child.upsets,
    notToAsk: child.notToAsk,
    safetyNote: child.safetyNote,
  }) as ChildFields;

/** A programme that was closed or lost its row limits nobody: the child stays, with the widest ages. */
export function limitsOf(db: ReadDb, programmeId: string): AgeLimits {
  return db.table(ProgrammeEntity).byId(programmeId) ?? { minAge: 0, maxAge: 23, ageRule: 'warn' };
}

/** The programme's steps with what has been done of each; a step that left the programme stays visible when it was done. */
export function stepsOf(db: ReadDb, child: ChildEntity): StepDone[] {
  const done = new Map(details<Omit<StepDone, 'required'>>(db, child.id, 'step').map((step) => [step.code, step]));
  const asked = db.table(ProgrammeEntity).byId(child.programmeId)?.preparationSteps ?? [];
  const empty = { doneOn: null, doneBy: null, note: '', decision: null };
  const current = asked.map((step) => ({ ...empty, ...done.get(step.code), code: step.code, title: step.title, required: step.required }));
  const former = [...done.values()]
    .filter((step) => !asked.some((one) => one.code === step.code))
    .map((step) => ({ ...empty, ...step, required: false }));
  return [...current, ...former].map(({ code, title, required, doneOn, doneBy, note, decision }) => ({
    code,
    title,
    required,
    doneOn,
    doneBy,
    note,
    decision,
  }));
}

export const consentsOf = (db: ReadDb, id: string): Consent[] => details<Omit<Consent, 'id'>>(db, id, 'consent') as Consent[];
export const wishesOf = (db: ReadDb, id: string): Wish[] =>
  (details<Omit<Wish, 'id'>>(db, id, 'wish') as Wish[]).sort((a, b) => b.saidOn.localeCompare(a.saidOn));

export function blockersOf(db: ReadDb, child: ChildEntity, today: PlainDate) {
  return whyNotReady(
    {
      birthDate: child.birthDate as PlainDate,
      steps: stepsOf(db, child),
      consents: consentsOf(db, child.id),
      wishes: wishesOf(db, child.id),
      limits: limitsOf(db, child.programmeId),
    },
    today,
  );
}

export function recordOf(context: ReadContext, child: ChildEntity): ChildRecord {
  const { db, today } = context;
  const consents = consentsOf(db, child.id);
  const wishes = wishesOf(db, child.id);
  const blockers = blockersOf(db, child, today);
  const { consent } = consentStanding(consents, today);
  return {
    id: child.id,
    code: child.code,
    version: child.version,
    fields: maskedFields(fieldsOf(child)),
    life: child.life,
    age: ageOn(child.birthDate as PlainDate, today),
    institutionName: db.table(InstitutionEntity).byId(child.institutionId)?.nameRu ?? '',
    programmeName: db.table(ProgrammeEntity).byId(child.programmeId)?.name ?? '',
    hasPhoto: child.photoFile !== null,
    consents,
    papers: details(db, child.id, 'paper'),
    relatives: details(db, child.id, 'relative'),
    placements: details(db, child.id, 'placement'),
    siblings: siblingsOf(context, child.id),
    flags: details(db, child.id, 'flag'),
    wishes,
    steps: stepsOf(db, child),
    files: db.table(ChildFileEntity).where({ childId: child.id, role: 'file' }, 'addedOn'),
    whyNotReady: blockers,
    nextStep: nextStepOf(
      child.state,
      consent,
      wishes.some((wish) => wish.confirmed),
      blockers.some((blocker) => blocker.weight === 'refused'),
    ),
    createdAt: child.createdAt,
    updatedAt: child.updatedAt,
  } as unknown as ChildRecord;
}

/** Of a sibling in another house an actor with a narrow scope learns that there is one, not who. */
function siblingsOf(context: ReadContext, id: string): unknown[] {
  return details<{ childId: string; together: boolean; why: string }>(context.db, id, 'sibling').map((link) => {
    const other = context.db.table(ChildEntity).byId(link.childId);
    const visible = other !== undefined && sees(context, other);
    return { ...link, name: visible ? other.shortName : '', code: visible ? other.code : '', visible };
  });
}

export function rowOf(line: ListLine, today: PlainDate): ChildRow {
  const until = line.consentUntil;
  const consent =
    until === ''
      ? 'none'
      : until < today
        ? 'expired'
        : until !== '9999-12-31' && daysBetween(today, until as PlainDate) <= 30
          ? 'expiring'
          : 'active';
  return {
    id: line.id,
    code: line.code,
    shortName: line.shortName,
    age: ageOn(line.birthDate, today),
    institution: line.institution ?? '',
    group: line.group,
    state: line.state,
    waitingDays: line.waitingSince === null ? null : Math.max(0, daysBetween(line.waitingSince, today)),
    wishesOn: line.wishesOn,
    wishes: line.wishes,
    consentUntil: until === '' || until === '9999-12-31' ? null : (until as PlainDate),
    consent,
    openFlags: line.openFlags,
    nextStep: nextStepOf(line.state, consent, line.wishes === 'confirmed', line.blocked === 1),
  } as ChildRow;
}

/** The summary columns that the list reads, from the rows that they sum up. */
export function summarise(db: WriteDb, id: string, nowIso: string, today: PlainDate): ChildEntity {
  const child = db.table(ChildEntity).byId(id);
  if (!child) throw new Error('a summary of no child');
  const standing = consentStanding(consentsOf(db, id), today);
  const wishes = wishesOf(db, id);
  const confirmed = wishes.find((wish) => wish.confirmed);
  const life: ChildState = child.life;
  const patch: Partial<ChildEntity> = {
    state: life.state,
    waitingSince: life.state === 'ready' ? life.since : null,
    wishes: confirmed ? 'confirmed' : wishes.length > 0 ? 'draft' : 'none',
    wishesOn: confirmed?.saidOn ?? null,
    consentUntil: standing.consent === 'none' ? '' : (standing.consentUntil ?? '9999-12-31'),
    openFlags: details<{ resolvedOn: string | null }>(db, id, 'flag').filter((flag) => flag.resolvedOn === null).length,
    blocked: blockersOf(db, child, today).some((blocker) => blocker.weight === 'refused'),
    version: child.version + 1,
    updatedAt: nowIso,
  };
  db.table(ChildEntity).update(id, patch);
  return { ...child, ...patch };
}

export const shortNameOf = (name: PersonName): string => shortName(name, 'ru');
