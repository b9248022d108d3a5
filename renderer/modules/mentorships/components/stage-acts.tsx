import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
import { RowId } from '../../../../shared/kernel/ids';
import { commandsIn, type PairCommand } from '../../../../shared/modules/mentorships/mentorships.workflow';
import { newId } from '../../../lib/new-id';
import { paths } from '../../../lib/paths';
import { useCan } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { Section, useToast } from '../../../ui';
import type { Pair } from '../pair.page';
import { MoveDialog } from './move-dialog';

const FORWARD: readonly PairCommand[] = ['startMeetings', 'startPapers', 'startHosting'];

/** The way from an open pair to a contract: brothers and sisters of the group come along. */
function ContractButton({ pair, filled }: { pair: Pair; filled: boolean }) {
  const { t } = useTranslation('mentorships');
  const navigate = useNavigate();
  const toast = useToast();
  const start = useAct('documents.startDraft');
  const [id] = useState(() => newId(RowId));
  const begin = () => {
    start.mutate(
      { id, pairIds: pair.groupPairIds.length > 0 ? pair.groupPairIds : [pair.id] },
      {
        onSuccess: (draft) => {
          void navigate(`/documents/contracts/${draft.id}`);
        },
        onError: toast.fail,
      },
    );
  };
  return (
    <Button
      variant={filled ? 'contained' : 'outlined'}
      disabled={start.isPending}
      startIcon={<FileText size={16} strokeWidth={1.75} aria-hidden />}
      onClick={begin}
    >
      {t('contract.start')}
    </Button>
  );
}

/** Where the pair stands and where it may go; a way that is closed says why. */
export function StageActs({ pair }: { pair: Pair }) {
  const { t } = useTranslation('mentorships');
  const [mayMove, mayPrepare, mayRead] = [useCan('pair.write'), useCan('document.prepare'), useCan('document.read')];
  const [asking, setAsking] = useState<PairCommand | null>(null);
  const commands = commandsIn(pair.stage);
  const needsContract = commands.includes('startHosting') && pair.contractNumber === null;
  const next = commands.find((command) => FORWARD.includes(command));
  return (
    <Section title={t('next.title')}>
      <Typography sx={{ color: 'text.secondary', mb: 1.25, maxWidth: 620 }}>{t(`next.${pair.stage}`)}</Typography>
      {pair.contractNumber !== null && (
        <Typography sx={{ mb: 1.25 }}>
          {t('contract.is')}{' '}
          {mayRead && pair.contractDocumentId ? (
            <Link component={RouterLink} to={paths.document(pair.contractDocumentId)}>
              {pair.contractNumber}
            </Link>
          ) : (
            pair.contractNumber
          )}
        </Typography>
      )}
      {pair.closingReason && (
        <Typography sx={{ mb: 1.25 }}>
          {t(`closing.${pair.closingReason}`)}
          {pair.closingNote !== '' && `. ${pair.closingNote}`}
        </Typography>
      )}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        {mayPrepare && pair.stage === 'papers' && pair.contractNumber === null && <ContractButton pair={pair} filled />}
        {mayMove &&
          commands.map((command) => (
            <Button
              key={command}
              variant={command === next && !needsContract ? 'contained' : 'outlined'}
              color={command === 'close' ? 'error' : 'primary'}
              disabled={command === 'startHosting' && needsContract}
              onClick={() => {
                setAsking(command);
              }}
            >
              {t(`command.${command}`)}
            </Button>
          ))}
        {needsContract && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('next.needsContract')}
          </Typography>
        )}
      </Box>
      {asking && (
        <MoveDialog
          pair={pair}
          command={asking}
          onClose={() => {
            setAsking(null);
          }}
        />
      )}
    </Section>
  );
}
