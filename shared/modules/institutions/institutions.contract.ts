import { z } from 'zod';
import { command, defineModule, query } from '../../contract/define';
import { AuthorityId, InstitutionId, ProgrammeId } from '../../kernel/ids';
import {
  Authority,
  AuthorityFields,
  Institution,
  InstitutionFields,
  Organisation,
  OrganisationFields,
  Programme,
  ProgrammeFields,
} from './institutions.model';

const none = z.object({}).strict();
const byId = (subject: string) => ({ subject, id: (input: { id: string }) => input.id });
/** 0 makes a new record; otherwise the version that the form was opened with. */
const version = z.number().int().min(0);
const errors = ['RECORD.CHANGED_MEANWHILE'] as const;

export const institutionsContract = defineModule('institutions', {
  organisation: query({ permission: 'signed-in', input: none, output: Organisation }),
  saveOrganisation: command({
    permission: 'institution.write',
    input: z.object({ version, fields: OrganisationFields }).strict(),
    output: Organisation,
    errors,
    audit: { subject: 'organisation', id: () => null },
  }),
  list: query({ permission: 'institution.read', input: none, output: z.array(Institution) }),
  save: command({
    permission: 'institution.write',
    input: z.object({ id: InstitutionId, version, fields: InstitutionFields }).strict(),
    output: Institution,
    errors,
    audit: byId('institution'),
  }),
  authorities: query({ permission: 'institution.read', input: none, output: z.array(Authority) }),
  saveAuthority: command({
    permission: 'institution.write',
    input: z.object({ id: AuthorityId, version, fields: AuthorityFields }).strict(),
    output: Authority,
    errors,
    audit: byId('authority'),
  }),
  programmes: query({ permission: 'signed-in', input: none, output: z.array(Programme) }),
  saveProgramme: command({
    permission: 'programme.write',
    input: z.object({ id: ProgrammeId, version, fields: ProgrammeFields }).strict(),
    output: Programme,
    errors,
    audit: byId('programme'),
  }),
});
