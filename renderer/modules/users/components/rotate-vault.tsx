import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { PasswordField } from '../../../app/session/password-input';
import { api } from '../../../lib/client';
import { useErrorText } from '../../../lib/error-text';
import { useJob } from '../../../lib/use-job';
import { FormDialog, ProgressBar, useAppForm, useToast } from '../../../ui';

const Schema = z.object({ password: z.string().min(1).max(512) });

function Ask({ vault, onClose, onStart }: { vault: 'records' | 'clinical'; onClose: () => void; onStart: (password: string) => void }) {
  const { t } = useTranslation('users');
  const form = useAppForm(Schema, { password: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t(`rotate.ask.${vault}`)}
      intro={t('rotate.askText')}
      saveLabel={t('rotate.start')}
      onClose={onClose}
      onSave={({ password }) => {
        onStart(password);
        return Promise.resolve();
      }}
    >
      <PasswordField name="password" label={t('ownPassword')} fresh={false} span={12} autoFocus />
    </FormDialog>
  );
}

/** Another key for a vault: everything is written anew, so it takes minutes; until the last step the old key stays in force. */
export function RotateVault({ vault }: { vault: 'records' | 'clinical' }) {
  const { t } = useTranslation('users');
  const toast = useToast();
  const sentence = useErrorText();
  const job = useJob();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const start = (password: string) => {
    setFailure(null);
    job
      .run((jobId) => api.users.rotate({ vault, password }, { jobId }))
      .then(() => {
        toast.show(t('rotate.done'));
      }, setFailure);
  };
  return (
    <Box sx={{ py: 1.5, borderTop: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1 }}>
          <Typography variant="subtitle1">{t(`rotate.name.${vault}`)}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t(`rotate.when.${vault}`)}
          </Typography>
        </Box>
        {!job.progress && (
          <Button
            variant="outlined"
            size="small"
            onClick={() => {
              setAsking(true);
            }}
            aria-label={`${t('rotate.action')}: ${t(`rotate.name.${vault}`)}`}
          >
            {t('rotate.action')}
          </Button>
        )}
      </Box>
      {job.progress && (
        <Box sx={{ mt: 1 }}>
          <ProgressBar label={t('rotate.running')} progress={job.progress} note={t('rotate.note')} onCancel={job.cancel} />
        </Box>
      )}
      {failure !== null && (
        <Typography role="alert" variant="body2" sx={{ color: 'error.main', mt: 1 }}>
          {sentence(failure)}
        </Typography>
      )}
      {asking && (
        <Ask
          vault={vault}
          onClose={() => {
            setAsking(false);
          }}
          onStart={start}
        />
      )}
    </Box>
  );
}
