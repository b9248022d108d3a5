import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useProfile } from '../../../lib/profile';
import { SealedArea } from '../../../ui';

/** Says who holds the key and that it is not this person; never how much lies behind it. */
export function PsychologyTab() {
  const { t } = useTranslation('children');
  const { clinical } = useProfile();
  return (
    <Box sx={{ maxWidth: 640 }}>
      <SealedArea title={t(clinical === 'held' ? 'psychology.yours' : 'psychology.sealed')}>
        {t(clinical === 'held' ? 'psychology.yoursText' : 'psychology.sealedText')}
      </SealedArea>
    </Box>
  );
}
