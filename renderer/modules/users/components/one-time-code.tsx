import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import { Banner } from '../../../ui';
import { useUntil } from '../person-words';

/** The code, once and large: it is read aloud or written down, and is never seen again after this window closes. */
export function OneTimeCode({ name, code, onClose }: { name: string; code: Output<'users.invite'>; onClose: () => void }) {
  const { t } = useTranslation('users');
  const until = useUntil();
  const id = useId();
  return (
    <Dialog open aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id}>{t('code.title', { name })}</DialogTitle>
      <DialogContent>
        <Box sx={{ textAlign: 'center', py: 3, borderTop: 1, borderBottom: 1, borderColor: 'divider', mb: 2 }}>
          <Typography
            component="p"
            sx={{
              fontSize: 26,
              lineHeight: '38px',
              fontWeight: 600,
              letterSpacing: '.03em',
              fontVariantNumeric: 'tabular-nums',
              userSelect: 'all',
              overflowWrap: 'anywhere',
            }}
          >
            {code.code}
          </Typography>
          <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>{t('code.until', { when: until(code.until) })}</Typography>
        </Box>
        <Banner tone="warn" title={t('code.inPerson')}>
          {t('code.how')}
        </Banner>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
          {t('code.once')}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {t('code.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
