import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Output } from '../../../shared/contract/api';
import { spokenName } from '../../../shared/kernel/names';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useCan, useProfile } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { Answer, Page, PageHeader, PersonAvatar, Tabs, useCrumbs } from '../../ui';
import { HouseholdTab } from './components/household-tab';
import { OverviewTab } from './components/overview-tab';
import { PapersTab } from './components/papers-tab';
import { ProfileTab } from './components/profile-tab';
import { PsychologyTab } from './components/psychology-tab';

export type Mentor = Output<'candidates.get'>;

const TABS = { overview: OverviewTab, profile: ProfileTab, household: HouseholdTab, papers: PapersTab, psychology: PsychologyTab } as const;
type Tab = keyof typeof TABS;

function CaseFile({ mentor, tab }: { mentor: Mentor; tab: Tab }) {
  const { t } = useTranslation('candidates');
  const format = useFormat();
  const mayWrite = useCan('mentor.write');
  const { clinical } = useProfile();
  const { fields } = mentor;
  const name = spokenName(fields.name, format.language);
  useCrumbs(useMemo(() => [{ label: t('nav'), to: paths.candidates() }, { label: name }], [t, name]));
  const counts: Partial<Record<Tab, number>> = {
    papers: mentor.papers.filter((paper) => paper.struckOn === null).length,
    household: fields.household.length + (fields.spouse ? 1 : 0),
  };
  const Shown = TABS[tab];
  return (
    <Page>
      <PageHeader
        lead={<PersonAvatar name={name} size={60} />}
        title={<span data-private>{name}</span>}
        meta={[format.age(fields.birthDate), t(`citizenship.${fields.citizenship}`), fields.occupation].filter((part) => part !== '').join(' · ')}
        actions={
          mayWrite && (
            <Button variant="outlined" component={Link} to={`${paths.candidate(mentor.id)}/edit`}>
              {t('edit')}
            </Button>
          )
        }
      />
      <Tabs
        label={t('tab.label')}
        value={tab}
        items={(Object.keys(TABS) as Tab[]).map((value) => ({
          value,
          label: t(value === 'psychology' && clinical !== 'held' ? 'tab.extracts' : `tab.${value}`),
          to: paths.candidate(mentor.id, value),
          ...(counts[value] ? { count: counts[value] } : {}),
        }))}
      />
      <Shown mentor={mentor} />
    </Page>
  );
}

export function CandidatePage() {
  const { id = '', tab } = useParams();
  const mentor = useAsk('candidates.get', { id: id });
  if (mentor.data) return <CaseFile mentor={mentor.data} tab={tab !== undefined && Object.hasOwn(TABS, tab) ? (tab as Tab) : 'overview'} />;
  return (
    <Page>
      <Answer of={mentor}>{() => null}</Answer>
    </Page>
  );
}
