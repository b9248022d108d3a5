import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import MuiTextField from '@mui/material/TextField';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Language, LANGUAGES } from '../../../shared/kernel/roles';
import { newPassword, samePasswords } from '../../app/session/new-password';
import { PasswordField } from '../../app/session/password-input';
import { useSession } from '../../app/session/session-context';
import { api } from '../../lib/client';
import { useErrorText } from '../../lib/error-text';
import { setLanguage } from '../../lib/i18n';
import { useProfile } from '../../lib/profile';
import { FieldGrid, NumberField, Page, PageHeader, Section, SelectField, useAppForm, useCrumbs, useSubmit, useToast } from '../../ui';

const Preferences = z.object({ language: Language, idleMinutes: z.number().int().min(1).max(60) });
const Change = z.object({ current: z.string().min(1).max(512), ...newPassword }).superRefine(samePasswords);

/** One's own: language, look, idle time, password. */
export function PreferencesPage() {
  const { t } = useTranslation('settings');
  useCrumbs([{ label: t('title') }]);
  return (
    <Page>
      <PageHeader title={t('title')} />
      <Box sx={{ maxWidth: 620 }}>
        <Own />
        <Look />
        <PasswordChange />
      </Box>
    </Page>
  );
}

function Own() {
  const { t } = useTranslation('settings');
  const profile = useProfile();
  const { refreshProfile } = useSession();
  const toast = useToast();
  const sentence = useErrorText();
  const form = useAppForm(Preferences, { language: profile.language, idleMinutes: profile.idleMinutes });
  const { submit, busy, error } = useSubmit(form, async (values) => {
    await api.settings.savePreferences(values);
    await refreshProfile();
    await setLanguage(values.language);
    form.reset(values);
    toast.show(t('saved'));
  });
  return (
    <FormProvider {...form}>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Section title={t('own')}>
          <FieldGrid>
            <SelectField
              name="language"
              label={t('language')}
              options={LANGUAGES.map((value) => ({ value, label: t(`app:languageOwn.${value}`) }))}
            />
            <NumberField name="idleMinutes" label={t('idle')} help={t('idleHelp')} span={6} />
          </FieldGrid>
          {error !== null && (
            <Box role="alert" sx={{ color: 'error.main', mt: 1 }}>
              {sentence(error)}
            </Box>
          )}
          <Button type="submit" variant="contained" disabled={busy || !form.formState.isDirty} sx={{ mt: 2 }}>
            {t('save')}
          </Button>
        </Section>
      </Box>
    </FormProvider>
  );
}

const MODES = ['system', 'light', 'dark'] as const;

function Look() {
  const { t } = useTranslation('settings');
  const { mode, setMode } = useColorScheme();
  return (
    <Box sx={{ mt: 3 }}>
      <Section title={t('look')} ruled>
        <MuiTextField
          select
          label={t('theme')}
          value={mode ?? 'system'}
          onChange={(event) => {
            setMode(event.target.value as (typeof MODES)[number]);
          }}
          sx={{ width: 302 }}
        >
          {MODES.map((value) => (
            <MenuItem key={value} value={value}>
              {t(`mode.${value}`)}
            </MenuItem>
          ))}
        </MuiTextField>
      </Section>
    </Box>
  );
}

const fieldOf = (code: string) => (code === 'PASSWORD.WRONG' ? 'current' : code.startsWith('PASSWORD.') ? 'password' : undefined);

function PasswordChange() {
  const { t } = useTranslation('settings');
  const toast = useToast();
  const sentence = useErrorText();
  const form = useAppForm(Change, { current: '', password: '', repeat: '' });
  const { submit, busy, error } = useSubmit(
    form,
    async (values) => {
      await api.session.changePassword({ current: values.current, next: values.password });
      form.reset({ current: '', password: '', repeat: '' });
      toast.show(t('passwordChanged'));
    },
    fieldOf,
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
        sx={{ mt: 3 }}
      >
        <Section title={t('password')} ruled>
          <FieldGrid>
            <PasswordField name="current" label={t('current')} fresh={false} />
            <Box sx={{ gridColumn: 'span 6' }} />
            <PasswordField name="password" label={t('app:password.new')} help={t('app:password.rule')} />
            <PasswordField name="repeat" label={t('app:password.repeat')} />
          </FieldGrid>
          {error !== null && (
            <Box role="alert" sx={{ color: 'error.main', mt: 1 }}>
              {sentence(error)}
            </Box>
          )}
          <Button type="submit" variant="outlined" disabled={busy} sx={{ mt: 2 }}>
            {t('change')}
          </Button>
        </Section>
      </Box>
    </FormProvider>
  );
}
