import { Sprout } from 'lucide-react';
import { api } from '../../lib/client';
import { paths } from '../../lib/paths';
import type { ModuleRoutes } from '../../app/module-routes';

export const moduleRoutes: ModuleRoutes = {
  nav: [{ to: paths.children(), label: 'children:nav', icon: Sprout, group: 'preparation', permission: 'child.read', order: 10 }],
  routes: [
    { path: 'children', lazy: async () => ({ Component: (await import('./children.page')).ChildrenPage }) },
    { path: 'children/new', lazy: async () => ({ Component: (await import('./child-new.page')).ChildNewPage }) },
    { path: 'children/:id/edit', lazy: async () => ({ Component: (await import('./child-edit.page')).ChildEditPage }) },
    { path: 'children/:id/:tab?', lazy: async () => ({ Component: (await import('./child.page')).ChildPage }) },
  ],
  quickSearch: {
    permission: 'child.read',
    find: async (text) =>
      (await api.children.quickSearch({ text })).map((row) => ({ id: row.id, name: row.shortName, note: row.code, to: paths.child(row.id) })),
  },
  commands: [{ label: 'children:add', to: paths.newChild(), permission: 'child.write' }],
};
