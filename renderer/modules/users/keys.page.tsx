import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { AdministrationTabs } from '../../app/administration/administration-tabs';
import { useCan, useProfile } from '../../lib/profile';
import { Page, PageHeader, SealedArea, Section } from '../../ui';
import { ClinicalMembers } from './components/clinical-members';
import { RecoverySheets } from './components/recovery-sheets';
import { RotateVault } from './components/rotate-vault';

/** Paper keys, the keys of the two vaults, and who among the psychologists holds the clinical one. */
export function KeysPage() {
  const { t } = useTranslation('users');
  const profile = useProfile();
  const holdsClinical = profile.clinical === 'held';
  const mayHold = useCan('clinical.hold');
  const administrator = profile.roles.includes('administrator');
  return (
    <Page>
      <AdministrationTabs value="keys" />
      <PageHeader title={t('keys.title')} meta={t('keys.intro')} />
      <Box sx={{ maxWidth: 860, '& > section + section': { mt: 3 } }}>
        <Section title={t('keys.sheets')}>
          <RecoverySheets org={administrator} clin={holdsClinical} />
        </Section>
        {mayHold && (
          <Section title={t('keys.clinicalHolders')} ruled>
            {holdsClinical ? (
              <ClinicalMembers />
            ) : (
              <SealedArea title={t(profile.clinical === 'to-be-born' ? 'keys.notBorn' : 'keys.awaiting')}>
                {t(profile.clinical === 'to-be-born' ? 'keys.notBornText' : 'keys.awaitingText')}
              </SealedArea>
            )}
          </Section>
        )}
        <Section title={t('rotate.title')} ruled>
          {administrator && <RotateVault vault="records" />}
          {holdsClinical && <RotateVault vault="clinical" />}
          {!administrator && !holdsClinical && <Box sx={{ color: 'text.secondary' }}>{t('rotate.noKey')}</Box>}
        </Section>
      </Box>
    </Page>
  );
}
