import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type { Permission } from '../../shared/kernel/permissions';
import type { Subject } from '../../shared/modules/clinical/clinical.model';

/** Groups of the rail, in the order of the work. */
export const NAV_GROUPS = ['today', 'preparation', 'support', 'papers', 'system'] as const;
export type NavGroup = (typeof NAV_GROUPS)[number];

export interface NavItem {
  to: string;
  /** Key with its namespace: `children:nav`. */
  label: string;
  icon: LucideIcon;
  group: NavGroup;
  /** Any one of these opens the room; none means everybody. */
  permission?: Permission | readonly Permission[];
  /** Within the group. */
  order?: number;
}

export interface Found {
  id: string;
  name: string;
  note?: string;
  to: string;
}

export interface Command {
  label: string;
  to: string;
  permission?: Permission;
}

/** A tab of the psychologist's room; each of its rooms belongs to a module that knows nothing of the others. */
export interface PsychologyTab {
  value: string;
  /** Key with its namespace. */
  label: string;
  to: string;
  permission: Permission;
  order: number;
}

/** What a module shows of one child, candidate or pair on the pages of that person. */
export interface CaseSection {
  id: string;
  /** `case`: inside the psychologist's room; `file`: on the child's or candidate's own file, for everybody who may read it. */
  place: 'case' | 'file';
  permission: Permission;
  subjects: readonly Subject['kind'][];
  order: number;
  component: ComponentType<{ subject: Subject }>;
}

/** What a module gives to the shell; its `routes.tsx` exports one as `moduleRoutes`. */
export interface ModuleRoutes {
  nav?: readonly NavItem[];
  /** Children of the shell; pages are lazy, so that the first screen does not carry the others. */
  routes: readonly RouteObject[];
  /** Screens that answer before anybody has signed in (restore). */
  publicRoutes?: readonly RouteObject[];
  quickSearch?: { permission: Permission; find: (text: string) => Promise<Found[]> };
  commands?: readonly Command[];
  psychologyTabs?: readonly PsychologyTab[];
  caseSections?: readonly CaseSection[];
}

export const mayEnter = (item: { permission?: Permission | readonly Permission[] }, permissions: readonly Permission[]): boolean =>
  item.permission === undefined || [item.permission].flat().some((permission) => permissions.includes(permission));
