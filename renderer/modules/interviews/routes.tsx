import type { ModuleRoutes } from '../../app/module-routes';
import { InterviewsSection } from './components/interviews-section';
import { interviewPaths } from './interview-paths';

export const moduleRoutes: ModuleRoutes = {
  routes: [
    { path: 'psychology/interviews', lazy: async () => ({ Component: (await import('./interviews.page')).InterviewsPage }) },
    { path: 'psychology/interviews/guides', lazy: async () => ({ Component: (await import('./guides.page')).GuidesPage }) },
    { path: 'psychology/interviews/guides/new/:from', lazy: async () => ({ Component: (await import('./guide-edit.page')).GuideNewPage }) },
    { path: 'psychology/interviews/guides/:guideId/edit', lazy: async () => ({ Component: (await import('./guide-edit.page')).GuideEditPage }) },
    { path: 'psychology/interviews/guides/:guideId/:version?', lazy: async () => ({ Component: (await import('./guide.page')).GuidePage }) },
    { path: 'psychology/interviews/:id', lazy: async () => ({ Component: (await import('./interview.page')).InterviewPage }) },
  ],
  psychologyTabs: [{ value: 'interviews', label: 'interviews:tab', to: interviewPaths.list(), permission: 'interview.read', order: 20 }],
  caseSections: [
    { id: 'interviews', place: 'case', permission: 'interview.read', subjects: ['child', 'mentor'], order: 20, component: InterviewsSection },
  ],
};
