import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The days of the week on which the child is hosted; none chosen means every day of the term. */
export function WeekdaysField({ name }: { name: string }) {
  const { t } = useTranslation('documents');
  const { field } = useController({ name });
  const id = useId();
  const value = field.value as number[];
  return (
    <Box sx={{ gridColumn: 'span 12' }}>
      <Typography id={id} component="div" sx={{ fontSize: 13.5, fontWeight: 500, mb: 0.5 }}>
        {t('terms.weekdays')}
      </Typography>
      <ToggleButtonGroup
        aria-labelledby={id}
        size="small"
        value={value}
        onChange={(_, next: number[]) => {
          field.onChange([...next].sort());
        }}
      >
        {DAYS.map((day, index) => (
          <ToggleButton
            key={day}
            value={day}
            aria-label={t(`weekday.${String(day)}`)}
            {...(index === 0 ? { ref: field.ref } : {})}
            sx={{ width: 46, height: 34, textTransform: 'none' }}
          >
            {t(`weekdayShort.${String(day)}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
        {t('terms.weekdaysHelp')}
      </Typography>
    </Box>
  );
}
