import { SlidersHorizontal } from 'lucide-react';
import { paths } from '../../lib/paths';
import type { ModuleRoutes } from '../../app/module-routes';
import { userPaths } from './user-paths';

export const moduleRoutes: ModuleRoutes = {
  nav: [
    {
      to: paths.administration(),
      label: 'users:nav',
      icon: SlidersHorizontal,
      group: 'system',
      permission: ['user.read', 'institution.write', 'programme.write', 'journal.read', 'journal.clinical', 'backup.make', 'key.rotate'],
      order: 90,
    },
  ],
  routes: [
    { path: 'administration', lazy: async () => ({ Component: (await import('./administration.page')).AdministrationPage }) },
    { path: 'administration/users', lazy: async () => ({ Component: (await import('./people.page')).PeoplePage }) },
    { path: 'administration/users/new', lazy: async () => ({ Component: (await import('./person-new.page')).PersonNewPage }) },
    { path: 'administration/users/:id', lazy: async () => ({ Component: (await import('./person.page')).PersonPage }) },
    { path: 'administration/users/:id/edit', lazy: async () => ({ Component: (await import('./person-edit.page')).PersonEditPage }) },
    { path: 'administration/rights', lazy: async () => ({ Component: (await import('./rights.page')).RightsPage }) },
    { path: 'psychology/keys', lazy: async () => ({ Component: (await import('./psychology-keys.page')).PsychologyKeysPage }) },
    { path: 'administration/keys', lazy: async () => ({ Component: (await import('./keys.page')).KeysPage }) },
  ],
  psychologyTabs: [{ value: 'keys', label: 'users:keys.title', to: '/psychology/keys', permission: 'clinical.hold', order: 90 }],
  commands: [
    { label: 'users:invite.action', to: userPaths.invite(), permission: 'user.write' },
    { label: 'users:keys.title', to: userPaths.keys(), permission: 'key.rotate' },
  ],
};
