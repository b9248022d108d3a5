import type { ModuleRoutes } from '../../app/module-routes';
import { WorkSection } from './components/work-section';

export const moduleRoutes: ModuleRoutes = {
  routes: [
    { path: 'psychology/casework', lazy: async () => ({ Component: (await import('./agenda.page')).AgendaPage }) },
    { path: 'psychology/casework/of/:kind/:id', lazy: async () => ({ Component: (await import('./work.page')).WorkPage }) },
    { path: 'psychology/casework/of/:kind/:id/:form', lazy: async () => ({ Component: (await import('./work-form.page')).WorkFormPage }) },
    { path: 'psychology/casework/session/:id/:edit?', lazy: async () => ({ Component: (await import('./session.page')).SessionPage }) },
    { path: 'psychology/casework/disclosure/:id', lazy: async () => ({ Component: (await import('./disclosure.page')).DisclosurePage }) },
    { path: 'psychology/casework/:kind/:id', lazy: async () => ({ Component: (await import('./record.page')).RecordPage }) },
  ],
  psychologyTabs: [{ value: 'casework', label: 'sessions:tab', to: '/psychology/casework', permission: 'casework.read', order: 30 }],
  caseSections: [{ id: 'casework', place: 'case', permission: 'casework.read', subjects: ['child', 'mentor'], order: 30, component: WorkSection }],
};
