import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { api } from '../../lib/client';
import { useFormat } from '../../lib/format';
import { useProfile } from '../../lib/profile';
import { FormDialog, SealedArea, Section, TextAreaField, useAppForm, useToast } from '../../ui';
import { EmergencyEntry, EmergencyNotices } from '../psychology/emergency-entry';
import { useSession } from '../session/session-context';
import { WaitsLongest } from './waits-longest';

/** The right column: who waits, and keys, which matter on the day nobody expects. */
export function Notices() {
  const { t } = useTranslation('app');
  const profile = useProfile();
  const administrator = profile.roles.includes('administrator');
  return (
    <Box component="aside" aria-label={t('notice.label')} sx={{ '& > * + *': { mt: 2.5 } }}>
      <WaitsLongest />
      {profile.clinicalBorn && <ClinicalBorn {...profile.clinicalBorn} />}
      <EmergencyNotices />
      {profile.clinical === 'awaiting-grant' && <AwaitingGrant />}
      {profile.clinical === 'held' && !profile.recoveryConfirmed.clin && <Unconfirmed which="clin" />}
      {administrator && !profile.recoveryConfirmed.org && <Unconfirmed which="org" />}
      <EmergencyEntry />
    </Box>
  );
}

function Unconfirmed({ which }: { which: 'org' | 'clin' }) {
  const { t } = useTranslation('app');
  return (
    <Section title={t(`notice.sheet.${which}`)}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('notice.sheetText')}
      </Typography>
      <Button variant="outlined" size="small" component={Link} to={`/recovery/${which}`} sx={{ mt: 1.25 }}>
        {t('notice.sheetAction')}
      </Button>
    </Section>
  );
}

/** Content-free: who made the clinical vault and when, for those who would know whether that is their psychologist. */
function ClinicalBorn({ name, at }: { name: string; at: string }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const { refreshProfile } = useSession();
  return (
    <SealedArea
      title={t('born.title')}
      action={
        <Button
          variant="outlined"
          size="small"
          onClick={() => {
            void api.session.seenClinicalBirth({}).then(refreshProfile);
          }}
        >
          {t('born.action')}
        </Button>
      }
    >
      {t('born.text', { name, date: format.date(at) })}
    </SealedArea>
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
      <SealedArea
        title={t('clinical.awaitTitle')}
        action={
          <Button
            variant="outlined"
            size="small"
            onClick={() => {
              setOpen(true);
            }}
          >
            {t('clinical.awaitSheet')}
          </Button>
        }
      >
        {t('clinical.awaitText')}
      </SealedArea>
      <FormDialog
        open={open}
        form={form}
        title={t('clinical.sheetTitle')}
        intro={t('clinical.sheetText')}
        saveLabel={t('clinical.sheetAction')}
        onClose={() => {
          setOpen(false);
        }}
        onSave={async (values) => {
          await api.session.openClinicalWithRecovery(values);
          await refreshProfile();
          toast.show(t('clinical.opened'));
        }}
      >
        <TextAreaField name="recoveryKey" label={t('recovery.key')} help={t('recovery.keyHelp')} rows={3} />
      </FormDialog>
    </>
  );
}
