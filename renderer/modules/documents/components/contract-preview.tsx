import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { api } from '../../../lib/client';
import { useCan } from '../../../lib/profile';
import { useAsk } from '../../../lib/query';
import { ErrorState, Skeleton, StatusChip, useToast } from '../../../ui';
import type { Draft } from '../contract.page';
import { desk } from '../documents.paths';
import { Paper } from './paper';

/** The paper as it will be: marked as a draft, numbers masked until asked. Every change of the terms draws it again. */
export function ContractPreview({ draft, templateId, templateVersion }: { draft: Draft; templateId: string; templateVersion: string }) {
  const { t } = useTranslation('documents');
  const toast = useToast();
  const mayReveal = useCan('mentor.reveal');
  const preview = useAsk('documents.preview', { id: draft.id }, { keep: true });
  const [revealed, setRevealed] = useState<{ of: string; base64: string } | null>(null);
  // Numbers shown for an earlier wording are not shown for the next one: each look is asked for and journalled.
  const shown = revealed?.of === draft.updatedAt ? revealed.base64 : null;
  const reveal = () => {
    if (shown !== null) {
      setRevealed(null);
      return;
    }
    api.documents.previewRevealed({ id: draft.id }).then(({ file }) => {
      setRevealed({ of: draft.updatedAt, base64: file.base64 });
    }, toast.fail);
  };
  const lead = (
    <>
      <StatusChip word={t('preview.draft')} />
      {mayReveal && (
        <Button
          size="small"
          color="inherit"
          aria-pressed={shown !== null}
          sx={{ color: 'text.secondary', order: 3, ml: 'auto' }}
          startIcon={shown === null ? <Eye size={15} aria-hidden /> : <EyeOff size={15} aria-hidden />}
          onClick={reveal}
        >
          {t(shown === null ? 'preview.show' : 'preview.hide')}
        </Button>
      )}
      {templateId !== '' && (
        <Link component={RouterLink} to={desk.template(templateId)} variant="body2" color="text.secondary" sx={{ order: 4, whiteSpace: 'nowrap' }}>
          {t('preview.template', { version: templateVersion })}
        </Link>
      )}
    </>
  );
  if (!preview.data) {
    return (
      <Box sx={{ px: 4, py: 2, minWidth: 0 }}>
        {preview.error ? (
          <ErrorState
            error={preview.error}
            title={t('preview.notYet')}
            onRetry={() => {
              void preview.refetch();
            }}
          />
        ) : (
          <Skeleton rows={8} />
        )}
      </Box>
    );
  }
  return (
    <Box sx={{ minHeight: 0, minWidth: 0 }}>
      <Paper base64={shown ?? preview.data.file.base64} fileName={preview.data.file.fileName} lead={lead} printable={false} />
    </Box>
  );
}
