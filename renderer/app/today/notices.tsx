import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { daysBetween } from '../../../shared/kernel/plain-date';
import { api } from '../../lib/client';
import { asDate, today, useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useCan, useProfile } from '../../lib/profile';
import { FormDialog, SealedArea, Section, TextAreaField, useAppForm, useToast } from '../../ui';
import { useSession } from '../session/session-context';

/** The right column: keys and copies, the things that matter on the day nobody expects. */
export function Notices() {
  const { t } = useTranslation('app');
  const profile = useProfile();
  const canBackUp = useCan('backup.make');
  const administrator = profile.roles.includes('administrator');
  return (
    <Box component="aside" aria-label={t('notice.label')} sx={{ '& > * + *': { mt: 2.5 } }}>
      {profile.clinical === 'awaiting-grant' && <AwaitingGrant />}
      {profile.clinical === 'held' && !profile.recoveryConfirmed.clin && <Unconfirmed which="clin" />}
      {administrator && !profile.recoveryConfirmed.org && <Unconfirmed which="org" />}
      {canBackUp && <BackupNotice />}
    </Box>
  );
}

function Unconfirmed({ which }: { which: 'org' | 'clin' }) {
  const { t } = useTranslation('app');
  return (
    <Section title={t(`notice.sheet.${which}`)}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('notice.sheetText')}</Typography>
      <Button variant="outlined" size="small" component={Link} to={`/recovery/${which}`} sx={{ mt: 1.25 }}>{t('notice.sheetAction')}</Button>
    </Section>
  );
}

function BackupNotice() {
  const { t } = useTranslation('app');
  const format = useFormat();
  const { lastBackupAt } = useProfile();
  const days = lastBackupAt ? daysBetween(asDate(lastBackupAt), today()) : null;
  if (days !== null && days <= 7) return null;
  return (
    <Section title={t('notice.backup')}>
      {days !== null && (
        <Box sx={{ display: 'flex', gap: 1.75, alignItems: 'center', mb: 0.5 }}>
          <Typography component="span" sx={{ fontSize: 40, lineHeight: '44px', fontWeight: 600, letterSpacing: '-.03em' }}>{days}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('notice.backupDays', { count: days })}</Typography>
        </Box>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{lastBackupAt ? t('notice.backupOld', { date: format.date(lastBackupAt) }) : t('notice.backupNone')}</Typography>
      <Button variant="outlined" size="small" component={Link} to={paths.backup()} sx={{ mt: 1.25 }}>{t('notice.backupAction')}</Button>
    </Section>
  );
}

const Sheet = z.object({ recoveryKey: z.string().trim().min(10).max(400) });

/** A psychologist without the clinical key: a colleague who holds it gives it, or the paper does. */
function AwaitingGrant() {
  const { t } = useTranslation('app');
  const { refreshProfile } = useSession();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const form = useAppForm(Sheet, { recoveryKey: '' });
  return (
    <>
      <SealedArea title={t('clinical.awaitTitle')} action={<Button variant="outlined" size="small" onClick={() => { setOpen(true); }}>{t('clinical.awaitSheet')}</Button>}>{t('clinical.awaitText')}</SealedArea>
      <FormDialog open={open} form={form} title={t('clinical.sheetTitle')} intro={t('clinical.sheetText')} saveLabel={t('clinical.sheetAction')} onClose={() => { setOpen(false); }} onSave={async (values) => { await api.session.openClinicalWithRecovery(values); await refreshProfile(); toast.show(t('clinical.opened')); }}>
        <TextAreaField name="recoveryKey" label={t('recovery.key')} help={t('recovery.keyHelp')} rows={3} />
      </FormDialog>
    </>
  );
}
