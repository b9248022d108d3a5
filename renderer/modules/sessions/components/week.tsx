import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../../../shared/contract/api';
import { addDays, type PlainDate } from '../../../../shared/kernel/plain-date';
import { today, useFormat } from '../../../lib/format';
import { StatusChip } from '../../../ui';
import { work } from '../casework-paths';
import { SessionActions, standingOf } from './session-line';

type Row = Output<'sessions.agenda'>[number];

/** Monday of the week that a day belongs to. */
export function mondayOf(day: PlainDate): PlainDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 0 ? -6 : 1 - weekday);
}

function Card({ row, day }: { row: Row; day: string }) {
  const { t } = useTranslation('sessions');
  const standing = standingOf(row, day);
  const gone = row.status === 'cancelled';
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 0.75 }}>
      <Typography variant="body2" sx={{ fontWeight: 500 }}>
        {t('row.time', { time: row.atTime, count: row.minutes })}
      </Typography>
      <MuiLink component={Link} to={work.session(row.id)} data-private sx={{ fontSize: 14, textDecoration: gone ? 'line-through' : undefined }}>
        {row.subjectName}
      </MuiLink>
      {row.place !== '' && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {row.place}
        </Typography>
      )}
      <Box sx={{ fontSize: 13 }}>
        <StatusChip plain tone={standing.tone} word={t(standing.key)} />
      </Box>
      {row.clash && (
        <Box sx={{ fontSize: 13 }}>
          <StatusChip plain tone="warn" word={t('standing.clash')} />
        </Box>
      )}
      <Box sx={{ ml: -1 }}>
        <SessionActions row={row} />
      </Box>
    </Box>
  );
}

/** Seven days side by side; on a narrow screen one under the other. */
export function Week({ from, rows }: { from: PlainDate; rows: Row[] }) {
  const format = useFormat();
  const day = today();
  const days = Array.from({ length: 7 }, (_, index) => addDays(from, index));
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'repeat(7, minmax(0, 1fr))' }, columnGap: 1.5, mb: 3 }}>
      {days.map((date) => (
        <Box key={date} component="section" aria-label={`${format.weekday(date)}, ${format.date(date)}`} sx={{ minWidth: 0 }}>
          <Typography
            variant="body2"
            component="h3"
            sx={{ py: 0.75, color: date === day ? 'primary.main' : 'text.secondary', fontWeight: date === day ? 600 : 400 }}
          >
            {format.weekday(date)}
            <br />
            {format.dayAndMonth(date)}
          </Typography>
          <Box
            component="ul"
            sx={{
              minHeight: 44,
              borderTop: date === day ? 2 : 1,
              borderColor: date === day ? 'primary.main' : 'divider',
              '& > li:first-of-type': { borderTop: 0 },
            }}
          >
            {rows
              .filter((row) => row.onDate === date)
              .map((row) => (
                <Card key={row.id} row={row} day={day} />
              ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
