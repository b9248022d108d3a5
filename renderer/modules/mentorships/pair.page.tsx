import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useParams } from 'react-router';
import type { Output } from '../../../shared/contract/api';
import { spokenName } from '../../../shared/kernel/names';
import { CaseSections } from '../../app/psychology/case-sections';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useAsk } from '../../lib/query';
import { Answer, Page, PageHeader, Section, StatusChip, Timeline, useCrumbs } from '../../ui';
import { StageActs } from './components/stage-acts';
import { Voices } from './components/voices';
import { STAGE_LOOK } from './stage-look';

export type Pair = Output<'mentorships.get'>;

function Log({ pair }: { pair: Pair }) {
  const { t } = useTranslation('mentorships');
  const format = useFormat();
  return (
    <Section title={t('log')}>
      <Timeline
        items={[...pair.log].reverse().map((entry) => ({
          id: entry.id,
          when: format.short(entry.on),
          title: t(`stage.${entry.to}`),
          icon: STAGE_LOOK[entry.to].icon,
          note: [entry.by, entry.to === 'closed' ? t(`closing.${entry.reason}`, { defaultValue: entry.reason }) : entry.reason]
            .filter((part) => part !== '')
            .join('. '),
        }))}
      />
    </Section>
  );
}

function PairSheet({ pair }: { pair: Pair }) {
  const { t } = useTranslation('mentorships');
  const format = useFormat();
  const child = spokenName(pair.child.name, format.language);
  const mentor = spokenName(pair.mentor.name, format.language);
  useCrumbs(useMemo(() => [{ label: t('nav'), to: paths.pairs() }, { label: t('title', { child, mentor }) }], [t, child, mentor]));
  const look = STAGE_LOOK[pair.stage];
  const subject = useMemo(() => ({ kind: 'pair' as const, id: pair.id }), [pair.id]);
  return (
    <Page>
      <PageHeader
        title={<span data-private>{t('title', { child, mentor })}</span>}
        status={<StatusChip word={t(`stage.${pair.stage}`)} tone={look.tone} icon={look.icon} />}
        meta={
          <>
            <Link component={RouterLink} to={paths.child(pair.child.id)} data-private>
              {child}
            </Link>
            {`, ${format.age(pair.child.birthDate)} · `}
            <Link component={RouterLink} to={paths.candidate(pair.mentor.id)} data-private>
              {mentor}
            </Link>
            {` · ${t('since', { date: format.date(pair.since) })}`}
          </>
        }
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 320px', gap: 4, '@media (max-width: 900px)': { gridTemplateColumns: '1fr' } }}>
        <Box>
          <StageActs pair={pair} />
          <Voices pair={pair} />
          <Box sx={{ mt: 3 }}>
            <CaseSections subject={subject} place="file" />
          </Box>
        </Box>
        <Log pair={pair} />
      </Box>
    </Page>
  );
}

export function PairPage() {
  const { id = '' } = useParams();
  const pair = useAsk('mentorships.get', { id: id });
  if (pair.data) return <PairSheet key={pair.data.id} pair={pair.data} />;
  return (
    <Page>
      <Answer of={pair}>{() => null}</Answer>
    </Page>
  );
}
