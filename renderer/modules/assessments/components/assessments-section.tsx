import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../../../shared/contract/api';
import type { Subject } from '../../../../shared/modules/clinical/clinical.model';
import { useFormat } from '../../../lib/format';
import { paths } from '../../../lib/paths';
import { useCan } from '../../../lib/profile';
import { useAsk } from '../../../lib/query';
import { Answer, Section } from '../../../ui';
import { assessmentPaths } from '../assessment-paths';
import { wordIn } from '../assessment-words';
import { ScoresLine } from './scores-line';
import { StageChip } from './stage-chip';

type Row = Output<'assessments.list'>['rows'][number];

interface Group {
  latest: Row;
  count: number;
}

/** By questionnaire, the newest first; a measurement that is not finished stands for itself. */
function grouped(rows: readonly Row[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows.toSorted((a, b) => b.testDate.localeCompare(a.testDate))) {
    const key = row.stage === 'giving' || row.withdrawn ? row.id : row.instrumentId;
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { latest: row, count: 1 });
  }
  return [...groups.values()];
}

/** Tests on a person's page of the room: each questionnaire with its latest scores. */
export function AssessmentsSection({ subject }: { subject: Subject }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  const may = useCan('assessment.write');
  const list = useAsk('assessments.list', { subject, limit: 200 });
  return (
    <Section
      title={t('tab')}
      aside={
        may && (
          <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap', justifyContent: 'flex-end' }}>
            <Button size="small" component={Link} to={assessmentPaths.newProjective(subject)}>
              {t('list.projective')}
            </Button>
            <Button size="small" component={Link} to={assessmentPaths.newExternal(subject)}>
              {t('list.external')}
            </Button>
            <Button size="small" component={Link} to={assessmentPaths.start(subject)}>
              {t('list.start')}
            </Button>
          </Box>
        )
      }
    >
      <Answer of={list} rows={1}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Typography sx={{ color: 'text.secondary' }}>{t('section.none')}</Typography>
          ) : (
            <Box component="ul">
              {grouped(rows).map(({ latest, count }) => (
                <Box
                  component="li"
                  key={latest.id}
                  sx={{
                    display: 'grid',
                    gridTemplateColumns: { xs: '1fr', md: '90px minmax(200px, 1fr) minmax(240px, 1.6fr) 150px' },
                    columnGap: 2,
                    py: 1,
                    alignItems: 'baseline',
                    borderTop: 1,
                    borderColor: 'divider',
                  }}
                >
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {format.short(latest.testDate)}
                  </Box>
                  <MuiLink component={Link} to={paths.clinicalRecord('assessment', latest.id)} sx={{ justifySelf: 'start' }}>
                    {wordIn(latest.title, format.language)}
                  </MuiLink>
                  <Box sx={{ minWidth: 0 }}>
                    <ScoresLine row={latest} most={5} />
                  </Box>
                  <Box sx={{ justifySelf: { md: 'end' }, color: 'text.secondary', fontSize: 14 }}>
                    {latest.stage === 'giving' || latest.withdrawn || latest.openAlerts > 0 ? (
                      <StageChip row={latest} />
                    ) : (
                      count > 1 && t('section.waves.count', { count })
                    )}
                  </Box>
                </Box>
              ))}
            </Box>
          )
        }
      </Answer>
    </Section>
  );
}
