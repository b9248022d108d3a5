import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { Printer } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../lib/client';
import { useFormat } from '../../../lib/format';
import { useAsk } from '../../../lib/query';
import { Answer, Skeleton, useToast } from '../../../ui';

const PdfView = lazy(() => import('../../../ui/pdf-view').then((module) => ({ default: module.PdfView })));

/** The line that goes onto paper once a month: whoever rewrites the journal later cannot rewrite the paper. */
export function MonthlyLine() {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const toast = useToast();
  const line = useAsk('audit.monthlyLine', {});
  const [pdf, setPdf] = useState<string | null>(null);
  const print = () => {
    api.audit.printLine({}).then((paper) => {
      setPdf(paper.pdf);
    }, toast.fail);
  };
  const close = () => {
    setPdf(null);
  };
  return (
    <>
      <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>{t('line.why')}</Typography>
      <Answer of={line} rows={1}>
        {(now) => (
          <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', py: 1.5, borderTop: 1, borderBottom: 1, borderColor: 'divider' }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums', letterSpacing: '.04em', userSelect: 'all' }}>
                {now.line}
              </Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t('line.upTo', { number: now.seq, when: format.dateTime(now.at) })}
              </Typography>
            </Box>
            <Button variant="outlined" size="small" startIcon={<Printer size={15} strokeWidth={1.75} aria-hidden />} onClick={print}>
              {t('line.print')}
            </Button>
          </Box>
        )}
      </Answer>
      <Dialog
        open={pdf !== null}
        onClose={close}
        maxWidth="md"
        fullWidth
        aria-label={t('line.title')}
        slotProps={{ paper: { sx: { p: '0 !important', height: '88vh', overflow: 'hidden' } } }}
      >
        <Box sx={{ flex: 1, minHeight: 0 }}>
          <Suspense fallback={<Skeleton />}>{pdf && <PdfView base64={pdf} fileName="tirek-journal-line.pdf" />}</Suspense>
        </Box>
        <Box sx={{ px: 2, py: 1.5, borderTop: 1, borderColor: 'divider', display: 'flex', justifyContent: 'flex-end' }}>
          <Button variant="outlined" onClick={close}>
            {t('close')}
          </Button>
        </Box>
      </Dialog>
    </>
  );
}
