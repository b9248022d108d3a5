import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Shell } from './shell/shell';
import { ClinicalBirth } from './session/clinical-birth';
import { SetUp } from './session/set-up';
import { SignIn } from './session/sign-in';
import { useSession } from './session/session-context';
import { TroubleScreen } from './session/trouble-screen';

/**
 *   empty -> set-up -> records key -> shell        locked -> sign-in -> (first psychologist: clinical key) -> shell
 *   trouble -> what is safe, what to do (never "delete")
 */
export function Gate() {
  useTranslation();
  const { status, profile } = useSession();
  // The wizard goes on after the sign-in that it causes: the key sheet belongs to the same sitting.
  const [settingUp, setSettingUp] = useState(status.state === 'empty');
  const [putOff, setPutOff] = useState(false);
  if (settingUp)
    return (
      <SetUp
        onDone={() => {
          setSettingUp(false);
        }}
      />
    );
  if (!profile) return status.state === 'trouble' ? <TroubleScreen /> : <SignIn />;
  if (profile.clinical === 'to-be-born' && !putOff)
    return (
      <ClinicalBirth
        onLater={() => {
          setPutOff(true);
        }}
      />
    );
  return <Shell />;
}
