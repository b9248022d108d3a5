import { UserRoundSearch } from 'lucide-react';
import type { ModuleRoutes } from '../../app/module-routes';
import { spokenName } from '../../../shared/kernel/names';
import { api } from '../../lib/client';
import { currentLanguage } from '../../lib/i18n';
import { paths } from '../../lib/paths';

export const moduleRoutes: ModuleRoutes = {
  nav: [{ to: paths.candidates(), label: 'candidates:nav', icon: UserRoundSearch, group: 'preparation', permission: 'mentor.read', order: 20 }],
  routes: [
    { path: 'candidates', lazy: async () => ({ Component: (await import('./candidates.page')).CandidatesPage }) },
    { path: 'candidates/new', lazy: async () => ({ Component: (await import('./candidate-new.page')).CandidateNewPage }) },
    { path: 'candidates/:id/edit', lazy: async () => ({ Component: (await import('./candidate-edit.page')).CandidateEditPage }) },
    { path: 'candidates/:id/:tab?', lazy: async () => ({ Component: (await import('./candidate.page')).CandidatePage }) },
  ],
  quickSearch: {
    permission: 'mentor.read',
    find: async (text) =>
      (await api.candidates.quickSearch({ text })).map((row) => ({
        id: row.id,
        name: spokenName(row.name, currentLanguage()),
        note: row.phone,
        to: paths.candidate(row.id),
      })),
  },
  commands: [{ label: 'candidates:add', to: paths.newCandidate(), permission: 'mentor.write' }],
};
