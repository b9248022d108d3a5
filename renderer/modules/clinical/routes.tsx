import { Feather } from 'lucide-react';
import { paths } from '../../lib/paths';
import type { ModuleRoutes } from '../../app/module-routes';

export const moduleRoutes: ModuleRoutes = {
  nav: [{ to: paths.psychology(), label: 'clinical:nav', icon: Feather, group: 'support', permission: 'clinical.hold', order: 30 }],
  routes: [
    { path: 'psychology', lazy: async () => ({ Component: (await import('./psychology.page')).PsychologyPage }) },
    { path: 'psychology/cases', lazy: async () => ({ Component: (await import('./cases.page')).CasesPage }) },
    { path: 'psychology/case/:kind/:id', lazy: async () => ({ Component: (await import('./case.page')).CasePage }) },
  ],
  psychologyTabs: [
    { value: 'records', label: 'clinical:tab.records', to: paths.psychology(), permission: 'clinical.hold', order: 0 },
    { value: 'cases', label: 'clinical:tab.cases', to: '/psychology/cases', permission: 'clinical.hold', order: 5 },
  ],
};
