import type { ModuleRoutes } from '../../app/module-routes';
import { CaseRecords } from './components/case-records';
import { ReleasedList } from './components/released-list';
import { extractPaths } from './extracts-paths';

const WHO = ['child', 'mentor', 'pair'] as const;

export const moduleRoutes: ModuleRoutes = {
  routes: [
    { path: 'psychology/conclusions', lazy: async () => ({ Component: (await import('./conclusions.page')).ConclusionsPage }) },
    { path: 'psychology/conclusions/new', lazy: async () => ({ Component: (await import('./conclusion-new.page')).ConclusionNewPage }) },
    { path: 'psychology/conclusions/:id', lazy: async () => ({ Component: (await import('./conclusion.page')).ConclusionPage }) },
    { path: 'psychology/extracts/new', lazy: async () => ({ Component: (await import('./extract-new.page')).ExtractNewPage }) },
    { path: 'psychology/extracts/:id', lazy: async () => ({ Component: (await import('./extract.page')).ExtractPage }) },
  ],
  psychologyTabs: [{ value: 'conclusions', label: 'extracts:tab', to: extractPaths.list(), permission: 'extract.write', order: 50 }],
  caseSections: [
    { id: 'extracts', place: 'case', permission: 'extract.write', subjects: WHO, order: 50, component: CaseRecords },
    { id: 'released-extracts', place: 'file', permission: 'extract.read', subjects: WHO, order: 50, component: ReleasedList },
  ],
};
