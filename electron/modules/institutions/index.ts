export { AuthorityEntity, InstitutionEntity, OrganisationEntity, ProgrammeEntity } from './institution.entity';
export {
  authorities,
  institutions,
  organisationOf,
  programmes,
  saveAuthority,
  saveInstitution,
  saveProgramme,
  seedOrganisation,
} from './institutions.service';
export { institutionsHandlers } from './institutions.handlers';
