import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobProgress } from '../lib/use-job';

interface ProgressBarProps {
  label: ReactNode;
  progress: JobProgress;
  note?: ReactNode;
  onCancel?: () => void;
}

/** Long work: how far, and a way to stop it. Until the total is known the bar only says that work goes on. */
export function ProgressBar({ label, progress, note, onCancel }: ProgressBarProps) {
  const { t } = useTranslation('ui');
  const id = useId();
  const known = progress.total > 0;
  return (
    <Box role="group" aria-labelledby={id}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 2, minHeight: 30 }}>
        <Typography id={id}>
          {label}
          {known && `: ${t('progress.of', { done: progress.done, total: progress.total })}`}
        </Typography>
        {onCancel && (
          <Button variant="outlined" size="small" onClick={onCancel}>
            {t('progress.stop')}
          </Button>
        )}
      </Box>
      <LinearProgress
        aria-labelledby={id}
        variant={known ? 'determinate' : 'indeterminate'}
        {...(known ? { value: Math.min(100, (progress.done / progress.total) * 100) } : {})}
        sx={{ mt: 0.75 }}
      />
      {note && (
        <Typography variant="body2" sx={{ color: 'paperInk.ink3', mt: 0.75 }}>
          {note}
        </Typography>
      )}
    </Box>
  );
}
