import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupSessionRecord } from '../../../../shared/modules/art-therapy/observation.model';

/** What a signature waits for, child by child. */
export function Blockers({ record, onClose }: { record: GroupSessionRecord; onClose: () => void }) {
  const { t } = useTranslation('art-therapy');
  const id = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="xs" fullWidth>
      <DialogTitle id={id}>{t('session.notReady')}</DialogTitle>
      <DialogContent>
        <Box component="ul" sx={{ display: 'grid', gap: 0.5, listStyle: 'disc', pl: 2.5, pt: 0.5 }}>
          {record.blockers.map(({ code, childId, params }) => {
            const name = record.observations.find((one) => one.childId === childId)?.name ?? '';
            return (
              <li key={`${code}/${childId ?? ''}`}>
                {name !== '' && <span data-private>{`${name}: `}</span>}
                {t(`blocker.${code.split('.')[1] ?? ''}`, params)}
              </li>
            );
          })}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {t('session.understood')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
