import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format';
import { Facts, StatusChip } from '../../../ui';
import { actionWords, detailWords, outcomeWords, subjectWords, whoWords, type Line } from '../journal-words';

/** Sealed bytes that tell a reader nothing. */
const SECRET = new Set(['sealedKey']);

/** One entry with its detail. What was written into a record is not here: the journal tells who did what, not what they wrote. */
export function EntryDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const id = useId();
  const details = Object.entries(line.detail ?? {})
    .filter(([key]) => !SECRET.has(key))
    .map(([key, value]) => detailWords(t, key, value));
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id}>{t('entry.title', { number: line.seq })}</DialogTitle>
      <DialogContent>
        <Facts
          items={[
            { label: t('column.action'), value: actionWords(t, line.action) },
            { label: t('column.who'), value: whoWords(t, line) },
            { label: t('column.at'), value: format.dateTime(line.at) },
            { label: t('column.outcome'), value: <StatusChip plain {...outcomeWords(t, line.outcome)} /> },
            { label: t('column.subject'), value: subjectWords(t, line.subject) },
            ...(line.subjectId
              ? [{ label: t('entry.id'), value: <span style={{ userSelect: 'all', overflowWrap: 'anywhere' }}>{line.subjectId}</span> }]
              : []),
            ...details,
          ]}
        />
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" autoFocus onClick={onClose}>
          {t('close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
