import type { ModuleRoutes } from '../../app/module-routes';
import { paths } from '../../lib/paths';

export const moduleRoutes: ModuleRoutes = {
  routes: [{ path: 'preferences', lazy: async () => ({ Component: (await import('./preferences.page')).PreferencesPage }) }],
  commands: [{ label: 'settings:title', to: paths.preferences() }],
};
