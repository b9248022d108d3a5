import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What only the psychologists' key opens stands on the violet sheet, and says so above. */
export function SealedSheet({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  const { t } = useTranslation('art-therapy');
  return (
    <Box component="section" sx={{ backgroundColor: 'seal.light', borderRadius: '8px', minWidth: 0 }}>
      <Box
        sx={{
          display: 'flex',
          gap: 1,
          alignItems: 'center',
          flexWrap: 'wrap',
          color: 'seal.main',
          px: 2.5,
          py: 1.25,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <LockKeyhole size={17} strokeWidth={1.75} aria-hidden />
        <Typography sx={{ fontWeight: 500, flex: 1 }}>{t('sealed.title')}</Typography>
        <Typography variant="body2" component="div">
          {aside ?? t('sealed.who')}
        </Typography>
      </Box>
      <Box sx={{ px: 2.5, py: 2, display: 'grid', gap: 2.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>{children}</Box>
    </Box>
  );
}

export function SheetPart({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <Box component="section">
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: 2, mb: 0.5 }}>
        <Typography variant="subtitle1" component="h2" sx={{ fontWeight: 600 }}>
          {title}
        </Typography>
        {aside}
      </Box>
      {children}
    </Box>
  );
}
