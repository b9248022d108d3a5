import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Output } from '../../../shared/contract/api';
import { spokenName } from '../../../shared/kernel/names';
import { paths } from '../../lib/paths';
import { useCan, useProfile } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { useFormat } from '../../lib/format';
import { Answer, Page, Tabs, useCrumbs } from '../../ui';
import { CaseHeader } from './components/case-header';
import { OverviewTab } from './components/overview-tab';
import { PapersTab } from './components/papers-tab';
import { PreparationTab } from './components/preparation-tab';
import { ProfileTab } from './components/profile-tab';
import { PsychologyTab } from './components/psychology-tab';
import { WishesTab } from './components/wishes-tab';

export type Child = Output<'children.get'>;

const TABS = {
  overview: OverviewTab,
  profile: ProfileTab,
  preparation: PreparationTab,
  wishes: WishesTab,
  papers: PapersTab,
  psychology: PsychologyTab,
} as const;
type Tab = keyof typeof TABS;

function CaseFile({ child, tab }: { child: Child; tab: Tab }) {
  const { t } = useTranslation('children');
  const { language } = useFormat();
  const { clinical } = useProfile();
  // Colleagues find there what was released to them, and it is called so.
  const onlyReleased = useCan('extract.read') && clinical !== 'held';
  const name = spokenName(child.fields.name, language);
  useCrumbs(useMemo(() => [{ label: t('nav'), to: paths.children() }, { label: name }], [t, name]));
  const done = child.steps.filter((step) => step.doneOn !== null).length;
  const counts: Partial<Record<Tab, string | number>> = {
    preparation: t('tab.of', { done, all: child.steps.length }),
    ...(child.wishes.length > 0 ? { wishes: child.wishes.length } : {}),
    ...(child.consents.length > 0 ? { papers: child.consents.length + child.papers.length + child.files.length } : {}),
  };
  const Shown = TABS[tab];
  return (
    <Page>
      <CaseHeader child={child} />
      <Tabs
        label={t('tab.label')}
        value={tab}
        items={(Object.keys(TABS) as Tab[]).map((value) => ({
          value,
          label: t(value === 'psychology' && onlyReleased ? 'tab.extracts' : `tab.${value}`),
          to: paths.child(child.id, value),
          ...(counts[value] === undefined ? {} : { count: counts[value] }),
        }))}
      />
      <Shown child={child} />
    </Page>
  );
}

export function ChildPage() {
  const { id = '', tab } = useParams();
  const child = useAsk('children.get', { id: id });
  const shown = tab !== undefined && Object.hasOwn(TABS, tab) ? (tab as Tab) : 'overview';
  if (child.data) return <CaseFile child={child.data} tab={shown} />;
  return (
    <Page>
      <Answer of={child}>{() => null}</Answer>
    </Page>
  );
}
