import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/client';
import { useErrorText } from '../../lib/error-text';
import { WizardFrame } from './frame';
import { RecoveryStep } from './recovery-step';
import { useSession } from './session-context';
import { BirthStep } from './set-up-last-steps';

/** The first psychologist's first session: the vault of clinical records and its paper key are born here, and nowhere else. */
export function ClinicalBirth({ onLater }: { onLater: () => void }) {
  const { t } = useTranslation('app');
  const sentence = useErrorText();
  const { refreshProfile } = useSession();
  const [at, setAt] = useState(0);
  const [confirmed, setConfirmed] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);
  const make = async () => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setError(null);
    try {
      await api.session.createClinicalVault({});
      setAt(1);
    } catch (failure) {
      setError(failure);
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };
  const finish = () => {
    refreshProfile().catch(setError);
  };
  const foot =
    at === 0 ? (
      <>
        <Button
          variant="contained"
          disabled={busy}
          onClick={() => {
            void make();
          }}
        >
          {busy ? t('setup.making') : t('clinical.make')}
        </Button>
        <Button variant="outlined" onClick={onLater}>
          {t('clinical.later')}
        </Button>
      </>
    ) : (
      <>
        <Button variant="contained" disabled={!confirmed} onClick={finish}>
          {t('setup.start')}
        </Button>
        {!confirmed && (
          <>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('setup.waits')}
            </Typography>
            <Button color="inherit" sx={{ ml: 'auto', color: 'text.secondary' }} onClick={finish}>
              {t('setup.later')}
            </Button>
          </>
        )}
      </>
    );
  return (
    <WizardFrame
      steps={[t('clinical.stepAbout'), t('clinical.stepPaper')]}
      current={at}
      title={t(at === 0 ? 'clinical.title' : 'clinical.paperTitle')}
      intro={t(at === 0 ? 'clinical.intro' : 'clinical.paperIntro')}
      foot={foot}
    >
      {at === 0 ? (
        <BirthStep />
      ) : (
        <RecoveryStep
          which="clin"
          confirmed={confirmed}
          onConfirmed={() => {
            setConfirmed(true);
          }}
        />
      )}
      {error !== null && (
        <Typography role="alert" sx={{ color: 'error.main', mt: 2 }}>
          {sentence(error)}
        </Typography>
      )}
    </WizardFrame>
  );
}
