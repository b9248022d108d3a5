import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { spokenName } from '../../../../shared/kernel/names';
import { today, useFormat } from '../../../lib/format';
import { paths } from '../../../lib/paths';
import { useCan } from '../../../lib/profile';
import { useAsk } from '../../../lib/query';
import { Answer, DueRow, EmptyState, Rows, Section } from '../../../ui';
import type { Mentor } from '../candidate.page';
import { stateOf } from '../paper-state';

function Pairs({ mentor }: { mentor: Mentor }) {
  const { t } = useTranslation('candidates');
  const format = useFormat();
  const mayOpen = useCan('pair.write');
  const pairs = useAsk('mentorships.ofMentor', { mentorId: mentor.id });
  const open = mayOpen && (
    <Button variant="outlined" component={RouterLink} to={`${paths.pairs()}/new?mentor=${mentor.id}`}>
      {t('overview.openPair')}
    </Button>
  );
  return (
    <Section title={t('overview.pairs')} aside={pairs.data && pairs.data.length > 0 && open}>
      <Answer of={pairs} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('overview.noPairs')} actions={open}>
              {t('overview.noPairsText')}
            </EmptyState>
          ) : (
            <Box component="ul">
              {rows.map((pair) => (
                <Box
                  component="li"
                  key={pair.id}
                  sx={{
                    display: 'flex',
                    gap: 2,
                    alignItems: 'center',
                    minHeight: 46,
                    borderTop: 1,
                    borderColor: 'divider',
                    '&:last-of-type': { borderBottom: 1, borderColor: 'divider' },
                  }}
                >
                  <Link component={RouterLink} to={paths.pair(pair.id)} color="inherit" sx={{ fontWeight: 500, flex: 1 }} data-private>
                    {spokenName(pair.child.name, format.language)}
                  </Link>
                  <Typography
                    variant="body2"
                    sx={{ color: 'text.secondary' }}
                  >{`${t(`mentorships:stage.${pair.stage}`)}, ${format.date(pair.since)}`}</Typography>
                </Box>
              ))}
            </Box>
          )
        }
      </Answer>
    </Section>
  );
}

export function OverviewTab({ mentor }: { mentor: Mentor }) {
  const { t } = useTranslation('candidates');
  const format = useFormat();
  const due = mentor.papers.filter((paper) => ['ended', 'ending', 'negative'].includes(stateOf(paper, today()).key));
  return (
    <Box sx={{ maxWidth: 820 }}>
      {due.length > 0 && (
        <Box sx={{ mb: 2.5 }}>
          <Section title={t('overview.due')}>
            <Rows>
              {due.map((paper) => {
                const state = stateOf(paper, today());
                return (
                  <DueRow
                    key={paper.id}
                    late={state.key !== 'ending'}
                    when={paper.validUntil ? format.short(paper.validUntil) : ''}
                    title={t(`kind.${paper.kind}`)}
                    reason={t(`paperState.${state.key}`, { date: paper.validUntil ? format.short(paper.validUntil) : '' })}
                    action={
                      <Button variant="outlined" size="small" component={RouterLink} to={paths.candidate(mentor.id, 'papers')}>
                        {t('overview.toPapers')}
                      </Button>
                    }
                  />
                );
              })}
            </Rows>
          </Section>
        </Box>
      )}
      <Pairs mentor={mentor} />
      {mentor.fields.note !== '' && (
        <Section title={t('field.note')}>
          <Typography sx={{ whiteSpace: 'pre-wrap' }}>{mentor.fields.note}</Typography>
        </Section>
      )}
    </Box>
  );
}
