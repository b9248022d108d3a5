import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../lib/paths';
import { useProfile } from '../../lib/profile';
import { Tabs, useCrumbs, type Crumb } from '../../ui';
import { modules } from '../modules';

/** The sub-navigation of the psychologist's room. `crumbs` are what stands after the room's own name. */
export function PsychologyTabs({ value, crumbs }: { value: string; crumbs?: readonly Crumb[] }) {
  const { t } = useTranslation();
  const { permissions } = useProfile();
  const tabs = useMemo(
    () =>
      modules
        .flatMap((module) => module.psychologyTabs ?? [])
        .filter((tab) => permissions.includes(tab.permission))
        .sort((a, b) => a.order - b.order),
    [permissions],
  );
  usePsychologyCrumbs(crumbs ?? []);
  return <Tabs label={t('clinical:nav')} value={value} items={tabs.map((tab) => ({ value: tab.value, label: t(tab.label), to: tab.to }))} />;
}

/** «Психология › …»: for pages of the room that show no tabs. */
export function usePsychologyCrumbs(crumbs: readonly Crumb[]): void {
  const { t } = useTranslation('clinical');
  useCrumbs([{ label: t('nav'), to: paths.psychology() }, ...crumbs]);
}
