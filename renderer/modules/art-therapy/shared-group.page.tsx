import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { GroupCard } from '../../../shared/modules/art-therapy/art-therapy.model';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/query';
import { Answer, Page, PageHeader, StatusChip, useCrumbs } from '../../ui';
import { SharedMembers } from './components/shared-members';
import { SharedSessions } from './components/shared-sessions';
import { groupPaths } from './group-paths';

function View({ group }: { group: GroupCard }) {
  const { t } = useTranslation('art-therapy');
  const format = useFormat();
  const { agesFrom, agesTo, place, schedule, kind, endedOn, name } = group.fields;
  const facts = [
    t('shared.ages', { from: agesFrom, to: agesTo }),
    group.institutionName,
    place,
    schedule,
    t('shared.leader', { name: group.leaderName }),
  ];
  return (
    <>
      <PageHeader
        title={t('shared.quoted', { text: name })}
        aside={t(`shared.kindOf.${kind}`)}
        status={endedOn !== null && <StatusChip tone="mute" word={t('shared.until', { date: format.short(endedOn) })} />}
        meta={facts.filter((fact) => fact !== '').join(' · ')}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) 320px' }, gap: 5, mt: 0.5 }}>
        <SharedSessions group={group} />
        <Box>
          <SharedMembers group={group} />
        </Box>
      </Box>
    </>
  );
}

/** One group as educators see it. */
export function SharedGroupPage() {
  const { t } = useTranslation('art-therapy');
  const { id = '' } = useParams();
  const group = useAsk('art-therapy.group', { id });
  const name = group.data?.fields.name;
  useCrumbs(
    useMemo(
      () => [{ label: t('shared.nav'), to: groupPaths.shared() }, ...(name === undefined ? [] : [{ label: t('shared.quoted', { text: name }) }])],
      [t, name],
    ),
  );
  return (
    <Page>
      <Answer of={group}>{(card) => <View group={card} />}</Answer>
    </Page>
  );
}
