import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../../ui';

const PdfView = lazy(() => import('../../../ui/pdf-view').then((module) => ({ default: module.PdfView })));

export interface Paper {
  pdf: string;
  fileName: string;
}

/** The paper as it will be printed, over the page it belongs to. */
export function PaperDialog({ paper, title, onClose }: { paper: Paper | null; title: string; onClose: () => void }) {
  const { t } = useTranslation('extracts');
  return (
    <Dialog open={paper !== null} onClose={onClose} fullWidth maxWidth="md" slotProps={{ paper: { 'aria-label': title } }}>
      <Box sx={{ height: '78vh' }}>
        {paper && (
          <Suspense fallback={<Skeleton rows={8} />}>
            <PdfView base64={paper.pdf} fileName={paper.fileName} />
          </Suspense>
        )}
      </Box>
      <Button variant="outlined" sx={{ alignSelf: 'flex-end', mt: 1.5 }} onClick={onClose}>
        {t('close')}
      </Button>
    </Dialog>
  );
}
