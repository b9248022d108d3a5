import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { HardDrive, SunMedium } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { asDate, timeOf, today, useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useProfile } from '../../lib/profile';
import { daysBetween } from '../../../shared/kernel/plain-date';
import { Mark } from '../mark';
import { mayEnter, NAV_GROUPS, type NavGroup, type NavItem } from '../module-routes';
import { modules } from '../modules';

const todayItem: NavItem = { to: paths.today(), label: 'app:today.title', icon: SunMedium, group: 'today' };

export function useRooms(): NavItem[] {
  const { permissions } = useProfile();
  return [todayItem, ...modules.flatMap((module) => module.nav ?? [])].filter((item) => mayEnter(item, permissions));
}

/** At 200 % zoom (under 900 px) the icons stay; their words are then names for screen readers and tooltips. */
const wide = { xs: 'none', md: 'block' } as const;

/** The rooms this person may enter, grouped by the work; at the foot, how fresh the last backup is. */
export function Rail() {
  const { t } = useTranslation('app');
  const rooms = useRooms();
  const titles: Record<NavGroup, string | null> = {
    today: null,
    preparation: t('nav.preparation'),
    support: t('nav.support'),
    papers: t('nav.papers'),
    system: t('nav.system'),
  };
  return (
    <Box
      component="aside"
      sx={{
        backgroundColor: 'paperInk.rail',
        borderRight: 1,
        borderColor: 'divider',
        display: 'flex',
        flexDirection: 'column',
        px: { xs: 0.75, md: 1.25 },
        pb: 1.5,
        minHeight: 0,
        overflowX: 'hidden',
        overflowY: 'auto',
      }}
    >
      <Box sx={{ height: 52, flex: 'none', display: 'flex', alignItems: 'center', px: 1.25, overflow: 'hidden' }}>
        <Mark />
      </Box>
      <Box component="nav" aria-label={t('nav.label')} sx={{ mt: 0.75 }}>
        {NAV_GROUPS.map((group) => {
          const items = rooms.filter((room) => room.group === group).sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
          if (items.length === 0) return null;
          const title = titles[group];
          return (
            <Box key={group} component="section" aria-label={title ?? undefined}>
              {title && (
                <Typography variant="caption" component="div" sx={{ display: wide, color: 'paperInk.ink3', px: 1.25, pt: 1.75, pb: 0.5 }}>
                  {title}
                </Typography>
              )}
              {items.map((item) => (
                <Room key={item.to} item={item} />
              ))}
            </Box>
          );
        })}
      </Box>
      <BackupLine />
    </Box>
  );
}

function Room({ item }: { item: NavItem }) {
  const { t } = useTranslation();
  const Icon = item.icon;
  return (
    <Box
      component={NavLink}
      to={item.to}
      end={item.to === '/'}
      aria-label={t(item.label)}
      title={t(item.label)}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.25,
        height: 34,
        px: 1.25,
        borderRadius: '6px',
        color: 'text.secondary',
        textDecoration: 'none',
        fontSize: 14.5,
        '& svg': { color: 'paperInk.ink3', flex: 'none' },
        '&:hover': { color: 'text.primary' },
        '&.active': { backgroundColor: 'primary.light', color: 'text.primary', fontWeight: 500, '& svg': { color: 'primary.main' } },
      }}
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden />
      <Box component="span" sx={{ display: wide, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {t(item.label)}
      </Box>
    </Box>
  );
}

function BackupLine() {
  const { t } = useTranslation('app');
  const format = useFormat();
  const { lastBackupAt } = useProfile();
  const days = lastBackupAt ? daysBetween(asDate(lastBackupAt), today()) : null;
  const stale = days === null || days > 7;
  const text = lastBackupAt
    ? t('backup.made', {
        when: days !== null && days <= 1 ? `${format.relative(lastBackupAt)}, ${timeOf(lastBackupAt)}` : format.relative(lastBackupAt),
      })
    : t('backup.never');
  return (
    <Box
      sx={{ mt: 'auto', px: 1.25, pt: 2, display: 'flex', gap: 1, fontSize: 12, lineHeight: '16px', color: stale ? 'warning.main' : 'paperInk.ink3' }}
    >
      <HardDrive size={15} strokeWidth={1.75} aria-hidden style={{ flex: 'none' }} />
      <Box component="span" sx={{ display: wide }}>
        {text}
      </Box>
    </Box>
  );
}
