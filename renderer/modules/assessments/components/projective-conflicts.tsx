import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectiveFields } from '../../../../shared/modules/assessments/assessments.model';
import { Banner, ConflictPanel } from '../../../ui';
import type { ProjectiveDesk } from './use-projective';

/** Another window wrote in the same field. The choice opens by a button, so that it does not swallow what is being typed. */
export function ProjectiveConflicts({ desk }: { desk: ProjectiveDesk }) {
  const { t } = useTranslation('assessments');
  const [choosing, setChoosing] = useState(false);
  const show = (value: unknown, field: string): string => {
    if (value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return t('projective.conflict.empty');
    if (field === 'size' || field === 'pressure') return t(`projective.${field}.${value as string}`);
    if (field === 'hypotheses') return (value as ProjectiveFields['hypotheses']).map(({ text }) => text).join('; ');
    return Array.isArray(value) ? value.map((cell) => t(`projective.place.${String(cell)}`)).join(', ') : (value as string);
  };
  if (desk.conflicts.length === 0) return null;
  if (choosing)
    return (
      <ConflictPanel
        conflicts={desk.conflicts}
        labelOf={(field) => t(`projective.field.${field}`)}
        show={show}
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
        title={t('projective.conflict.title', { count: desk.conflicts.length })}
        actions={
          <Button
            variant="outlined"
            size="small"
            onClick={() => {
              setChoosing(true);
            }}
          >
            {t('projective.conflict.choose')}
          </Button>
        }
      >
        {t('projective.conflict.text')}
      </Banner>
    </Box>
  );
}
