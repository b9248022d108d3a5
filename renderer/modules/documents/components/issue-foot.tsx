import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { Stamp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DocumentId } from '../../../../shared/kernel/ids';
import { useErrorText } from '../../../lib/error-text';
import { newId } from '../../../lib/new-id';
import { paths } from '../../../lib/paths';
import { useCan } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { useToast } from '../../../ui';
import type { Draft } from '../contract.page';
import type { Gate } from '../gate-words';
import { DropDraftDialog } from './drop-draft-dialog';

/** The button, and beside it why it does not open yet and which number the paper will bear. */
export function IssueFoot({ draft, gate }: { draft: Draft; gate: Gate }) {
  const { t } = useTranslation('documents');
  const navigate = useNavigate();
  const toast = useToast();
  const sentence = useErrorText();
  const mayIssue = useCan('document.issue');
  const issue = useAct('documents.issue', ['mentorships']);
  const [documentId] = useState(() => newId(DocumentId));
  const [dropping, setDropping] = useState(false);
  const left = gate.items.filter(({ status }) => status !== 'ok' && status !== 'accepted').length;
  const go = () => {
    if (issue.isPending) return;
    issue.mutate(
      { draftId: draft.id, documentId },
      {
        onSuccess: (document) => {
          toast.show(t('issue.done', { number: document.number }));
          void navigate(paths.document(document.id));
        },
      },
    );
  };
  return (
    <Box
      component="footer"
      sx={{ flex: 'none', borderTop: 1, borderColor: 'divider', px: 4, py: 1.5, display: 'flex', gap: 1.75, alignItems: 'center' }}
    >
      <Button
        variant="contained"
        disabled={!gate.open || !mayIssue || issue.isPending}
        startIcon={<Stamp size={17} strokeWidth={1.75} aria-hidden />}
        onClick={go}
        sx={{ flex: 'none' }}
      >
        {t(issue.isPending ? 'issue.going' : 'issue.button')}
      </Button>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        {issue.error ? (
          <Typography variant="body2" role="alert" sx={{ color: 'error.main' }}>
            {sentence(issue.error)}
          </Typography>
        ) : (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {gate.open ? t(mayIssue ? 'issue.ready' : 'issue.notYours') : t('issue.closed', { count: left })}
          </Typography>
        )}
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('issue.number')}{' '}
          <Box component="b" sx={{ color: 'text.primary', fontWeight: 600 }}>
            {gate.nextNumber}
          </Box>
        </Typography>
      </Box>
      <IconButton
        aria-label={t('drop.button')}
        title={t('drop.button')}
        onClick={() => {
          setDropping(true);
        }}
      >
        <Trash2 size={17} strokeWidth={1.75} aria-hidden />
      </IconButton>
      {dropping && (
        <DropDraftDialog
          draftId={draft.id}
          onClose={() => {
            setDropping(false);
          }}
          onDropped={() => {
            void navigate(paths.documents());
          }}
        />
      )}
    </Box>
  );
}
