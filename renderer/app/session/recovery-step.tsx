import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { Check, Printer } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/client';
import { useFormat } from '../../lib/format';
import { Skeleton, useToast } from '../../ui';
import { TypeBack } from './type-back';

const PdfView = lazy(() => import('../../ui/pdf-view').then((module) => ({ default: module.PdfView })));

export type Which = 'org' | 'clin';

/**
 * A recovery key reaches paper: 1 printed (whole, or as two halves for two safes), 2 some of its groups typed back from the
 * paper, which proves that the print can be read. The key itself is never text on the screen.
 */
export function RecoveryStep({ which, confirmed, onConfirmed }: { which: Which; confirmed: boolean; onConfirmed: () => void }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const [halves, setHalves] = useState(false);
  const [pdf, setPdf] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [printedAt, setPrintedAt] = useState<Date | null>(null);
  const show = async () => {
    try {
      setPdf((await api.session.recoverySheet({ which, halves })).pdf);
      // Two halves are asked for by other groups than the whole.
      await client.invalidateQueries({ queryKey: ['session', 'recoveryChallenge'] });
      setOpen(true);
    } catch (error) {
      toast.fail(error);
    }
  };
  const close = () => {
    setOpen(false);
    setPrintedAt((before) => before ?? new Date());
  };
  return (
    <>
      <Step number={1} done={printedAt !== null || confirmed}>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
          <Box sx={{ flex: 1 }}>
            <Typography variant="subtitle1">{t(printedAt ? 'recovery.printed' : 'recovery.print')}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {printedAt ? `${t('recovery.printedAt', { time: format.time(printedAt) })} ` : ''}
              {t(`recovery.keep.${which}`)}
            </Typography>
          </Box>
          <Button
            variant={printedAt ? 'text' : 'contained'}
            size={printedAt ? 'small' : 'medium'}
            color={printedAt ? 'inherit' : 'primary'}
            startIcon={<Printer size={15} strokeWidth={1.75} aria-hidden />}
            onClick={() => {
              void show();
            }}
          >
            {t(printedAt ? 'recovery.printAgain' : 'recovery.openSheet')}
          </Button>
        </Box>
        {!confirmed && (
          <RadioGroup
            row
            aria-label={t('recovery.howMany')}
            value={halves ? 'halves' : 'whole'}
            onChange={(_, value) => {
              setHalves(value === 'halves');
            }}
            sx={{ mt: 0.5 }}
          >
            <FormControlLabel value="whole" control={<Radio />} label={t('recovery.whole')} />
            <FormControlLabel value="halves" control={<Radio />} label={t('recovery.halves')} />
          </RadioGroup>
        )}
      </Step>
      <Step number={2} done={confirmed}>
        <Typography variant="subtitle1">{t(confirmed ? 'recovery.confirmed' : 'recovery.typeBack')}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(confirmed ? 'recovery.confirmedText' : 'recovery.typeBackText')}
        </Typography>
        {!confirmed && printedAt && <TypeBack which={which} onConfirmed={onConfirmed} />}
      </Step>
      <Dialog
        open={open}
        onClose={close}
        maxWidth="md"
        fullWidth
        slotProps={{ paper: { 'aria-label': t('recovery.openSheet'), sx: { p: '0 !important', height: '88vh', overflow: 'hidden' } } }}
      >
        <Box sx={{ flex: 1, minHeight: 0 }}>
          <Suspense fallback={<Skeleton />}>
            {pdf && (
              <PdfView
                base64={pdf}
                fileName={`tirek-${which}.pdf`}
                onPrinted={() => {
                  setPrintedAt(new Date());
                }}
              />
            )}
          </Suspense>
        </Box>
        <Box sx={{ px: 2, py: 1.5, borderTop: 1, borderColor: 'divider', display: 'flex', justifyContent: 'flex-end' }}>
          <Button variant="outlined" onClick={close}>
            {t('recovery.closeSheet')}
          </Button>
        </Box>
      </Dialog>
    </>
  );
}

function Step({ number, done, children }: { number: number; done: boolean; children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '34px minmax(0, 1fr)', mt: 2.75 }}>
      <Box
        component="span"
        sx={{ fontWeight: 600, fontSize: 16, lineHeight: '24px', color: done ? 'success.main' : 'paperInk.ink3', pt: done ? '3px' : 0 }}
      >
        {done ? <Check size={18} strokeWidth={2.5} aria-hidden /> : number}
      </Box>
      <Box>{children}</Box>
    </Box>
  );
}
