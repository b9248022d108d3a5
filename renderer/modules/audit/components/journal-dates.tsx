import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../../ui';

export interface DateRange {
  from: string | null;
  to: string | null;
}

export function JournalDates() {
  const { t } = useTranslation('audit');
  return (
    <Box role="group" aria-label={t('dates.label')} sx={{ display: 'grid', gridTemplateColumns: '190px 190px', gap: 1.5, mb: 1.5 }}>
      <DateField name="from" label={t('dates.from')} span={1} />
      <DateField name="to" label={t('dates.to')} span={1} />
    </Box>
  );
}
