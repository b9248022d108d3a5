import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/client';
import { useErrorText } from '../../lib/error-text';
import { currentLanguage } from '../../lib/i18n';
import { useAppForm, useSubmit } from '../../ui';
import { WizardFrame } from './frame';
import { passwordField } from './new-password';
import { RecoveryStep } from './recovery-step';
import { useSession } from './session-context';
import { AdministratorStep, LanguageStep, OrganisationStep, RulesStep } from './set-up-steps';
import { SetUpSchema, STEP_FIELDS, type SetUpValues } from './set-up.form';
import { BackupStep, ClinicalStep } from './set-up-last-steps';

const STEPS = ['language', 'organisation', 'rules', 'administrator', 'recordsKey', 'clinicalKey', 'backup'] as const;
type StepName = (typeof STEPS)[number];

const DEFAULTS: SetUpValues = {
  nameRu: '',
  nameKk: '',
  jurisdiction: 'kz',
  programmeName: '',
  minAge: 10,
  maxAge: 18,
  ageRule: 'warn',
  workingLanguages: ['ru', 'kk'],
  name: '',
  password: '',
  repeat: '',
};

/**
 *   language -> organisation -> rules -> administrator --setUp--> records key (paper) -> clinical key (told) -> backup (reminded)
 * Up to the fourth step nothing exists and every step can be gone back to; from the fifth on the records exist.
 */
export function SetUp({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('app');
  const sentence = useErrorText();
  const { profile, enter, refreshProfile } = useSession();
  const [at, setAt] = useState(0);
  const [confirmed, setConfirmed] = useState(false);
  const form = useAppForm(SetUpSchema, DEFAULTS);
  const { submit, busy, error } = useSubmit(
    form,
    async ({ name, password, repeat: _, ...organisation }) => {
      enter(await api.session.setUp({ language: currentLanguage(), organisation, administrator: { name, password } }));
    },
    passwordField,
  );
  const step: StepName = STEPS[at] ?? 'language';
  const next = async () => {
    if (step === 'administrator') {
      if (await submit()) setAt(at + 1);
      return;
    }
    if (step === 'backup') {
      await refreshProfile().catch(() => undefined);
      onDone();
      return;
    }
    const fields = STEP_FIELDS[step];
    if (!fields || (await form.trigger([...fields], { shouldFocus: true }))) setAt(at + 1);
  };
  const waits = step === 'recordsKey' && !confirmed;
  const foot = (
    <>
      {at > 0 && (profile === null || at > 5) && (
        <Button
          variant="outlined"
          onClick={() => {
            setAt(at - 1);
          }}
        >
          {t('setup.back')}
        </Button>
      )}
      <Button
        variant="contained"
        disabled={busy || waits}
        onClick={() => {
          void next();
        }}
      >
        {busy ? t('setup.making') : t(step === 'backup' ? 'setup.start' : 'setup.next')}
      </Button>
      {waits && (
        <>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('setup.waits')}
          </Typography>
          <Button
            color="inherit"
            sx={{ ml: 'auto', color: 'text.secondary' }}
            onClick={() => {
              setAt(at + 1);
            }}
          >
            {t('setup.later')}
          </Button>
        </>
      )}
      {error !== null && (
        <Typography role="alert" variant="body2" sx={{ color: 'error.main' }}>
          {sentence(error)}
        </Typography>
      )}
    </>
  );
  return (
    <FormProvider {...form}>
      <WizardFrame
        steps={STEPS.map((name) => t(`setup.step.${name}`))}
        current={at}
        note={t(profile ? 'setup.noteMade' : 'setup.note')}
        title={t(`setup.title.${step}`)}
        intro={t(`setup.intro.${step}`)}
        foot={foot}
      >
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!waits) void next();
          }}
        >
          {step === 'language' && <LanguageStep />}
          {step === 'organisation' && <OrganisationStep />}
          {step === 'rules' && <RulesStep />}
          {step === 'administrator' && <AdministratorStep />}
          {/* Enter in a field goes on; the visible button stands outside the form. */}
          <button type="submit" hidden aria-hidden tabIndex={-1} />
        </form>
        {step === 'recordsKey' && (
          <RecoveryStep
            which="org"
            confirmed={confirmed}
            onConfirmed={() => {
              setConfirmed(true);
            }}
          />
        )}
        {(step === 'recordsKey' || step === 'clinicalKey') && <ClinicalStep whole={step === 'clinicalKey'} />}
        {step === 'backup' && <BackupStep />}
      </WizardFrame>
    </FormProvider>
  );
}
