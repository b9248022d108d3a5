import { HeartHandshake } from 'lucide-react';
import type { ModuleRoutes } from '../../app/module-routes';
import { paths } from '../../lib/paths';

export const moduleRoutes: ModuleRoutes = {
  nav: [{ to: paths.pairs(), label: 'mentorships:nav', icon: HeartHandshake, group: 'support', permission: 'pair.read', order: 10 }],
  routes: [
    { path: 'pairs', lazy: async () => ({ Component: (await import('./pairs.page')).PairsPage }) },
    { path: 'pairs/new', lazy: async () => ({ Component: (await import('./pair-new.page')).PairNewPage }) },
    { path: 'pairs/:id', lazy: async () => ({ Component: (await import('./pair.page')).PairPage }) },
  ],
  commands: [{ label: 'mentorships:open.title', to: `${paths.pairs()}/new`, permission: 'pair.write' }],
};
