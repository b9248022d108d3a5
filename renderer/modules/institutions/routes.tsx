import type { ModuleRoutes } from '../../app/module-routes';
import { institutionPaths } from './institution-paths';

/** Its lists stand among the tabs of administration; the rail has one entry for all of them. */
export const moduleRoutes: ModuleRoutes = {
  routes: [
    { path: 'administration/institutions', lazy: async () => ({ Component: (await import('./institutions.page')).InstitutionsPage }) },
    { path: 'administration/institutions/:id', lazy: async () => ({ Component: (await import('./house.page')).HousePage }) },
    { path: 'administration/organisation', lazy: async () => ({ Component: (await import('./organisation.page')).OrganisationPage }) },
    { path: 'administration/authorities/:id', lazy: async () => ({ Component: (await import('./authority.page')).AuthorityPage }) },
    { path: 'administration/programmes', lazy: async () => ({ Component: (await import('./programmes.page')).ProgrammesPage }) },
    { path: 'administration/programmes/:id', lazy: async () => ({ Component: (await import('./programme.page')).ProgrammePage }) },
  ],
  commands: [
    { label: 'institutions:house.add', to: institutionPaths.newHouse(), permission: 'institution.write' },
    { label: 'institutions:programme.add', to: institutionPaths.newProgramme(), permission: 'programme.write' },
  ],
};
