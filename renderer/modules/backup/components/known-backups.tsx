import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import { api } from '../../../lib/client';
import { useErrorText } from '../../../lib/error-text';
import { useFormat } from '../../../lib/format';
import { useAsk } from '../../../lib/query';
import { useJob } from '../../../lib/use-job';
import { Answer, EmptyState, ProgressBar, StatusChip } from '../../../ui';
import { CheckedFacts } from './checked-facts';
import { DrillDialog } from './drill-dialog';

type Known = Output<'backup.list'>[number];

function BackupRow({ backup }: { backup: Known }) {
  const { t } = useTranslation('backup');
  const format = useFormat();
  const sentence = useErrorText();
  const job = useJob();
  const [checked, setChecked] = useState<Output<'backup.verify'> | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [drilling, setDrilling] = useState(false);
  const verify = () => {
    setChecked(null);
    setFailure(null);
    job.run((jobId) => api.backup.verify({ file: backup.file }, { jobId })).then(setChecked, setFailure);
  };
  const when = format.dateTime(backup.madeAt);
  return (
    <Box component="li" sx={{ py: 1.25, borderTop: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="subtitle1">
            {when}, {format.size(backup.size)}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {backup.file}
          </Typography>
        </Box>
        {!backup.isThere && <StatusChip plain tone="mute" word={t('list.gone')} />}
        {backup.isThere && !backup.opensWithCurrentSheet && <StatusChip plain tone="warn" word={t('list.oldSheet')} />}
        {backup.isThere && !job.progress && (
          <>
            <Button size="small" variant="outlined" onClick={verify} aria-label={`${t('verify.action')}: ${when}`}>
              {t('verify.action')}
            </Button>
            <Button
              size="small"
              onClick={() => {
                setDrilling(true);
              }}
              aria-label={`${t('drill.action')}: ${when}`}
            >
              {t('drill.action')}
            </Button>
          </>
        )}
      </Box>
      {job.progress && (
        <Box sx={{ mt: 1 }}>
          <ProgressBar label={t('verify.running')} progress={job.progress} onCancel={job.cancel} />
        </Box>
      )}
      {checked && <CheckedFacts title={t('verify.done')} checked={checked} />}
      {failure !== null && (
        <Typography role="alert" variant="body2" sx={{ color: 'error.main', mt: 1 }}>
          {sentence(failure)}
        </Typography>
      )}
      {drilling && (
        <DrillDialog
          file={backup.file}
          onClose={() => {
            setDrilling(false);
          }}
        />
      )}
    </Box>
  );
}

export function KnownBackups() {
  const { t } = useTranslation('backup');
  const list = useAsk('backup.list', {});
  return (
    <Answer of={list} rows={2}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>
        ) : (
          <Box component="ul">
            {rows.map((backup) => (
              <BackupRow key={backup.id} backup={backup} />
            ))}
          </Box>
        )
      }
    </Answer>
  );
}
