import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import Typography from '@mui/material/Typography';
import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Released } from '../../../../shared/modules/extracts/extracts.model';
import { api } from '../../../lib/client';
import { useFormat } from '../../../lib/format';
import { Banner, ErrorState, Skeleton, useToast } from '../../../ui';
import { ExtractSheet } from './extract-sheet';
import { PaperDialog, type Paper } from './paper-dialog';

/** Why the text counts no longer, or must not be trusted; nothing when it stands. */
export function Standing({ one }: { one: Released }) {
  const { t } = useTranslation('extracts');
  const format = useFormat();
  return (
    <>
      {!one.intact && (
        <Banner tone="alarm" title={t('notIntact.title')}>
          {t('notIntact.text')}
        </Banner>
      )}
      {one.state === 'withdrawn' && (
        <Banner tone="warn" title={t('gone.withdrawn', { date: one.withdrawnOn ? format.date(one.withdrawnOn) : '' })}>
          {one.withdrawnReason}
        </Banner>
      )}
      {one.state === 'replaced' && <Banner tone="warn" title={t('gone.replaced')} />}
      {one.state === 'expired' && <Banner tone="warn" title={t('gone.expired', { date: one.validUntil ? format.date(one.validUntil) : '' })} />}
    </>
  );
}

/** One extract opened to be read. Each opening asks the program anew, so that each reading is in the journal. */
export function ReadDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('extracts');
  const toast = useToast();
  const [one, setOne] = useState<Released | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [paper, setPaper] = useState<Paper | null>(null);
  useEffect(() => {
    let alive = true;
    api.extracts.read({ id: id }).then(
      (found) => {
        if (alive) setOne(found);
      },
      (failure: unknown) => {
        if (alive) setError(failure);
      },
    );
    return () => {
      alive = false;
    };
  }, [id]);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" slotProps={{ paper: { 'aria-label': t('sheet.title') } }}>
      <DialogContent sx={{ pt: 1 }}>
        {error !== null && <ErrorState error={error} />}
        {!one && error === null && <Skeleton rows={6} />}
        {one && (
          <Box sx={{ display: 'grid', gap: 1.5 }}>
            <Standing one={one} />
            <ExtractSheet sheet={{ ...one, number: t('number', { number: one.number, version: one.version }) }} faded={one.state !== 'in-force'} />
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('eachReading')}
            </Typography>
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        {one && (
          <Button
            startIcon={<Printer size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => {
              api.extracts.print({ id: one.id }).then(setPaper, toast.fail);
            }}
          >
            {t('print')}
          </Button>
        )}
        <Button variant="outlined" autoFocus onClick={onClose}>
          {t('close')}
        </Button>
      </DialogActions>
      <PaperDialog
        paper={paper}
        title={t('sheet.title')}
        onClose={() => {
          setPaper(null);
        }}
      />
    </Dialog>
  );
}
