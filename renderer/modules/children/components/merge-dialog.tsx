import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import MuiTextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import type { ChildId } from '../../../../shared/kernel/ids';
import { useAct, useAsk } from '../../../lib/query';
import { GateList, useToast } from '../../../ui';
import type { Child } from '../child.page';
import { ChildPicker } from './child-picker';

type Preview = Output<'children.mergePreview'>;

const wordsOf = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : []);

const partsOf = (value: object): unknown[] => Object.values(value);

/** A list by commas; a compound value (a name, an address) by its words. */
function shownValue(value: unknown): string {
  if (value === null || value === '') return '–';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object')
    return partsOf(value)
      .flatMap((part) => (typeof part === 'object' && part !== null ? partsOf(part) : [part]))
      .flatMap(wordsOf)
      .join(' ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '–';
}

function Fields({ preview, take, onTake }: { preview: Preview; take: string[]; onTake: (field: string) => void }) {
  const { t } = useTranslation('children');
  return (
    <table style={{ width: '100%', borderCollapse: 'collapse' }}>
      <thead>
        <tr>
          {['field', 'stays', 'goes', 'take'].map((key) => (
            <Typography key={key} component="th" variant="body2" align="left" sx={{ color: 'text.secondary', py: 0.5 }}>
              {t(`merge.${key}`)}
            </Typography>
          ))}
        </tr>
      </thead>
      <tbody data-private>
        {preview.fields.map((row) => (
          <tr key={row.field}>
            <Typography component="td" sx={{ py: 0.5, pr: 2 }}>
              {t(`field.${row.field}`)}
            </Typography>
            <Typography component="td" sx={{ pr: 2, color: take.includes(row.field) ? 'text.disabled' : 'text.primary' }}>
              {shownValue(row.keep)}
            </Typography>
            <Typography component="td" sx={{ pr: 2 }}>
              {shownValue(row.merge)}
            </Typography>
            <td>
              <Checkbox
                checked={take.includes(row.field)}
                onChange={() => {
                  onTake(row.field);
                }}
                slotProps={{ input: { 'aria-label': t('merge.takeField', { field: t(`field.${row.field}`) }) } }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Two cards of one child: which one goes, what moves over, what is taken from it, and why. */
export function MergeDialog({ child, onClose }: { child: Child; onClose: () => void }) {
  const { t } = useTranslation('children');
  const toast = useToast();
  const merge = useAct('children.merge', ['mentorships', 'documents']);
  const [other, setOther] = useState<ChildId | null>(null);
  const [take, setTake] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const preview = useAsk('children.mergePreview', { keepId: child.id, mergeId: other ?? child.id }, { enabled: other !== null }).data;
  const moves = Object.entries(preview?.moves ?? {})
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${t(`moves.${kind}`)}: ${String(count)}`)
    .join('; ');
  const go = () => {
    if (!other) return;
    merge.mutate(
      { keepId: child.id, mergeId: other, take, reason },
      {
        onSuccess: () => {
          toast.show(t('merge.done'));
          onClose();
        },
        onError: toast.fail,
      },
    );
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="merge-title">
      <DialogTitle id="merge-title">{t('merge.title', { code: child.code })}</DialogTitle>
      <DialogContent>
        <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('merge.intro')}</Typography>
        <ChildPicker label={t('merge.other')} except={child.id} onPick={setOther} />
        {preview && preview.blockers.length > 0 && (
          <GateList items={preview.blockers.map((blocker) => ({ id: blocker.code, title: t(`errors.${blocker.code}`) }))} />
        )}
        {preview && (
          <Fields
            preview={preview}
            take={take}
            onTake={(field) => {
              setTake(take.includes(field) ? take.filter((one) => one !== field) : [...take, field]);
            }}
          />
        )}
        {preview && <Typography sx={{ my: 1.5 }}>{moves === '' ? t('merge.nothingMoves') : t('merge.moves', { moves })}</Typography>}
        {preview && (
          <MuiTextField
            fullWidth
            label={t('merge.reason')}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" autoFocus onClick={onClose}>
          {t('merge.keep')}
        </Button>
        <Button
          variant="contained"
          color="error"
          disabled={!preview || preview.blockers.length > 0 || reason.trim() === '' || merge.isPending}
          onClick={go}
        >
          {t('merge.go')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
