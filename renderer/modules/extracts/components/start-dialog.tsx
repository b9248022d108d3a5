import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MuiTextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { displayName, spokenName } from '../../../../shared/kernel/names';
import type { Subject } from '../../../../shared/modules/clinical/clinical.model';
import { useFormat } from '../../../lib/format';
import { useAsk } from '../../../lib/query';
import { extractPaths } from '../extracts-paths';

export type TextKind = 'extract' | 'conclusion';
type Who = 'child' | 'mentor' | 'pair';
const WHO: Record<TextKind, readonly Who[]> = { extract: ['child', 'mentor', 'pair'], conclusion: ['mentor', 'pair'] };

interface Found {
  subject: Subject;
  name: string;
}

function useFound(who: Who, text: string): Found[] {
  const { language } = useFormat();
  const asked = text.trim() !== '';
  const on = (kind: Who) => ({ enabled: asked && who === kind, keep: true });
  const children = useAsk('children.quickSearch', { text }, on('child'));
  const mentors = useAsk('candidates.quickSearch', { text }, on('mentor'));
  const pairs = useAsk('mentorships.list', { search: text, limit: 10 }, on('pair'));
  if (!asked) return [];
  if (who === 'child') return (children.data ?? []).map((row) => ({ subject: { kind: 'child', id: row.id }, name: `${row.shortName}, ${row.code}` }));
  if (who === 'mentor')
    return (mentors.data ?? []).map((row) => ({ subject: { kind: 'mentor', id: row.id }, name: displayName(row.name, language) }));
  return (pairs.data?.rows ?? []).map((row) => ({
    subject: { kind: 'pair', id: row.id },
    name: `${spokenName(row.child.name, language)}, ${spokenName(row.mentor.name, language)}`,
  }));
}

/** About whom: a child, a candidate or a pair. */
export function StartDialog({ kind, onClose }: { kind: TextKind; onClose: () => void }) {
  const { t } = useTranslation('extracts');
  const navigate = useNavigate();
  const id = useId();
  const [who, setWho] = useState<Who>(WHO[kind][0] ?? 'child');
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<Found | null>(null);
  const found = useFound(who, useDeferredValue(text.slice(0, 200)));
  const go = () => {
    if (picked) void navigate(kind === 'extract' ? extractPaths.newExtract(picked.subject) : extractPaths.newConclusion(picked.subject));
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id}>{t(kind === 'extract' ? 'write' : 'writeConclusion')}</DialogTitle>
      <DialogContent>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={who}
          aria-label={t('start.about')}
          onChange={(_, next: Who | null) => {
            if (!next) return;
            setWho(next);
            setPicked(null);
          }}
          sx={{ mt: 1, mb: 2 }}
        >
          {WHO[kind].map((value) => (
            <ToggleButton key={value} value={value}>
              {t(`start.${value}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Autocomplete<Found>
          key={who}
          options={found}
          filterOptions={(rows) => rows}
          value={picked}
          getOptionLabel={(row) => row.name}
          getOptionKey={(row) => row.subject.id}
          isOptionEqualToValue={(a, b) => a.subject.id === b.subject.id}
          onInputChange={(_, next) => {
            setText(next);
          }}
          onChange={(_, next) => {
            setPicked(next);
          }}
          noOptionsText={t(text.trim() === '' ? 'start.type' : 'start.nobody')}
          renderInput={(params) => <MuiTextField {...params} label={t('start.who')} autoFocus />}
        />
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={onClose}>
          {t('close')}
        </Button>
        <Button variant="contained" disabled={!picked} onClick={go}>
          {t('start.go')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
