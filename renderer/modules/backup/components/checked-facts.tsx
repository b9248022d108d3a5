import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import { useFormat } from '../../../lib/format';
import { Banner } from '../../../ui';

/** What a check has read, and what it could not: a sealed vault is copied, but only its own sheet opens it. */
export function CheckedFacts({ title, checked }: { title: string; checked: Output<'backup.verify'> }) {
  const { t } = useTranslation('backup');
  const format = useFormat();
  return (
    <Box sx={{ mt: 1.25 }}>
      <Banner tone="ok" title={title}>
        {[
          format.dateTime(checked.madeAt),
          t('checked.files', { count: checked.files }),
          t('checked.rows', { count: checked.rows }),
          format.size(checked.bytes),
          t('checked.seconds', { seconds: format.number(checked.seconds) }),
        ].join(' · ')}
        <span style={{ display: 'block' }}>{t(`checked.clinical.${checked.clinical}`)}</span>
      </Banner>
    </Box>
  );
}
