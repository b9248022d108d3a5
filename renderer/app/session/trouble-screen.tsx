import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { CircleAlert, HardDrive } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TROUBLES, type Trouble } from '../../../shared/modules/session/session.model';
import { paths } from '../../lib/paths';
import { isWireError } from '../../lib/wire-error';
import { DoorFrame, OtherLanguages } from './frame';
import { useSession } from './session-context';

/** A backup cannot help where the folder itself is the matter. */
const NO_RESTORE = ['FOLDER.IN_USE', 'FOLDER.NETWORK', 'DISK.FULL', 'KEYRING.NEWER', 'VAULT.NEWER', 'SELF_TEST.FAILED', 'UNREACHABLE'];

/** The trouble that a failed request tells of; null when it is of another kind. */
export const troubleIn = (failure: unknown): Trouble | null =>
  isWireError(failure) ? (TROUBLES.find((trouble) => trouble === failure.code) ?? null) : null;

/** Why the folder cannot be opened: what is safe, what to do. Nothing here deletes. */
export function TroubleScreen({ code: found }: { code?: Trouble }) {
  const { t } = useTranslation('app');
  const { status } = useSession();
  const code = found ?? status.trouble ?? 'UNREACHABLE';
  return (
    <DoorFrame
      foot={
        <>
          <Box component="span" sx={{ display: 'flex', gap: 0.875, alignItems: 'center' }}>
            <HardDrive size={15} strokeWidth={1.75} aria-hidden />
            {t('door.local')}
          </Box>
          <OtherLanguages />
        </>
      }
    >
      <Box role="alert">
        <Box sx={{ color: 'error.main', mb: 1.5, display: 'flex' }}>
          <CircleAlert size={26} strokeWidth={1.75} aria-hidden />
        </Box>
        <Typography variant="h1">{t(`trouble.${code}.title`)}</Typography>
        <Typography sx={{ mt: 1.5 }}>{t(`trouble.${code}.safe`)}</Typography>
        <Typography sx={{ mt: 1, color: 'text.secondary' }}>{t(`trouble.${code}.do`)}</Typography>
      </Box>
      {status.folder && (
        <Box sx={{ mt: 3, py: 1.25, borderTop: 1, borderBottom: 1, borderColor: 'divider' }}>
          <Typography variant="body2" sx={{ color: 'paperInk.ink3' }}>
            {t('trouble.folder')}
          </Typography>
          <Typography sx={{ overflowWrap: 'anywhere', userSelect: 'all' }}>{status.folder}</Typography>
        </Box>
      )}
      <Box sx={{ mt: 3, display: 'flex', gap: 1 }}>
        <Button
          variant="contained"
          onClick={() => {
            window.location.reload();
          }}
        >
          {t('trouble.again')}
        </Button>
        {!NO_RESTORE.includes(code) && (
          <Button variant="outlined" component={Link} to={paths.restore()}>
            {t('trouble.restore')}
          </Button>
        )}
      </Box>
      {status.version && (
        <Typography variant="caption" component="p" sx={{ mt: 3, color: 'paperInk.ink3' }}>
          {t('trouble.version', { version: status.version, code })}
        </Typography>
      )}
    </DoorFrame>
  );
}
