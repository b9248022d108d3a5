import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PsychologyTabs } from '../../app/psychology/psychology-tabs';
import { useCan, useProfile } from '../../lib/profile';
import { Page, PageHeader, SealedArea, Section } from '../../ui';
import { ClinicalMembers } from './components/clinical-members';
import { EmergencyLog } from './components/emergency-log';
import { RecoverySheets } from './components/recovery-sheets';
import { RotateVault } from './components/rotate-vault';

/** The clinical key in daily life: who holds it, its paper, its change, and who came in by the paper. */
export function PsychologyKeysPage() {
  const { t } = useTranslation('users');
  const { clinical } = useProfile();
  const mayReadJournal = useCan('journal.clinical');
  const held = clinical === 'held';
  const open = held || clinical === 'emergency';
  return (
    <Page>
      <PageHeader
        title={t('clinical:nav')}
        actions={
          held &&
          mayReadJournal && (
            <Button variant="outlined" component={Link} to="/administration/journal/clinical">
              {t('clinicalKeys.journal')}
            </Button>
          )
        }
      />
      <PsychologyTabs value="keys" />
      <Box sx={{ maxWidth: 860, '& > section + section': { mt: 3 } }}>
        {open ? (
          <>
            <Section title={t('clinicalKeys.members')}>
              <ClinicalMembers readOnly={!held} />
            </Section>
            {held && (
              <Section title={t('clinicalKeys.sheet')} ruled>
                <RecoverySheets org={false} clin />
              </Section>
            )}
            <Section title={t('emergency.title')} ruled>
              <EmergencyLog />
            </Section>
            {held && (
              <Section title={t('rotate.title')} ruled>
                <RotateVault vault="clinical" />
              </Section>
            )}
          </>
        ) : (
          <SealedArea title={t(clinical === 'to-be-born' ? 'keys.notBorn' : 'keys.awaiting')}>
            {t(clinical === 'to-be-born' ? 'keys.notBornText' : 'keys.awaitingText')}
          </SealedArea>
        )}
      </Box>
    </Page>
  );
}
