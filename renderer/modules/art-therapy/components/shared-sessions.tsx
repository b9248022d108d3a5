import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { CalendarClock, CalendarX, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { GroupCard, SharedLine } from '../../../../shared/modules/art-therapy/art-therapy.model';
import { useFormat } from '../../../lib/format';
import { Section, StatusChip } from '../../../ui';
import { groupPaths } from '../group-paths';

const LOOKS = {
  planned: { tone: 'info', icon: CalendarClock },
  held: { tone: 'ok', icon: CircleCheck },
  cancelled: { tone: 'mute', icon: CalendarX },
} as const;

const cells = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 15,
  '& th, & td': { textAlign: 'left', fontWeight: 400, py: 1, pr: 2, borderTop: 1, borderColor: 'divider', verticalAlign: 'top' },
  '& thead th': { borderTop: 0, color: 'text.secondary', fontSize: 13.5, py: 0.5 },
  '& tbody tr:last-of-type > *': { borderBottom: 1, borderColor: 'divider' },
  '& td.tight': { whiteSpace: 'nowrap' },
} as const;

function Row({ line }: { line: SharedLine }) {
  const { t } = useTranslation('art-therapy');
  const format = useFormat();
  const { shared } = line;
  return (
    <tr>
      <td className="tight">{line.no ?? '–'}</td>
      <td className="tight">{format.short(shared.onDate)}</td>
      <th scope="row">
        <Link component={RouterLink} to={groupPaths.sharedSession(line.id)}>
          {t('shared.quoted', { text: shared.theme })}
        </Link>
        {shared.materials !== '' && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {shared.materials}
          </Typography>
        )}
      </th>
      <td className="tight">{shared.status === 'held' && line.came > 0 ? t('shared.countOf', { came: line.came, all: line.expected }) : '–'}</td>
      <td className="tight">
        <StatusChip plain {...LOOKS[shared.status]} word={t(`shared.status.${shared.status}`)} />
      </td>
    </tr>
  );
}

/** The series, the newest first: day, theme, materials and how many came. */
export function SharedSessions({ group }: { group: GroupCard }) {
  const { t } = useTranslation('art-therapy');
  return (
    <Section title={t('shared.sessions')} count={group.sessions.length}>
      {group.sessions.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>{t('shared.noSessions')}</Typography>
      ) : (
        <Box sx={{ overflowX: 'auto' }}>
          <Box component="table" sx={cells}>
            <thead>
              <tr>
                <th scope="col">{t('shared.no')}</th>
                <th scope="col">{t('shared.day')}</th>
                <th scope="col">{t('shared.theme')}</th>
                <th scope="col">{t('shared.came')}</th>
                <th scope="col">{t('shared.state')}</th>
              </tr>
            </thead>
            <tbody>
              {[...group.sessions].reverse().map((line) => (
                <Row key={line.id} line={line} />
              ))}
            </tbody>
          </Box>
        </Box>
      )}
    </Section>
  );
}
