import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useProfile } from '../../../lib/profile';
import { DoneList, GateList, SealedArea } from '../../../ui';
import { userPaths } from '../user-paths';

type Which = 'org' | 'clin';

/** Whether the paper of a key was read back; a lost or unconfirmed one is replaced on its own page. */
export function RecoverySheets({ org, clin }: { org: boolean; clin: boolean }) {
  const { t } = useTranslation('users');
  const { recoveryConfirmed } = useProfile();
  const mine: Which[] = [...(org ? ['org' as const] : []), ...(clin ? ['clin' as const] : [])];
  const waiting = mine.filter((which) => !recoveryConfirmed[which]);
  const done = mine.filter((which) => recoveryConfirmed[which]);
  if (mine.length === 0) return <SealedArea title={t('keys.othersTitle')}>{t('keys.othersText')}</SealedArea>;
  return (
    <>
      {waiting.length > 0 && (
        <GateList
          items={waiting.map((which) => ({
            id: which,
            warning: true,
            title: t(`sheet.${which}.waiting`),
            reason: t(`sheet.${which}.why`),
            action: (
              <Button variant="contained" size="small" component={Link} to={userPaths.recovery(which)}>
                {t('sheet.print')}
              </Button>
            ),
          }))}
        />
      )}
      <DoneList
        items={done.map((which) => ({
          id: which,
          title: t(`sheet.${which}.done`),
          note: (
            <Button size="small" component={Link} to={userPaths.recovery(which)} aria-label={`${t('sheet.lost')} ${t(`sheet.${which}.name`)}`}>
              {t('sheet.lost')}
            </Button>
          ),
        }))}
      />
    </>
  );
}
