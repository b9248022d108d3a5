import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { Output } from '../../../../shared/contract/api';
import { displayName } from '../../../../shared/kernel/names';
import { useFormat } from '../../../lib/format';
import { paths } from '../../../lib/paths';
import { Banner } from '../../../ui';

type Duplicates = Output<'candidates.duplicates'>;

/** People who may be this one, and why the program thinks so. */
export function DuplicatesNotice({ found, seen, onSeen }: { found: Duplicates; seen: boolean; onSeen: (seen: boolean) => void }) {
  const { t } = useTranslation('candidates');
  const format = useFormat();
  if (found.length === 0) return null;
  return (
    <Box sx={{ mb: 2.5 }}>
      <Banner tone="warn" title={t('duplicate.title')}>
        <Box component="ul" sx={{ my: 0.5 }}>
          {found.map(({ id, row, houses, reasons }) => (
            <li key={id}>
              {row ? (
                <>
                  <Link component={RouterLink} to={paths.candidate(row.id)} data-private>
                    {displayName(row.name, format.language)}
                  </Link>
                  {`, ${format.age(row.birthDate)}`}
                </>
              ) : (
                t(houses.length > 0 ? 'duplicate.elsewhere' : 'duplicate.nowhere', { houses: houses.join(', ') })
              )}
              {`: ${reasons.map((reason) => t(`duplicate.${reason}`)).join(', ')}`}
            </li>
          ))}
        </Box>
        <FormControlLabel
          label={t('duplicate.other')}
          control={
            <Checkbox
              checked={seen}
              onChange={(_, on) => {
                onSeen(on);
              }}
            />
          }
        />
      </Banner>
    </Box>
  );
}
