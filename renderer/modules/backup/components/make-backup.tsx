import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Output } from '../../../../shared/contract/api';
import { ownPasswordField } from '../../../app/session/new-password';
import { PasswordField } from '../../../app/session/password-input';
import { useSession } from '../../../app/session/session-context';
import { api } from '../../../lib/client';
import { useErrorText } from '../../../lib/error-text';
import { useFormat } from '../../../lib/format';
import { useJob } from '../../../lib/use-job';
import { Banner, FieldGrid, ProgressBar, useAppForm, useSubmit } from '../../../ui';
import { FolderBrowser, useSuggestedFolder } from './folder-browser';

const Schema = z.object({ password: z.string().min(1).max(512) });

/** Where to, the person's own password, and the work with a way to stop it. */
export function MakeBackup() {
  const { t } = useTranslation('backup');
  const format = useFormat();
  const sentence = useErrorText();
  const client = useQueryClient();
  const { refreshProfile } = useSession();
  const job = useJob();
  const suggested = useSuggestedFolder();
  const [chosen, setChosen] = useState<string | null>(null);
  const [made, setMade] = useState<Output<'backup.make'> | null>(null);
  const form = useAppForm(Schema, { password: '' });
  const folder = chosen ?? suggested;
  const { submit, busy, error } = useSubmit(
    form,
    async ({ password }) => {
      setMade(null);
      setMade(await job.run((jobId) => api.backup.make({ folder, password }, { jobId })));
      form.reset();
      await Promise.all([
        client.invalidateQueries({ queryKey: ['backup'] }),
        client.invalidateQueries({ queryKey: ['settings', 'today'] }),
        refreshProfile(),
      ]);
    },
    ownPasswordField,
  );
  return (
    <FormProvider {...form}>
      <Box
        component="form"
        noValidate
        aria-label={t('make.title')}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        <FieldGrid>
          <FolderBrowser source="backup" folder={folder === '' ? null : folder} onFolder={setChosen} />
          <PasswordField name="password" label={t('make.password')} help={t('make.passwordHelp')} fresh={false} span={6} />
        </FieldGrid>
        <Box sx={{ mt: 2, minHeight: 36 }}>
          {job.progress ? (
            <ProgressBar label={t('make.running')} progress={job.progress} note={t('make.note')} onCancel={job.cancel} />
          ) : (
            <Button type="submit" variant="contained" disabled={busy || folder === ''}>
              {t('make.action')}
            </Button>
          )}
        </Box>
        {error !== null && (
          <Typography role="alert" sx={{ color: 'error.main', mt: 1.5 }}>
            {sentence(error)}
          </Typography>
        )}
      </Box>
      {made && (
        <Box sx={{ mt: 2 }}>
          <Banner tone="ok" title={t('make.done', { size: format.size(made.size) })}>
            <span style={{ overflowWrap: 'anywhere' }}>{made.file}</span>
            <span style={{ display: 'block' }}>{t('make.carry')}</span>
          </Banner>
        </Box>
      )}
    </FormProvider>
  );
}
