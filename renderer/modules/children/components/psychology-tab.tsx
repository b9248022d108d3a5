import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CaseSections } from '../../../app/psychology/case-sections';
import { paths } from '../../../lib/paths';
import { useProfile } from '../../../lib/profile';
import { SealedArea } from '../../../ui';
import type { Child } from '../child.page';

/** Released extracts, and who holds the key to the rest; never how much lies behind it. */
export function PsychologyTab({ child }: { child: Child }) {
  const { t } = useTranslation('children');
  const held = useProfile().clinical === 'held';
  const subject = useMemo(() => ({ kind: 'child' as const, id: child.id }), [child.id]);
  return (
    <Box sx={{ maxWidth: 860 }}>
      <CaseSections subject={subject} place="file" />
      <Box sx={{ mt: 2.5, maxWidth: 640 }}>
        <SealedArea
          title={t(held ? 'psychology.yours' : 'psychology.sealed')}
          action={
            held && (
              <Button variant="outlined" component={Link} to={paths.clinicalCase('child', child.id)}>
                {t('psychology.open')}
              </Button>
            )
          }
        >
          {t(held ? 'psychology.yoursText' : 'psychology.sealedText')}
        </SealedArea>
      </Box>
    </Box>
  );
}
