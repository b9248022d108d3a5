import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Content that only the psychologist's key opens stands on the violet sheet, and says so above. */
export function SealedSheet({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  const { t } = useTranslation('sessions');
  return (
    <Box sx={{ backgroundColor: 'seal.light', borderRadius: '8px', mb: 2.5 }}>
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
        {actions}
      </Box>
      <Box sx={{ px: 2.5, py: 2, display: 'grid', gap: 2.5, gridTemplateColumns: 'minmax(0, 1fr)', '&&& > section + section': { mt: 0 } }}>
        {children}
      </Box>
    </Box>
  );
}

/** A heading and the words under it, as they were written, with their lines. Nothing where nothing was written. */
export function Words({ title, children }: { title: ReactNode; children: string }) {
  if (children.trim() === '') return null;
  return (
    <Box>
      <Typography variant="subtitle1" component="h3" sx={{ mb: 0.25 }}>
        {title}
      </Typography>
      <Typography data-private sx={{ whiteSpace: 'pre-line', maxWidth: 760, overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
  );
}
