import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Stamp } from 'lucide-react';
import { useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import { DocumentId, type RowId } from '../../../../shared/kernel/ids';
import { api } from '../../../lib/client';
import { newId } from '../../../lib/new-id';
import { useJob } from '../../../lib/use-job';
import { ProgressBar, useToast } from '../../../ui';

export type Batch = Output<'documents.issueBatch'>;

/** Several contracts one after another: how far, and a way to stop. What was issued before the stop stays issued. */
export function BatchIssue({ draftIds, onDone }: { draftIds: RowId[]; onDone: (result: Batch) => void }) {
  const { t } = useTranslation('documents');
  const toast = useToast();
  const client = useQueryClient();
  const job = useJob();
  // The ids live as long as the drafts do: a press repeated after a failure names the same documents again.
  const ids = useRef(new Map<RowId, DocumentId>());
  const documentIdOf = (draftId: RowId): DocumentId => {
    const id = ids.current.get(draftId) ?? newId(DocumentId);
    ids.current.set(draftId, id);
    return id;
  };
  const issue = () => {
    job
      .run((jobId) => api.documents.issueBatch({ items: draftIds.map((draftId) => ({ draftId, documentId: documentIdOf(draftId) })) }, { jobId }))
      .then(onDone, toast.fail)
      .finally(() => {
        void client.invalidateQueries({ queryKey: ['documents'] });
        void client.invalidateQueries({ queryKey: ['mentorships'] });
      });
  };
  if (job.progress)
    return (
      <Box sx={{ py: 1 }}>
        <ProgressBar label={t('batch.going')} progress={job.progress} note={t('batch.note')} onCancel={job.cancel} />
      </Box>
    );
  if (draftIds.length === 0) return null;
  return (
    <Button variant="contained" startIcon={<Stamp size={17} strokeWidth={1.75} aria-hidden />} onClick={issue} sx={{ my: 1 }}>
      {t('batch.issue', { count: draftIds.length })}
    </Button>
  );
}
