import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { LucideIcon } from 'lucide-react';
import { BellRing, CircleCheck, Info, LockKeyhole, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { INKS } from './tone';

type BannerTone = 'info' | 'ok' | 'warn' | 'alarm' | 'seal';

const ICONS: Record<BannerTone, LucideIcon> = { info: Info, ok: CircleCheck, warn: TriangleAlert, alarm: BellRing, seal: LockKeyhole };

interface BannerProps {
  tone?: BannerTone;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  icon?: LucideIcon;
}

/** One bar of colour: an icon, a sentence, an action. An alarm brings its own filled button. */
export function Banner({ tone = 'info', title, children, actions, icon }: BannerProps) {
  const Icon = icon ?? ICONS[tone];
  return (
    <Box
      role={tone === 'alarm' ? 'alert' : 'status'}
      sx={{ display: 'flex', gap: 1.75, alignItems: 'flex-start', borderRadius: '8px', px: 2, py: 1.625, backgroundColor: INKS[tone].ground }}
    >
      <Box component="span" sx={{ color: INKS[tone].text, mt: '1px', flex: 'none', display: 'flex' }}>
        <Icon size={20} strokeWidth={1.75} aria-hidden />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600, color: tone === 'alarm' || tone === 'seal' ? INKS[tone].text : 'text.primary' }}>{title}</Typography>
        {children && (
          <Typography component="div" sx={{ color: 'text.secondary' }}>
            {children}
          </Typography>
        )}
      </Box>
      {actions && <Box sx={{ display: 'flex', gap: 1, flex: 'none', alignSelf: 'center' }}>{actions}</Box>}
    </Box>
  );
}
