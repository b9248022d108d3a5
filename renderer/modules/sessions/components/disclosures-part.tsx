import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../../../shared/contract/api';
import { useFormat } from '../../../lib/format';
import { Section, StatusChip } from '../../../ui';
import { work } from '../casework-paths';

type Line = Output<'sessions.casework'>['disclosures'][number];

/** That there were disclosures and where they stand; what was said is on the page of each. */
export function DisclosuresPart({ lines }: { lines: Line[] }) {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  if (lines.length === 0) return null;
  return (
    <Section title={t('part.disclosures')}>
      <Box component="ul">
        {lines.map((line) => (
          <Box component="li" key={line.header.id} sx={{ borderTop: 1, borderColor: 'divider', py: 1, display: 'flex', gap: 2 }}>
            <Box sx={{ flex: 1 }}>
              <MuiLink component={Link} to={work.disclosure(line.header.id)}>
                {format.date(line.header.onDate)}
              </MuiLink>
            </Box>
            {line.completed ? (
              <StatusChip plain tone="ok" word={t('disclosure.routeComplete')} />
            ) : (
              <StatusChip
                plain
                tone="alarm"
                word={line.told === 0 ? t('alarm.nobodyToldShort') : t('disclosure.waiting', { count: line.unanswered })}
              />
            )}
          </Box>
        ))}
      </Box>
    </Section>
  );
}
