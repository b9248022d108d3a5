import { institutionsContract } from '../../../shared/modules/institutions/institutions.contract';
import { defineHandlers, read, write } from '../../ipc/handlers';
import * as service from './institutions.service';

export const institutionsHandlers = defineHandlers(institutionsContract, {
  organisation: read((ctx) => service.organisationOf(ctx.db)),
  saveOrganisation: write((ctx, input) => service.saveOrganisation(ctx.db, input.version, input.fields)),
  list: read((ctx) => service.institutions(ctx.db)),
  save: write((ctx, input) => service.saveInstitution(ctx.db, input.id, input.version, input.fields)),
  authorities: read((ctx) => service.authorities(ctx.db)),
  saveAuthority: write((ctx, input) => service.saveAuthority(ctx.db, input.id, input.version, input.fields)),
  programmes: read((ctx) => service.programmes(ctx.db)),
  saveProgramme: write((ctx, input) => service.saveProgramme(ctx.db, input.id, input.version, input.fields)),
});
