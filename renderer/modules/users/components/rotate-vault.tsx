import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ownPasswordField } from '../../../app/session/new-password';
import { PasswordField } from '../../../app/session/password-input';
import { api } from '../../../lib/client';
import { useJob } from '../../../lib/use-job';
import { FormDialog, ProgressBar, useAppForm, useToast } from '../../../ui';

type Vault = 'records' | 'clinical';

const Schema = z.object({ password: z.string().min(1).max(512) });

/** Stays open while the work runs: a refused password is answered at its field, and the way to stop is where the start was. */
function RotateDialog({ vault, onClose }: { vault: Vault; onClose: () => void }) {
  const { t } = useTranslation('users');
  const toast = useToast();
  const job = useJob();
  const form = useAppForm(Schema, { password: '' });
  return (
    <FormDialog
      open
      form={form}
      fieldOfCode={ownPasswordField}
      title={t(`rotate.ask.${vault}`)}
      intro={t('rotate.askText')}
      saveLabel={t('rotate.start')}
      onClose={job.progress ? job.cancel : onClose}
      onSave={async ({ password }) => {
        await job.run((jobId) => api.users.rotate({ vault, password }, { jobId }));
        toast.show(t('rotate.done'));
      }}
    >
      <PasswordField name="password" label={t('ownPassword')} fresh={false} span={12} autoFocus />
      {job.progress && (
        <Box sx={{ gridColumn: '1 / -1' }}>
          <ProgressBar label={t('rotate.running')} progress={job.progress} note={t('rotate.note')} />
        </Box>
      )}
    </FormDialog>
  );
}

/** Another key for a vault: everything is written anew, so it takes minutes; until the last step the old key stays in force. */
export function RotateVault({ vault }: { vault: Vault }) {
  const { t } = useTranslation('users');
  const [asking, setAsking] = useState(false);
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 2,
        alignItems: 'flex-start',
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: 1 }}>
        <Typography variant="subtitle1">{t(`rotate.name.${vault}`)}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(`rotate.when.${vault}`)}
        </Typography>
      </Box>
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
      {asking && (
        <RotateDialog
          vault={vault}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </Box>
  );
}
