import { randomUUID } from 'node:crypto';
import { refusal } from '../../../shared/kernel/errors';
import {
  DEFAULT_NOTE_TERM_DAYS,
  DEFAULT_PREPARATION,
  type Authority,
  type Institution,
  type Organisation,
  type Programme,
} from '../../../shared/modules/institutions/institutions.model';
import type { OrganisationSetUp } from '../../../shared/modules/session/session.model';
import type { EntityClass, ReadDb, WriteDb } from '../../db/types';
import { AuthorityEntity, InstitutionEntity, OrganisationEntity, ProgrammeEntity } from './institution.entity';

interface Versioned {
  id: string;
  version: number;
}

/**
 * Saves a whole small record. `version` 0 makes it (the same id again is the same press of the button); any other number
 * must be the stored one, so that nobody's change is overwritten unseen.
 */
function save<E extends Versioned>(db: WriteDb, entity: EntityClass<E>, id: string, version: number, fields: Omit<E, 'id' | 'version'>): E {
  const table = db.table(entity);
  const stored = table.byId(id);
  if (!stored && version !== 0) throw refusal('RECORD.NOT_FOUND');
  const next = { ...fields, id, version: (stored?.version ?? 0) + 1 } as E;
  if (!stored) {
    table.insert(next);
    return next;
  }
  const same = Object.entries(fields).every(([key, value]) => JSON.stringify(value) === JSON.stringify((stored as Record<string, unknown>)[key]));
  if (same) return stored;
  if (stored.version !== version) throw refusal('RECORD.CHANGED_MEANWHILE');
  table.update(id, next);
  return next;
}

export function organisationOf(db: ReadDb): Organisation {
  const [row] = db.table(OrganisationEntity).where({});
  if (!row) throw new Error('the records have no organisation');
  const { id: _id, ...organisation } = row;
  return organisation;
}

export function saveOrganisation(db: WriteDb, version: number, fields: Omit<Organisation, 'version'>): Organisation {
  const [row] = db.table(OrganisationEntity).where({});
  if (!row) throw new Error('the records have no organisation');
  const { id: _id, ...saved } = save<OrganisationEntity>(db, OrganisationEntity, row.id, version, fields);
  return saved;
}

export const institutions = (db: ReadDb): Institution[] => db.table(InstitutionEntity).where({}, 'nameRu') as Institution[];
export const authorities = (db: ReadDb): Authority[] => db.table(AuthorityEntity).where({}, 'nameRu') as Authority[];
export const programmes = (db: ReadDb): Programme[] => db.table(ProgrammeEntity).where({}, 'name') as Programme[];

export const saveInstitution = (db: WriteDb, id: string, version: number, fields: Omit<Institution, 'id' | 'version'>): Institution =>
  save(db, InstitutionEntity, id, version, fields) as Institution;
export const saveAuthority = (db: WriteDb, id: string, version: number, fields: Omit<Authority, 'id' | 'version'>): Authority =>
  save(db, AuthorityEntity, id, version, fields) as Authority;
export const saveProgramme = (db: WriteDb, id: string, version: number, fields: Omit<Programme, 'id' | 'version'>): Programme =>
  save(db, ProgrammeEntity, id, version, fields) as Programme;

/** What set-up asks for becomes the organisation and its first programme. */
export function seedOrganisation(db: WriteDb, answers: OrganisationSetUp): void {
  db.table(OrganisationEntity).insert({
    id: randomUUID(),
    nameRu: answers.nameRu,
    nameKk: answers.nameKk,
    registrationNumber: '',
    addressRu: '',
    addressKk: '',
    phone: '',
    email: '',
    version: 1,
  });
  db.table(ProgrammeEntity).insert({
    id: randomUUID(),
    name: answers.programmeName,
    jurisdiction: answers.jurisdiction,
    minAge: answers.minAge,
    maxAge: answers.maxAge,
    ageRule: answers.ageRule,
    minMentorAge: answers.jurisdiction === 'kz' ? 25 : 18,
    workingLanguages: answers.workingLanguages,
    rulePack: '',
    preparationSteps: DEFAULT_PREPARATION,
    noteTermDays: DEFAULT_NOTE_TERM_DAYS,
    closed: false,
    version: 1,
  });
}
