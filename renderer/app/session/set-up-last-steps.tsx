import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useProfile } from '../../lib/profile';
import { SealedArea } from '../../ui';

/** What the psychologist is about to do, and what the key means. */
export function BirthStep() {
  const { t } = useTranslation('app');
  const { otherPsychologists } = useProfile();
  return (
    <Box sx={{ mt: 2.75 }}>
      <SealedArea title={t('clinical.onlyTitle')}>{t('clinical.onlyText')}</SealedArea>
      <List items={[t('clinical.birth1'), t('clinical.birth2'), t('clinical.birth3')]} />
      <Typography sx={{ mt: 2.5, maxWidth: 680 }}>
        {otherPsychologists.length > 0 ? t('clinical.others', { names: otherPsychologists.join(', ') }) : t('clinical.alone')}
      </Typography>
    </Box>
  );
}

/** The clinical key cannot be made here: it is born in the psychologist's own session, so that an administrator never held it. */
export function ClinicalStep({ whole }: { whole: boolean }) {
  const { t } = useTranslation('app');
  return (
    <Box sx={{ mt: 2.75 }}>
      <SealedArea title={t('setup.clinicalTitle')}>{t(whole ? 'setup.clinicalText' : 'setup.clinicalShort')}</SealedArea>
      {whole && <List items={[t('setup.clinical1'), t('setup.clinical2'), t('setup.clinical3')]} />}
    </Box>
  );
}

export function BackupStep() {
  const { t } = useTranslation('app');
  return <List items={[t('setup.backup1'), t('setup.backup2'), t('setup.backup3')]} />;
}

function List({ items }: { items: string[] }) {
  return (
    <Box component="ol" sx={{ mt: 2.5, maxWidth: 680 }}>
      {items.map((item, index) => (
        <Box
          key={item}
          component="li"
          sx={{
            display: 'grid',
            gridTemplateColumns: '34px 1fr',
            py: 1.25,
            borderTop: 1,
            borderColor: 'divider',
            '&:last-of-type': { borderBottom: 1, borderColor: 'divider' },
          }}
        >
          <Typography sx={{ fontWeight: 600, color: 'paperInk.ink3' }}>{index + 1}</Typography>
          <Typography>{item}</Typography>
        </Box>
      ))}
    </Box>
  );
}
