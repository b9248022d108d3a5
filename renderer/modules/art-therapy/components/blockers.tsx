import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { GroupSessionRecord } from '../../../../shared/modules/art-therapy/observation.model';

/** What a signature waits for, child by child. */
export function Blockers({ record }: { record: GroupSessionRecord }) {
  const { t } = useTranslation('art-therapy');
  return (
    <Box component="ul" sx={{ display: 'grid', gap: 0.5, mt: 0.5, listStyle: 'disc', pl: 2.5 }}>
      {record.blockers.map(({ code, childId, params }) => {
        const name = record.observations.find((one) => one.childId === childId)?.name ?? '';
        const sentence = t(`blocker.${code.split('.')[1] ?? ''}`, params);
        return (
          <li key={`${code}/${childId ?? ''}`}>
            {name !== '' && <span data-private>{`${name}: `}</span>}
            {sentence}
          </li>
        );
      })}
    </Box>
  );
}
