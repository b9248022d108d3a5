import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiSkeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { CircleAlert } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../lib/error-text';
import { isWireError } from '../lib/wire-error';

/** An empty place says what belongs there and offers the first step. */
export function EmptyState({ title, children, actions }: { title: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  return (
    <Box sx={{ py: 2.5, maxWidth: 560 }}>
      <Typography variant="h2" component="p">
        {title}
      </Typography>
      {children && (
        <Typography component="div" sx={{ color: 'text.secondary', mt: 0.75 }}>
          {children}
        </Typography>
      )}
      {actions && <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>{actions}</Box>}
    </Box>
  );
}

/** What happened, what was kept, what to do. */
export function ErrorState({ error, title, kept, onRetry }: { error: unknown; title?: ReactNode; kept?: ReactNode; onRetry?: () => void }) {
  const { t } = useTranslation('ui');
  const sentence = useErrorText();
  const missing = isWireError(error) && error.kind === 'not-found';
  return (
    <Box role="alert" sx={{ display: 'flex', gap: 1.75, py: 2.5, maxWidth: 620 }}>
      <Box component="span" sx={{ color: 'error.main', mt: '1px', display: 'flex' }}>
        <CircleAlert size={20} strokeWidth={1.75} aria-hidden />
      </Box>
      <Box>
        <Typography sx={{ fontWeight: 600 }}>{title ?? (missing ? t('states.notFoundTitle') : t('states.errorTitle'))}</Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          {sentence(error)} {kept}
        </Typography>
        {onRetry && !missing && (
          <Button variant="outlined" size="small" onClick={onRetry} sx={{ mt: 1.25 }}>
            {t('states.retry')}
          </Button>
        )}
      </Box>
    </Box>
  );
}

/** Nothing flashes: a skeleton appears only when the answer takes longer than 300 ms. */
export function useLate(waiting: boolean, after = 300): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => {
      setLate(true);
    }, after);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [waiting, after]);
  return waiting && late;
}

export function Skeleton({ rows = 4 }: { rows?: number }) {
  const late = useLate(true);
  const { t } = useTranslation('ui');
  if (!late) return null;
  return (
    <Box role="status" aria-label={t('states.loading')} sx={{ py: 1 }}>
      {Array.from({ length: rows }, (_, row) => (
        <Box key={row} sx={{ display: 'flex', gap: 3, alignItems: 'center', height: 46 }}>
          <MuiSkeleton variant="rounded" height={12} sx={{ width: `${String(46 - (row % 3) * 9)}%` }} />
          <MuiSkeleton variant="rounded" height={12} sx={{ width: '18%', ml: 'auto' }} />
        </Box>
      ))}
    </Box>
  );
}

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** `<Answer of={query}>{(child) => ...}</Answer>`: the three states of a read, always handled. */
export function Answer<T>({ of: query, children, rows }: { of: Asked<T>; children: (value: T) => ReactNode; rows?: number }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error)
    return (
      <ErrorState
        error={query.error}
        onRetry={() => {
          query.refetch();
        }}
      />
    );
  return <Skeleton {...(rows ? { rows } : {})} />;
}
