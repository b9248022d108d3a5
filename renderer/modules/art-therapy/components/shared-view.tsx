import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Check, CircleDashed, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { AttendanceLine, SharedSession } from '../../../../shared/modules/art-therapy/art-therapy.model';
import { wasThere } from '../../../../shared/modules/art-therapy/art-therapy.rules';
import { useFormat } from '../../../lib/format';
import { paths } from '../../../lib/paths';
import { attendanceWord } from './shared-words';

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box sx={{ mb: 1 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {label}
      </Typography>
      <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{children}</Typography>
    </Box>
  );
}

function lookOf({ attendance }: AttendanceLine) {
  if (attendance === null) return { Icon: CircleDashed, color: 'paperInk.ink3' };
  return wasThere(attendance) ? { Icon: Check, color: 'success.main' } : { Icon: Minus, color: 'warning.main' };
}

/** For everybody who draws these lines: «была», «опоздал, с 15:20», «не был: болезнь». */
export function useAttendanceWord(): (line: AttendanceLine) => string {
  const { t } = useTranslation('art-therapy');
  return ({ attendance, sex }) => attendanceWord(t, attendance, sex);
}

function Line({ line, held, action }: { line: AttendanceLine; held: boolean; action: ReactNode }) {
  const word = useAttendanceWord()(line);
  const { Icon, color } = lookOf(line);
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.25, alignItems: 'center', minHeight: 32, borderTop: 1, borderColor: 'divider' }}>
      {held && (
        <Box component="span" sx={{ color, display: 'flex' }}>
          <Icon size={16} strokeWidth={2} aria-hidden />
        </Box>
      )}
      <Typography data-private sx={{ flex: 1, minWidth: 96 }} noWrap>
        <Link component={RouterLink} to={paths.child(line.childId)} color="inherit" underline="hover">
          {line.name}
        </Link>
      </Typography>
      {action ??
        (held && (
          <Typography variant="body2" sx={{ color: 'text.secondary', textAlign: 'right' }}>
            {word}
          </Typography>
        ))}
    </Box>
  );
}

/** How many came, in words; a session whose list nobody has filled in yet is not one to which nobody came. */
function useCount({ shared, attendance, hidden }: SharedSession): string {
  const { t } = useTranslation('art-therapy');
  const all = attendance.length + hidden.expected;
  if (shared.status === 'cancelled') return t('shared.wasCancelled');
  if (shared.status === 'planned') return t('shared.awaited', { all });
  if (attendance.every((line) => line.attendance === null) && hidden.came === 0) return t('shared.nobodyMarked');
  return t('shared.cameOf', { came: attendance.filter((line) => wasThere(line.attendance)).length + hidden.came, all });
}

interface SharedViewProps {
  session: SharedSession;
  /** In place of the word at the end of a child's line. */
  action?: (line: AttendanceLine) => ReactNode;
  aside?: ReactNode;
  /** Facts and children side by side, where the view has a page of its own. */
  wide?: boolean;
}

/** Exactly what an educator reads of a session; the psychologist's page and the educators' page draw it alike. */
export function SharedView({ session, action, aside, wide = false }: SharedViewProps) {
  const { t } = useTranslation('art-therapy');
  const format = useFormat();
  const count = useCount(session);
  const { shared, attendance, hidden } = session;
  const ages = t('shared.ages', { from: session.agesFrom, to: session.agesTo });
  const place = [t('shared.quoted', { text: session.groupName }), ages, shared.place];
  const columns = wide ? { display: 'grid', gridTemplateColumns: { xs: '1fr', md: '320px minmax(0, 480px)' }, columnGap: 6 } : {};
  return (
    <Box sx={columns}>
      <Box>
        <Fact label={t('shared.place')}>{place.filter((part) => part !== '').join(', ')}</Fact>
        <Fact label={t('shared.when')}>{t('shared.dayAndTime', { day: format.date(shared.onDate), from: shared.startsAt, to: shared.endsAt })}</Fact>
        {shared.activity !== '' && <Fact label={t(shared.status === 'planned' ? 'shared.whatNext' : 'shared.what')}>{shared.activity}</Fact>}
        {shared.materials !== '' && <Fact label={t('shared.materials')}>{shared.materials}</Fact>}
      </Box>
      <Box>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', mt: wide ? 0 : 1.5, mb: 0.75 }}>
          <Typography sx={{ fontWeight: 500 }}>{count}</Typography>
          {aside}
        </Box>
        {(shared.status !== 'cancelled' || action) && attendance.length > 0 && (
          <Box component="ul" aria-label={t('shared.list')} sx={{ borderBottom: 1, borderColor: 'divider' }}>
            {attendance.map((line) => (
              <Line key={line.childId} line={line} held={shared.status === 'held'} action={action?.(line)} />
            ))}
          </Box>
        )}
        {hidden.expected > 0 && shared.status !== 'cancelled' && (
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
            {t('shared.others', { count: hidden.expected })}
          </Typography>
        )}
      </Box>
    </Box>
  );
}
