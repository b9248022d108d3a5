import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordHeader } from '../../../../shared/modules/clinical/clinical.model';
import { useFormat } from '../../../lib/format';
import { StatusChip } from '../../../ui';

/** The violet sheet of a record that only the psychologist's key opens. */
export function RecordSheet({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  const { t } = useTranslation('assessments');
  return (
    <Box sx={{ backgroundColor: 'seal.light', borderRadius: '8px', mb: 2.5, minWidth: 0 }}>
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
        <Typography sx={{ fontWeight: 500, flex: 1 }}>{t('projective.sealed')}</Typography>
        {actions}
      </Box>
      <Box sx={{ px: 2.5, py: 2, display: 'grid', gap: 2.5, gridTemplateColumns: 'minmax(0, 1fr)', '&&& > section + section': { mt: 0 } }}>
        {children}
      </Box>
    </Box>
  );
}

/** Draft, or signed by whom and when. */
export function SignedLine({ header }: { header: RecordHeader }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  if (header.state === 'draft') return <StatusChip plain tone="mute" word={t('projective.draftBy', { name: header.authorName })} />;
  const date = header.signedAt === null ? '' : format.date(header.signedAt);
  return <StatusChip plain tone="seal" word={t('projective.signedBy', { name: header.authorName, date })} />;
}

/** A heading and the words under it, as they were written, with their lines. Nothing where nothing was written. */
export function WrittenWords({ title, children }: { title: ReactNode; children: string }) {
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
