import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { z } from 'zod';
import { api } from '../../lib/client';
import { paths } from '../../lib/paths';
import { useAsk } from '../../lib/query';
import { isWireError } from '../../lib/wire-error';
import { ErrorState, FieldGrid, Page, PageHeader, Skeleton, useAppForm, useCrumbs, useSubmit } from '../../ui';
import { passwordField } from './new-password';
import { PasswordField } from './password-input';
import { RecoveryStep, type Which } from './recovery-step';
import { useSession } from './session-context';

const Schema = z.object({ password: z.string().min(1).max(512) });

/** A sheet that was never confirmed, or was lost: print it while this session still has it, otherwise make a new one. */
export function RecoveryPage() {
  const { t } = useTranslation('app');
  const which: Which = useParams()['which'] === 'clin' ? 'clin' : 'org';
  const { refreshProfile } = useSession();
  const navigate = useNavigate();
  const [confirmed, setConfirmed] = useState(false);
  const challenge = useAsk('session.recoveryChallenge', { which });
  useCrumbs([{ label: t(`recovery.title.${which}`) }]);
  const absent = isWireError(challenge.error) && challenge.error.code === 'RECOVERY.NOT_AT_HAND';
  return (
    <Page>
      <PageHeader title={t(`recovery.title.${which}`)} meta={t(`recovery.what.${which}`)} />
      <Box sx={{ maxWidth: 800 }}>
        {challenge.data && (
          <RecoveryStep
            which={which}
            confirmed={confirmed}
            onConfirmed={() => {
              setConfirmed(true);
              void refreshProfile();
            }}
          />
        )}
        {absent && (
          <Renew
            which={which}
            onRenewed={() => {
              void challenge.refetch();
            }}
          />
        )}
        {challenge.error && !absent && <ErrorState error={challenge.error} />}
        {challenge.isPending && <Skeleton rows={2} />}
        {confirmed && (
          <Button
            variant="contained"
            sx={{ mt: 3 }}
            onClick={() => {
              void navigate(paths.today());
            }}
          >
            {t('recovery.done')}
          </Button>
        )}
      </Box>
    </Page>
  );
}

function Renew({ which, onRenewed }: { which: Which; onRenewed: () => void }) {
  const { t } = useTranslation('app');
  const form = useAppForm(Schema, { password: '' });
  const { submit, busy, error } = useSubmit(
    form,
    async ({ password }) => {
      await api.session.renewRecovery({ which, password });
      onRenewed();
    },
    passwordField,
  );
  return (
    <FormProvider {...form}>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        sx={{ maxWidth: 620, '& > * + *': { mt: 2 } }}
      >
        <Box sx={{ color: 'text.secondary' }}>{t('recovery.renewText')}</Box>
        <FieldGrid>
          <PasswordField name="password" label={t('password.yours')} fresh={false} span={8} />
        </FieldGrid>
        {error !== null && <ErrorState error={error} title={t('recovery.notRenewed')} />}
        <Box>
          <Button type="submit" variant="contained" disabled={busy}>
            {t('recovery.renew')}
          </Button>
        </Box>
      </Box>
    </FormProvider>
  );
}
