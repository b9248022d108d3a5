import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import Box from '@mui/material/Box';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import { api } from '../../../lib/client';
import { useErrorText } from '../../../lib/error-text';
import { useJob } from '../../../lib/use-job';
import { isWireError } from '../../../lib/wire-error';
import { ProgressBar } from '../../../ui';
import { CheckedFacts } from './checked-facts';
import { emptySheet, isWhole, SheetCells, sheetText } from './sheet-cells';

/** A rehearsal with the paper in hand: the backup is opened as it would be on the worst day, checked, and cleared away. */
export function DrillDialog({ file, onClose }: { file: string; onClose: () => void }) {
  const { t } = useTranslation('backup');
  const sentence = useErrorText();
  const client = useQueryClient();
  const id = useId();
  const job = useJob();
  const [groups, setGroups] = useState(emptySheet);
  const [failure, setFailure] = useState<unknown>(null);
  const [checked, setChecked] = useState<Output<'backup.drill'> | null>(null);
  const run = () => {
    setFailure(null);
    job
      .run((jobId) => api.backup.drill({ file, recoveryKey: sheetText(groups) }, { jobId }))
      .then((answer) => {
        setChecked(answer);
        setGroups(emptySheet());
        void client.invalidateQueries({ queryKey: ['backup'] });
      }, setFailure);
  };
  const wrong = isWireError(failure) ? Number(failure.params['group']) : undefined;
  return (
    <Dialog
      open
      onClose={() => {
        if (!job.progress) onClose();
      }}
      aria-labelledby={id}
      maxWidth="md"
      fullWidth
    >
      <DialogTitle id={id}>{t('drill.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('drill.intro')}</Typography>
        {checked ? (
          <CheckedFacts title={t('drill.done')} checked={checked} />
        ) : (
          <SheetCells label={t('sheet.label')} groups={groups} wrong={wrong} onChange={setGroups} />
        )}
        {job.progress && (
          <Box sx={{ mt: 2 }}>
            <ProgressBar label={t('drill.running')} progress={job.progress} onCancel={job.cancel} />
          </Box>
        )}
        {failure !== null && (
          <Typography role="alert" variant="body2" sx={{ color: 'error.main', mt: 1.5 }}>
            {sentence(failure)}
          </Typography>
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" disabled={job.progress !== null} onClick={onClose}>
          {t('close')}
        </Button>
        {!checked && (
          <Button variant="contained" disabled={!isWhole(groups) || job.progress !== null} onClick={run}>
            {t('drill.start')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
