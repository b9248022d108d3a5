import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../shared/kernel/permissions';
import { paths } from '../../lib/paths';
import { useProfile } from '../../lib/profile';
import { Tabs, useCrumbs } from '../../ui';

interface Area {
  value: string;
  permission: readonly Permission[];
}

/** In the order a house is set up. Whoever may open one of them finds the room in the rail. */
export const AREAS = [
  { value: 'users', permission: ['user.read'] },
  { value: 'institutions', permission: ['institution.write'] },
  { value: 'programmes', permission: ['programme.write'] },
  { value: 'rights', permission: ['user.read', 'programme.write', 'clinical.hold'] },
  { value: 'journal', permission: ['journal.read', 'journal.clinical'] },
  { value: 'backup', permission: ['backup.make'] },
  { value: 'keys', permission: ['key.rotate'] },
] as const satisfies readonly Area[];
export type AreaName = (typeof AREAS)[number]['value'];

export const areaPath = (area: AreaName): string => `${paths.administration()}/${area}`;

/** Administration's rooms that this person may open, the first of them first. */
export function useAreas(): AreaName[] {
  const { permissions } = useProfile();
  return AREAS.filter((area) => area.permission.some((permission) => permissions.includes(permission))).map((area) => area.value);
}

/** The sub-navigation of administration; the rooms belong to four modules that know nothing of each other. */
export function AdministrationTabs({ value }: { value: AreaName }) {
  const { t } = useTranslation('users');
  const areas = useAreas();
  useCrumbs(useMemo(() => [{ label: t('nav'), to: paths.administration() }, { label: t(`area.${value}`) }], [t, value]));
  return <Tabs label={t('nav')} value={value} items={areas.map((area) => ({ value: area, label: t(`area.${area}`), to: areaPath(area) }))} />;
}
