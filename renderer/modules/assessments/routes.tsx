import type { ModuleRoutes } from '../../app/module-routes';
import { assessmentPaths } from './assessment-paths';
import { AssessmentsSection } from './components/assessments-section';

export const moduleRoutes: ModuleRoutes = {
  routes: [
    { path: 'psychology/assessments', lazy: async () => ({ Component: (await import('./assessments.page')).AssessmentsPage }) },
    { path: 'psychology/assessments/library', lazy: async () => ({ Component: (await import('./library.page')).LibraryPage }) },
    { path: 'psychology/assessments/library/import', lazy: async () => ({ Component: (await import('./import.page')).ImportPage }) },
    { path: 'psychology/assessments/library/:hash', lazy: async () => ({ Component: (await import('./instrument.page')).InstrumentPage }) },
    { path: 'psychology/assessments/new', lazy: async () => ({ Component: (await import('./start.page')).StartPage }) },
    { path: 'psychology/assessments/batch', lazy: async () => ({ Component: (await import('./batch.page')).BatchPage }) },
    { path: 'psychology/assessments/external/new', lazy: async () => ({ Component: (await import('./external-new.page')).ExternalNewPage }) },
    { path: 'psychology/assessments/external/:id', lazy: async () => ({ Component: (await import('./external.page')).ExternalPage }) },
    { path: 'psychology/assessments/:id/paper', lazy: async () => ({ Component: (await import('./paper-entry.page')).PaperEntryPage }) },
    { path: 'psychology/assessments/:id', lazy: async () => ({ Component: (await import('./assessment.page')).AssessmentPage }) },
    { path: 'psychology/projective/new', lazy: async () => ({ Component: (await import('./projective-new.page')).ProjectiveNewPage }) },
    { path: 'psychology/projective/:id', lazy: async () => ({ Component: (await import('./projective.page')).ProjectivePage }) },
  ],
  psychologyTabs: [{ value: 'assessments', label: 'assessments:tab', to: assessmentPaths.list(), permission: 'assessment.read', order: 10 }],
  caseSections: [
    {
      id: 'assessments',
      place: 'case',
      permission: 'assessment.read',
      subjects: ['child', 'mentor', 'respondent'],
      order: 10,
      component: AssessmentsSection,
    },
  ],
};
