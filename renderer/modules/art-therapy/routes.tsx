import { Palette } from 'lucide-react';
import { lazy } from 'react';
import type { ModuleRoutes } from '../../app/module-routes';
import { CourseSection } from './components/course-section';
import { groupPaths } from './group-paths';

const SharedAttendance = lazy(async () => ({ default: (await import('./components/shared-attendance')).SharedAttendance }));

export const moduleRoutes: ModuleRoutes = {
  // Psychologists find their groups in their own room; the rail's item is for those who only read the educators' side.
  nav: [{ to: groupPaths.shared(), label: 'art-therapy:shared.nav', icon: Palette, group: 'support', permission: 'child.write', order: 30 }],
  routes: [
    { path: 'groups', lazy: async () => ({ Component: (await import('./shared-groups.page')).SharedGroupsPage }) },
    { path: 'groups/sessions/:id', lazy: async () => ({ Component: (await import('./shared-session.page')).SharedSessionPage }) },
    { path: 'groups/:id', lazy: async () => ({ Component: (await import('./shared-group.page')).SharedGroupPage }) },
    { path: 'psychology/groups', lazy: async () => ({ Component: (await import('./groups.page')).GroupsPage }) },
    { path: 'psychology/groups/scales', lazy: async () => ({ Component: (await import('./scales.page')).ScalesPage }) },
    { path: 'psychology/groups/:id', lazy: async () => ({ Component: (await import('./group.page')).GroupPage }) },
    { path: 'psychology/group-sessions/:id', lazy: async () => ({ Component: (await import('./session.page')).SessionPage }) },
    { path: 'psychology/group-course/:childId/:groupId?', lazy: async () => ({ Component: (await import('./course.page')).CoursePage }) },
    // The page of a group's case is the group's own page.
    { path: 'psychology/case/group/:id', lazy: async () => ({ Component: (await import('./group.page')).GroupPage }) },
  ],
  psychologyTabs: [{ value: 'groups', label: 'art-therapy:tab', to: groupPaths.room(), permission: 'group.write', order: 40 }],
  caseSections: [
    { id: 'group-course', place: 'case', permission: 'clinical.hold', subjects: ['child'], order: 40, component: CourseSection },
    { id: 'group-attendance', place: 'file', permission: 'group.read', subjects: ['child'], order: 60, component: SharedAttendance },
  ],
};
