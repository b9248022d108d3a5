import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../../../shared/contract/api';
import { Banner } from '../../../ui';
import { userPaths } from '../user-paths';

/** Whoever held a key may have kept it: only another key closes what is written from now on. */
export function KeysMustChange({ name, vaults, mayRotate }: { name: string; vaults: Output<'users.leave'>['mustRotate']; mayRotate: boolean }) {
  const { t } = useTranslation('users');
  return (
    <Banner
      tone="warn"
      title={t('rotate.mustTitle', { name })}
      actions={
        mayRotate && (
          <Button variant="outlined" size="small" component={Link} to={userPaths.keys()}>
            {t('rotate.go')}
          </Button>
        )
      }
    >
      {vaults.map((vault) => (
        <span key={vault} style={{ display: 'block' }}>
          {t(`rotate.must.${vault}`)}
        </span>
      ))}
    </Banner>
  );
}
