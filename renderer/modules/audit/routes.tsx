import type { ModuleRoutes } from '../../app/module-routes';

export const moduleRoutes: ModuleRoutes = {
  routes: [
    { path: 'administration/journal', lazy: async () => ({ Component: (await import('./journal.page')).JournalPage }) },
    { path: 'administration/journal/clinical', lazy: async () => ({ Component: (await import('./journal.page')).ClinicalJournalPage }) },
    { path: 'administration/journal/check', lazy: async () => ({ Component: (await import('./check.page')).CheckPage }) },
    { path: 'administration/journal/check-clinical', lazy: async () => ({ Component: (await import('./check.page')).ClinicalCheckPage }) },
  ],
  commands: [{ label: 'audit:check.action', to: '/administration/journal/check', permission: 'journal.read' }],
};
