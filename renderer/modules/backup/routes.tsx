import { paths } from '../../lib/paths';
import type { ModuleRoutes } from '../../app/module-routes';

export const moduleRoutes: ModuleRoutes = {
  routes: [{ path: 'administration/backup', lazy: async () => ({ Component: (await import('./backup.page')).BackupPage }) }],
  publicRoutes: [{ path: 'restore', lazy: async () => ({ Component: (await import('./restore.page')).RestorePage }) }],
  commands: [{ label: 'backup:make.action', to: paths.backup(), permission: 'backup.make' }],
};
