import { FileText } from 'lucide-react';
import { paths } from '../../lib/paths';
import type { ModuleRoutes } from '../../app/module-routes';
import { desk } from './documents.paths';

export const moduleRoutes: ModuleRoutes = {
  nav: [{ to: paths.documents(), label: 'documents:nav', icon: FileText, group: 'papers', permission: 'document.read', order: 10 }],
  routes: [
    { path: 'documents', lazy: async () => ({ Component: (await import('./documents.page')).DocumentsPage }) },
    { path: 'documents/register', lazy: async () => ({ Component: (await import('./register.page')).RegisterPage }) },
    { path: 'documents/templates/:templateId?', lazy: async () => ({ Component: (await import('./templates.page')).TemplatesPage }) },
    { path: 'documents/rules', lazy: async () => ({ Component: (await import('./rules.page')).RulesPage }) },
    { path: 'documents/contracts/new', lazy: async () => ({ Component: (await import('./contract-new.page')).NewContractPage }) },
    { path: 'documents/contracts/:draftId', lazy: async () => ({ Component: (await import('./contract.page')).ContractPage }) },
    { path: 'documents/drafts/:draftId', lazy: async () => ({ Component: (await import('./contract.page')).ContractPage }) },
    { path: 'documents/:id', lazy: async () => ({ Component: (await import('./document.page')).DocumentPage }) },
  ],
  commands: [
    { label: 'documents:new.title', to: desk.newContract(), permission: 'document.prepare' },
    { label: 'documents:register.title', to: desk.register(), permission: 'document.read' },
    { label: 'documents:templates.title', to: desk.templates(), permission: 'document.read' },
    { label: 'documents:rules.title', to: desk.rules(), permission: 'document.read' },
  ],
};
