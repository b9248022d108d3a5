import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { ExtractFields } from '../../../../shared/modules/extracts/extracts.model';

/** What the signature does, said before it is given. */
export function SignSteps({ recipients, replaces }: { recipients: ExtractFields['recipients']; replaces: boolean }) {
  const { t } = useTranslation('extracts');
  const readers = recipients.map((role) => t(`reader.${role}`)).join(', ');
  const steps = [t(replaces ? 'sign.version' : 'sign.number'), t('sign.noChange'), t('sign.readers', { readers }), t('sign.rest')];
  return (
    <Box component="ul" sx={{ pl: 2.25, display: 'grid', gap: 0.75, listStyle: 'disc' }}>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </Box>
  );
}
