import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuideContent } from '../../../../shared/modules/interviews/guide.model';
import { Banner, ConflictPanel } from '../../../ui';
import { conflictValue, useConflictLabel } from './conflict-words';
import type { InterviewDesk } from './use-interview';

/**
 * Another window wrote in the same place. The choice opens by a button: a panel that takes the focus by itself would
 * swallow what is being typed while somebody speaks.
 */
export function ConflictNotice({ desk, guide }: { desk: InterviewDesk; guide: GuideContent }) {
  const { t } = useTranslation('interviews');
  const [choosing, setChoosing] = useState(false);
  const label = useConflictLabel(guide);
  if (desk.conflicts.length === 0) return null;
  if (choosing)
    return (
      <ConflictPanel
        conflicts={desk.conflicts}
        labelOf={label}
        show={(value) => conflictValue(value, t)}
        onResolve={(choices) => {
          setChoosing(false);
          desk.settle(choices);
        }}
      />
    );
  return (
    <Box sx={{ position: 'sticky', top: 0, zIndex: 2, mb: 2 }}>
      <Banner
        tone="warn"
        title={t('conflict.title', { count: desk.conflicts.length })}
        actions={
          <Button
            variant="outlined"
            size="small"
            onClick={() => {
              setChoosing(true);
            }}
          >
            {t('conflict.choose')}
          </Button>
        }
      >
        {t('conflict.text')}
      </Banner>
    </Box>
  );
}
