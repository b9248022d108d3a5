import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldConflict } from '../../../../shared/kernel/errors';
import { useErrorText } from '../../../lib/error-text';
import { useFormat } from '../../../lib/format';
import { ConflictPanel, PageHeader } from '../../../ui';

const NARROW = '@media (max-width: 960px)';

interface DeskProps {
  title: ReactNode;
  status?: ReactNode;
  /** Under the title: when it was kept last. */
  meta?: ReactNode;
  actions: ReactNode;
  /** Above what is written: a conflict, what is being replaced. */
  notice?: ReactNode;
  /** At the left: what is read while writing. */
  beside: ReactNode;
  children: ReactNode;
}

/** Two columns that scroll apart: what is read at the left, what is written at the right. */
export function Desk({ title, status, meta, actions, notice, beside, children }: DeskProps) {
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0, [NARROW]: { overflow: 'auto' } }}>
      <Box sx={{ px: 4, pt: 2.5, flex: 'none' }}>
        <PageHeader title={title} status={status} meta={meta} actions={actions} />
      </Box>
      <Box
        sx={{
          flex: 1,
          minHeight: 0,
          display: 'grid',
          gridTemplateColumns: 'minmax(320px, 400px) minmax(0, 1fr)',
          borderTop: 1,
          borderColor: 'divider',
          [NARROW]: { gridTemplateColumns: '1fr', flex: 'none' },
        }}
      >
        <Box sx={{ overflow: 'auto', pl: 4, pr: 2.5, py: 2, borderRight: 1, borderColor: 'divider', minWidth: 0, [NARROW]: { border: 0, pr: 4 } }}>
          {beside}
        </Box>
        <Box sx={{ overflow: 'auto', pl: 3, pr: 4, py: 2, minWidth: 0, [NARROW]: { pl: 4 } }}>
          <Box sx={{ maxWidth: 720, pb: 4 }}>
            {notice && <Box sx={{ mb: 2, '&:empty': { display: 'none' } }}>{notice}</Box>}
            {children}
          </Box>
        </Box>
      </Box>
    </Box>
  );
}

/** «Сохранено в 14:05», or why not. */
export function Kept({ savedAt, failed, wrong }: { savedAt: string | null; failed: unknown; wrong?: string | undefined }) {
  const { t } = useTranslation('extracts');
  const format = useFormat();
  const sentence = useErrorText();
  if (failed !== null)
    return (
      <Typography component="span" role="alert" variant="body2" sx={{ color: 'error.main' }}>
        {sentence(failed)}
      </Typography>
    );
  if (wrong)
    return (
      <Typography component="span" role="alert" variant="body2" sx={{ color: 'error.main' }}>
        {wrong}
      </Typography>
    );
  return (
    <Typography component="span" role="status" variant="body2" sx={{ color: 'text.secondary' }}>
      {savedAt ? t('kept.at', { time: format.time(savedAt) }) : t('kept.byItself')}
    </Typography>
  );
}

interface ConflictsProps {
  conflicts: FieldConflict[];
  labelOf: (field: string) => string;
  show: (value: unknown, field: string) => ReactNode;
  onResolve: (choices: Record<string, 'mine' | 'theirs'>) => void;
}

export function Conflicts({ conflicts, ...rest }: ConflictsProps) {
  return conflicts.length === 0 ? null : <ConflictPanel key={conflicts.map(({ field }) => field).join()} conflicts={conflicts} {...rest} />;
}
