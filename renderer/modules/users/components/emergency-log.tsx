import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import { timeOf, useFormat } from '../../../lib/format';
import { useAsk } from '../../../lib/query';
import { Answer, EmptyState, StatusChip } from '../../../ui';

type Access = Output<'users.emergencies'>[number];

function AccessRow({ access }: { access: Access }) {
  const { t } = useTranslation('users');
  const format = useFormat();
  const end = access.endedHow
    ? t(`emergency.end.${access.endedHow}`, { time: timeOf(access.endedAt ?? access.untilAt) })
    : t('emergency.until', { time: timeOf(access.untilAt) });
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 1, borderColor: 'divider' } }}>
      <Typography variant="subtitle1">
        {access.secondName ? t('emergency.two', { name: access.userName, second: access.secondName }) : access.userName}
        {access.missing && (
          <>
            {' '}
            <StatusChip tone="alarm" word={t('emergency.missing')} />
          </>
        )}
      </Typography>
      <Typography>{access.missing ? t('emergency.missingText') : access.reason}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {`${format.date(access.fromAt)}, ${timeOf(access.fromAt)}. ${end}`}
      </Typography>
    </Box>
  );
}

/** Every time the paper key opened the vault, for ever. There is nothing here to press. */
export function EmergencyLog() {
  const { t } = useTranslation('users');
  const log = useAsk('users.emergencies', {});
  return (
    <Answer of={log} rows={2}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title={t('emergency.none')}>{t('emergency.noneText')}</EmptyState>
        ) : (
          <Box component="ul">
            {rows.map((access) => (
              <AccessRow key={access.id} access={access} />
            ))}
          </Box>
        )
      }
    </Answer>
  );
}
