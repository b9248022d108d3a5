import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../lib/paths';
import { Tabs, useCrumbs } from '../../../ui';
import { desk } from '../documents.paths';

const TABS = { contracts: paths.documents(), register: desk.register(), templates: desk.templates(), rules: desk.rules() } as const;

/** The four shelves of the room: contracts, the register of transfers, templates, rules. */
export function RoomTabs({ value }: { value: keyof typeof TABS }) {
  const { t } = useTranslation('documents');
  useCrumbs(useMemo(() => [{ label: t('nav'), to: paths.documents() }, { label: t(`tab.${value}`) }], [t, value]));
  return (
    <Tabs
      label={t('nav')}
      value={value}
      items={(Object.keys(TABS) as (keyof typeof TABS)[]).map((tab) => ({ value: tab, label: t(`tab.${tab}`), to: TABS[tab] }))}
    />
  );
}
