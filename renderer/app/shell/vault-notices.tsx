import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { api } from '../../lib/client';
import { useProfile, type Profile } from '../../lib/profile';
import { Banner, FormDialog, useAppForm, useToast } from '../../ui';
import { EmergencyBanner } from '../psychology/emergency-banner';
import { ownPasswordField } from '../session/new-password';
import { PasswordField } from '../session/password-input';
import { useSession } from '../session/session-context';

type Vault = Profile['readOnlyVaults'][number];
const PLACE = { records: 'Records', clinical: 'Clinical' } as const;
const JOURNAL = { records: '/administration/journal', clinical: '/administration/journal/clinical' } as const;

/** Above every page, because they concern whatever is done there: a vault that is only read, a colleague's key that changed. */
export function VaultNotices() {
  const { readOnlyVaults, changedKeys, clinical } = useProfile();
  if (readOnlyVaults.length === 0 && changedKeys.length === 0 && clinical !== 'emergency') return null;
  return (
    <Box sx={{ px: 4, pt: 2, '& > * + *': { mt: 1.5 } }}>
      <EmergencyBanner />
      {readOnlyVaults.map((vault) => (
        <OlderVault key={vault} vault={vault} />
      ))}
      {changedKeys.length > 0 && <ChangedKeys names={changedKeys.map(({ name }) => name)} />}
    </Box>
  );
}

function ChangedKeys({ names }: { names: string[] }) {
  const { t } = useTranslation('app');
  return (
    <Banner
      tone="alarm"
      title={t('keyChanged.title', { names: names.join(', ') })}
      actions={
        <Button variant="contained" color="error" component={Link} to="/administration/keys">
          {t('keyChanged.action')}
        </Button>
      }
    >
      {t('keyChanged.text')}
    </Banner>
  );
}

function OlderVault({ vault }: { vault: Vault }) {
  const { t } = useTranslation('app');
  const { roles } = useProfile();
  const [asking, setAsking] = useState(false);
  const isMine = roles.includes(vault === 'records' ? 'administrator' : 'psychologist');
  return (
    <>
      <Banner
        tone="alarm"
        title={t(`older.title${PLACE[vault]}`)}
        actions={
          isMine && (
            <>
              <Button variant="contained" component={Link} to={JOURNAL[vault]}>
                {t('older.journal')}
              </Button>
              <Button
                variant="outlined"
                onClick={() => {
                  setAsking(true);
                }}
              >
                {t('older.action')}
              </Button>
            </>
          )
        }
      >
        {t('older.text')}
        {!isMine && ` ${t('older.who', { who: t(`older.who${PLACE[vault]}`) })}`}
      </Banner>
      {asking && (
        <AcceptDialog
          vault={vault}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}

const Schema = z.object({ password: z.string().min(1).max(512) });

function AcceptDialog({ vault, onClose }: { vault: Vault; onClose: () => void }) {
  const { t } = useTranslation('app');
  const { refreshProfile, refreshStatus } = useSession();
  const toast = useToast();
  const form = useAppForm(Schema, { password: '' });
  return (
    <FormDialog
      open
      dangerous
      form={form}
      fieldOfCode={ownPasswordField}
      title={t('older.confirmTitle')}
      intro={t('older.confirmText')}
      saveLabel={t('older.confirm')}
      onClose={onClose}
      onSave={async ({ password }) => {
        await api.audit.acknowledgeOlder({ vault, password });
        await Promise.all([refreshProfile(), refreshStatus()]);
        toast.show(t('older.done'));
      }}
    >
      <PasswordField name="password" label={t('older.password')} fresh={false} span={12} />
    </FormDialog>
  );
}
