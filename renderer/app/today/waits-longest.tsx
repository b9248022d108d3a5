import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../lib/paths';
import { useCan } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { Section } from '../../ui';

/** The child who has been ready for a mentor for the longest time: one number that nobody should have to look for. */
export function WaitsLongest() {
  const { t } = useTranslation('app');
  const mayMove = useCan('child.move');
  const list = useAsk('children.list', { filter: { states: ['ready'] }, sort: 'waiting', limit: 3 }, { enabled: mayMove });
  const [first, ...others] = (list.data?.rows ?? []).filter((row) => row.waitingDays !== null && row.waitingDays > 0);
  if (!first) return null;
  return (
    <Section title={t('waits.title')}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.75 }}>
        <Typography component="span" sx={{ fontSize: 40, fontWeight: 600, lineHeight: 1.1, fontVariantNumeric: 'tabular-nums' }}>
          {first.waitingDays}
        </Typography>
        <Box>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('waits.days', { count: first.waitingDays ?? 0 })}
          </Typography>
          <Child row={first} />
        </Box>
      </Box>
      <Box component="ul" sx={{ mt: 1 }}>
        {others.map((row) => (
          <Box component="li" key={row.id} sx={{ display: 'flex', gap: 1.25, py: 0.5 }}>
            <Typography variant="body2" sx={{ color: 'text.secondary', width: 44, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
              {row.waitingDays}
            </Typography>
            <Child row={row} />
          </Box>
        ))}
      </Box>
    </Section>
  );
}

function Child({ row }: { row: { id: string; shortName: string; age: number } }) {
  const { t } = useTranslation('ui');
  return (
    <MuiLink component={Link} to={paths.child(row.id, 'wishes')} data-private variant="body2">
      {`${row.shortName}, ${t('age', { count: row.age })}`}
    </MuiLink>
  );
}
