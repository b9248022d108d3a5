import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { z } from 'zod';
import { SignInName } from '../../../shared/modules/session/session.model';
import { api } from '../../lib/client';
import { useErrorText } from '../../lib/error-text';
import { paths } from '../../lib/paths';
import { FieldGrid, TextAreaField, TextField, useAppForm, useSubmit, type AppForm } from '../../ui';
import { newPassword, passwordField, samePasswords } from './new-password';
import { PasswordField } from './password-input';
import { useSession } from './session-context';

export function SignInHelp({ onCode, onRecovery, onBack }: { onCode: () => void; onRecovery: () => void; onBack: () => void }) {
  const { t } = useTranslation('app');
  return (
    <Box>
      <Typography variant="h1">{t('help.title')}</Typography>
      <Typography sx={{ color: 'text.secondary', mt: 1 }}>{t('help.intro')}</Typography>
      <Box
        component="ul"
        sx={{
          mt: 2,
          '& > li': { borderTop: 1, borderColor: 'divider', py: 1.5 },
          '& > li:last-of-type': { borderBottom: 1, borderColor: 'divider' },
        }}
      >
        <Way title={t('help.forgottenTitle')} text={t('help.forgottenText')} />
        <Way
          title={t('help.codeTitle')}
          text={t('help.codeText')}
          action={
            <Button size="small" variant="outlined" onClick={onCode}>
              {t('help.codeAction')}
            </Button>
          }
        />
        <Way
          title={t('help.sheetTitle')}
          text={t('help.sheetText')}
          action={
            <Button size="small" variant="outlined" onClick={onRecovery}>
              {t('help.sheetAction')}
            </Button>
          }
        />
        <Way
          title={t('help.backupTitle')}
          text={t('help.backupText')}
          action={
            <Button size="small" variant="outlined" component={RouterLink} to={paths.restore()}>
              {t('help.backupAction')}
            </Button>
          }
        />
      </Box>
      <Back onBack={onBack} />
    </Box>
  );
}

function Way({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
      <Box sx={{ flex: 1 }}>
        <Typography variant="subtitle1">{title}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {text}
        </Typography>
      </Box>
      {action}
    </Box>
  );
}

function Back({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('app');
  return (
    <Typography sx={{ mt: 2 }}>
      <Link component="button" type="button" variant="body2" onClick={onBack}>
        {t('help.back')}
      </Link>
    </Typography>
  );
}

const CodeSchema = z.object({ name: SignInName, code: z.string().trim().min(4).max(80), ...newPassword }).superRefine(samePasswords);
const RecoverySchema = z.object({ recoveryKey: z.string().trim().min(10).max(400), name: SignInName, ...newPassword }).superRefine(samePasswords);

/** The way in for somebody invited, or after an administrator reset the password. */
export function OneTimeCodeForm({ name, onBack }: { name: string; onBack: () => void }) {
  const { t } = useTranslation('app');
  const { enter } = useSession();
  const form = useAppForm(CodeSchema, { name, code: '', password: '', repeat: '' });
  return (
    <DoorForm
      form={form}
      title={t('code.title')}
      intro={t('code.intro')}
      action={t('code.action')}
      onBack={onBack}
      onSave={async (values) => {
        enter(await api.session.acceptInvitation({ name: values.name, code: values.code, password: values.password }));
      }}
    >
      <TextField name="name" label={t('code.name')} span={12} />
      <TextField name="code" label={t('code.code')} help={t('code.codeHelp')} span={12} autoFocus />
      <PasswordField name="password" label={t('password.new')} help={t('password.rule')} />
      <PasswordField name="repeat" label={t('password.repeat')} />
    </DoorForm>
  );
}

/** The director's paper opens the records when nobody remembers a password. */
export function RecoveryForm({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('app');
  const { enter } = useSession();
  const form = useAppForm(RecoverySchema, { recoveryKey: '', name: '', password: '', repeat: '' });
  return (
    <DoorForm
      form={form}
      title={t('recovery.openTitle')}
      intro={t('recovery.openIntro')}
      action={t('recovery.openAction')}
      onBack={onBack}
      onSave={async (values) => {
        enter(await api.session.recover({ recoveryKey: values.recoveryKey, name: values.name, password: values.password }));
      }}
    >
      <TextAreaField name="recoveryKey" label={t('recovery.key')} help={t('recovery.keyHelp')} rows={3} />
      <TextField name="name" label={t('recovery.administrator')} help={t('recovery.administratorHelp')} span={12} />
      <PasswordField name="password" label={t('password.new')} help={t('password.rule')} />
      <PasswordField name="repeat" label={t('password.repeat')} />
    </DoorForm>
  );
}

/** A refusal finds the field it speaks of: the code, the sheet, the password. */
const fieldOf = (code: string): never =>
  (passwordField(code) ?? (code.startsWith('RECOVERY.') ? 'recoveryKey' : code.startsWith('INVITATION.') ? 'code' : undefined)) as never;

function DoorForm<I extends Record<string, unknown>, O extends Record<string, unknown>>({
  form,
  title,
  intro,
  action,
  onSave,
  onBack,
  children,
}: {
  form: AppForm<I, O>;
  title: string;
  intro: string;
  action: string;
  onSave: (values: O) => Promise<void>;
  onBack: () => void;
  children: ReactNode;
}) {
  const sentence = useErrorText();
  const { t } = useTranslation('app');
  const [save] = useState(() => onSave);
  const { submit, busy, error } = useSubmit(form, save, fieldOf);
  return (
    <FormProvider {...form}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Typography variant="h1">{title}</Typography>
        <Typography sx={{ color: 'text.secondary', mt: 1, mb: 2.5 }}>{intro}</Typography>
        <FieldGrid>{children}</FieldGrid>
        {error !== null && (
          <Typography role="alert" sx={{ color: 'error.main', mt: 2 }}>
            {sentence(error)}
          </Typography>
        )}
        <Box sx={{ mt: 2.5, display: 'flex', gap: 1 }}>
          <Button type="submit" variant="contained" disabled={busy}>
            {busy ? t('door.opening') : action}
          </Button>
        </Box>
        <Back onBack={onBack} />
      </form>
    </FormProvider>
  );
}
