import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Radio from '@mui/material/Radio';
import Typography from '@mui/material/Typography';
import { Users } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldConflict } from '../../../shared/kernel/errors';
import type { Choice } from './use-submit';

interface ConflictPanelProps {
  conflicts: FieldConflict[];
  labelOf: (field: string) => string;
  show?: (value: unknown, field: string) => ReactNode;
  onResolve: (choices: Record<string, Choice>) => void;
}

/** A colleague saved the same field first. Nothing is lost: one line a field, was / theirs / mine, and a choice. */
export function ConflictPanel({ conflicts, labelOf, show, onResolve }: ConflictPanelProps) {
  const { t } = useTranslation('ui');
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const panel = useRef<HTMLElement>(null);
  // The person pressed "save" at the foot of a long form: what stopped it must come to them.
  useEffect(() => {
    panel.current?.focus();
  }, []);
  const shown = (value: unknown, field: string): ReactNode => {
    if (show) return show(value, field);
    if (value === null || value === undefined || value === '') return t('conflict.empty');
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  const open = conflicts.filter((conflict) => !choices[conflict.field]).length;
  return (
    <Box
      component="section"
      ref={panel}
      tabIndex={-1}
      role="alert"
      aria-labelledby="conflict-title"
      sx={{ backgroundColor: 'warning.light', borderRadius: '8px', px: 2, py: 1.75, mb: 2.5 }}
    >
      <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'center', color: 'warning.main' }}>
        <Users size={18} strokeWidth={1.75} aria-hidden />
        <Typography id="conflict-title" sx={{ fontWeight: 600 }}>
          {t('conflict.title')}
        </Typography>
      </Box>
      <Typography sx={{ color: 'text.secondary', mt: 0.25 }}>{t('conflict.text')}</Typography>
      {conflicts.map((conflict) => (
        <Box
          key={conflict.field}
          role="radiogroup"
          aria-label={labelOf(conflict.field)}
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '1fr 1fr', md: '160px 1fr 1fr 1fr' },
            gap: 2,
            py: 1.25,
            mt: 1,
            borderTop: 1,
            borderColor: 'divider',
            alignItems: 'start',
          }}
        >
          <Typography variant="subtitle1">{labelOf(conflict.field)}</Typography>
          <Side title={t('conflict.base')}>{shown(conflict.base, conflict.field)}</Side>
          {(['theirs', 'mine'] as const).map((side) => (
            <Box key={side} component="label" sx={{ display: 'flex', gap: 0.5, alignItems: 'flex-start', cursor: 'pointer' }}>
              <Radio
                name={`conflict-${conflict.field}`}
                checked={choices[conflict.field] === side}
                onChange={() => {
                  setChoices({ ...choices, [conflict.field]: side });
                }}
              />
              <Side title={t(`conflict.${side}`)}>{shown(conflict[side], conflict.field)}</Side>
            </Box>
          ))}
        </Box>
      ))}
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', mt: 1.5 }}>
        <Button
          variant="contained"
          disabled={open > 0}
          onClick={() => {
            onResolve(choices);
          }}
        >
          {t('conflict.apply')}
        </Button>
        {open > 0 && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('conflict.left', { count: open })}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
        {title}
      </Typography>
      <Typography component="div">{children}</Typography>
    </Box>
  );
}
