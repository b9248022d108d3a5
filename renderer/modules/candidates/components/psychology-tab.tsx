import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CaseSections } from '../../../app/psychology/case-sections';
import { paths } from '../../../lib/paths';
import { useProfile } from '../../../lib/profile';
import { SealedArea } from '../../../ui';
import type { Mentor } from '../candidate.page';

/** Released extracts about the candidate, and who holds the key to the rest. */
export function PsychologyTab({ mentor }: { mentor: Mentor }) {
  const { t } = useTranslation('candidates');
  const held = useProfile().clinical === 'held';
  const subject = useMemo(() => ({ kind: 'mentor' as const, id: mentor.id }), [mentor.id]);
  return (
    <Box sx={{ maxWidth: 860 }}>
      <CaseSections subject={subject} place="file" />
      <Box sx={{ mt: 2.5, maxWidth: 640 }}>
        <SealedArea
          title={t(held ? 'psychology.yours' : 'psychology.sealed')}
          action={
            held && (
              <Button variant="outlined" component={Link} to={paths.clinicalCase('mentor', mentor.id)}>
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
