import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../lib/error-text';

interface ConfirmDialogProps {
  open: boolean;
  /** One question: «Стереть карту Игоря Савина?» */
  question: ReactNode;
  /** What goes and what stays. */
  consequence: ReactNode;
  confirm: string;
  cancel?: string;
  dangerous?: boolean;
  onConfirm: () => Promise<unknown> | void;
  onCancel: () => void;
  children?: ReactNode;
}

/** Asks once. Focus starts on the safe button, so that Enter keeps things as they are. */
export function ConfirmDialog({ open, question, consequence, confirm, cancel, dangerous = true, onConfirm, onCancel, children }: ConfirmDialogProps) {
  const { t } = useTranslation('ui');
  const sentence = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const title = useId();
  const go = async () => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={open} onClose={onCancel} aria-labelledby={title} maxWidth="xs" fullWidth>
      <DialogTitle id={title}>{question}</DialogTitle>
      <DialogContent>
        <Typography component="div" sx={{ color: 'text.secondary' }}>
          {consequence}
        </Typography>
        {children}
        {error !== null && (
          <Typography role="alert" variant="body2" sx={{ color: 'error.main', mt: 1.5 }}>
            {sentence(error)}
          </Typography>
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" autoFocus onClick={onCancel}>
          {cancel ?? t('confirm.keep')}
        </Button>
        <Button
          variant="contained"
          color={dangerous ? 'error' : 'primary'}
          disabled={busy}
          onClick={() => {
            void go();
          }}
        >
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
