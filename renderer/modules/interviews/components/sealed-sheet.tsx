import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The violet sheet: what stands on it opens with the psychologist's key only, and it says so. */
export function SealedSheet({ children }: { children: ReactNode }) {
  const { t } = useTranslation('interviews');
  return (
    <Box sx={{ backgroundColor: 'seal.light', borderRadius: '8px', minWidth: 0 }}>
      <Box
        sx={{
          display: 'flex',
          gap: 1,
          alignItems: 'center',
          color: 'seal.main',
          px: 2.5,
          py: 1.25,
          borderBottom: 1,
          borderColor: 'divider',
          flexWrap: 'wrap',
        }}
      >
        <LockKeyhole size={17} strokeWidth={1.75} aria-hidden />
        <Typography sx={{ fontWeight: 500, flex: 1 }}>{t('sealed')}</Typography>
        <Typography variant="body2" sx={{ color: 'inherit' }}>
          {t('sealedFrom')}
        </Typography>
      </Box>
      <Box sx={{ px: 2.5, py: 2 }}>{children}</Box>
    </Box>
  );
}
