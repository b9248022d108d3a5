import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Output } from '../../../shared/contract/api';
import { paths } from '../../lib/paths';
import { useAsk } from '../../lib/query';
import { Answer, ErrorState, Page, Skeleton, StatusChip, useCrumbs } from '../../ui';
import { DocumentFacts } from './components/document-facts';
import { Paper } from './components/paper';
import { numberOf, STATE_LOOK } from './documents.columns';

export type IssuedDocument = Output<'documents.get'>;

function Sheet({ document }: { document: IssuedDocument }) {
  const { t } = useTranslation('documents');
  const name = numberOf(document, t);
  useCrumbs(
    useMemo(() => [{ label: t('nav'), to: paths.documents() }, { label: t('tab.contracts'), to: paths.documents() }, { label: name }], [t, name]),
  );
  // The very bytes that were sealed; they never change, so they are read once.
  const file = useAsk('documents.reprint', { id: document.id }, { staleTime: Infinity });
  const look = STATE_LOOK[document.state];
  return (
    <Box sx={{ height: '100%', display: 'grid', gridTemplateColumns: 'minmax(360px, 460px) minmax(0, 1fr)', minHeight: 0 }}>
      <Box sx={{ minHeight: 0, overflow: 'auto', px: 4, py: 2, borderRight: 1, borderColor: 'divider' }}>
        <DocumentFacts document={document} />
      </Box>
      <Box sx={{ minHeight: 0, minWidth: 0 }}>
        {file.data && (
          <Paper
            base64={file.data.base64}
            fileName={file.data.fileName}
            lead={<StatusChip word={t(`state.${document.state}`)} tone={look.tone} icon={look.icon} />}
            printable={false}
          />
        )}
        {!file.data && (
          <Box sx={{ px: 4 }}>
            {file.error ? (
              <ErrorState
                error={file.error}
                onRetry={() => {
                  void file.refetch();
                }}
              />
            ) : (
              <Skeleton rows={8} />
            )}
          </Box>
        )}
      </Box>
    </Box>
  );
}

export function DocumentPage() {
  const { id = '' } = useParams();
  const document = useAsk('documents.get', { id: id });
  if (document.data)
    return (
      <Page flush>
        <Sheet key={document.data.id} document={document.data} />
      </Page>
    );
  return (
    <Page>
      <Answer of={document}>{() => null}</Answer>
    </Page>
  );
}
