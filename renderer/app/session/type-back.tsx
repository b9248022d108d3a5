import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { Check, CircleAlert } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/client';
import { useErrorText } from '../../lib/error-text';
import { useAsk } from '../../lib/query';
import { Answer } from '../../ui';
import type { Which } from './recovery-step';

const GROUP_LENGTH = 4;
/** Typed with the Russian layout still on, twins of Latin letters come out Cyrillic; the program knows them, the cell only trims. */
const cleaned = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^\p{L}\d]/gu, '')
    .slice(0, GROUP_LENGTH);

/** Some groups of the sheet, typed back from the paper. */
export function TypeBack({ which, onConfirmed }: { which: Which; onConfirmed: () => void }) {
  const challenge = useAsk('session.recoveryChallenge', { which }, { staleTime: Infinity });
  return (
    <Answer of={challenge} rows={1}>
      {({ indexes, groups }) => <Cells key={indexes.join()} which={which} indexes={indexes} groups={groups} onConfirmed={onConfirmed} />}
    </Answer>
  );
}

function Cells({ which, indexes, groups, onConfirmed }: { which: Which; indexes: number[]; groups: number; onConfirmed: () => void }) {
  const { t } = useTranslation('app');
  const sentence = useErrorText();
  const [typed, setTyped] = useState<Record<number, string>>({});
  const [wrong, setWrong] = useState<number[]>([]);
  const [right, setRight] = useState<number[]>([]);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const cells = useRef<Record<number, HTMLInputElement | null>>({});
  const full = indexes.every((index) => (typed[index] ?? '').length === GROUP_LENGTH);

  const type = (index: number, text: string) => {
    const value = cleaned(text);
    setTyped({ ...typed, [index]: value });
    setWrong(wrong.filter((item) => item !== index));
    setRight(right.filter((item) => item !== index));
    if (value.length === GROUP_LENGTH) cells.current[indexes[indexes.indexOf(index) + 1] ?? -1]?.focus();
  };
  const check = async (event: FormEvent) => {
    event.preventDefault();
    if (!full || busy) return;
    setBusy(true);
    setError(null);
    try {
      const answer = await api.session.confirmRecovery({ which, groups: indexes.map((index) => ({ index, text: typed[index] ?? '' })) });
      setWrong(answer.wrong);
      setRight(indexes.filter((index) => !answer.wrong.includes(index)));
      if (answer.confirmed) onConfirmed();
      else cells.current[answer.wrong[0] ?? -1]?.focus();
    } catch (failure) {
      setError(sentence(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box
      component="form"
      onSubmit={(event: FormEvent) => {
        void check(event);
      }}
      sx={{ mt: 1.5 }}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('recovery.asked', { count: indexes.length, total: groups })}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, 100px)', gap: 1.25 }}>
        {indexes.map((index) => (
          <Box key={index}>
            <OutlinedInput
              value={typed[index] ?? ''}
              onChange={(event) => {
                type(index, event.target.value);
              }}
              error={wrong.includes(index)}
              inputRef={(element: HTMLInputElement | null) => {
                cells.current[index] = element;
              }}
              endAdornment={
                right.includes(index) && (
                  <Box component="span" sx={{ color: 'success.main', display: 'flex', pr: 1 }}>
                    <Check size={14} strokeWidth={2.5} aria-hidden />
                  </Box>
                )
              }
              inputProps={{
                'aria-label': t('recovery.group', { number: index }),
                autoComplete: 'off',
                spellCheck: false,
                autoCapitalize: 'characters',
              }}
              sx={{ height: 40, fontSize: 16, fontWeight: 500, fontVariantNumeric: 'tabular-nums', letterSpacing: '.08em', pr: 0 }}
            />
            <Typography variant="caption" component="div" aria-hidden sx={{ color: 'paperInk.ink3', px: 0.25, pt: 0.25 }}>
              {index}
            </Typography>
          </Box>
        ))}
      </Box>
      {(wrong.length > 0 || error) && (
        <Typography role="alert" variant="body2" sx={{ color: 'error.main', display: 'flex', gap: 0.75, mt: 1.25 }}>
          <CircleAlert size={16} strokeWidth={1.75} aria-hidden style={{ flex: 'none' }} />
          <span>{error ?? t('recovery.wrongGroups', { count: wrong.length, groups: wrong.join(', ') })}</span>
        </Typography>
      )}
      <Button type="submit" variant="outlined" disabled={!full || busy} sx={{ mt: 1.5 }}>
        {t('recovery.check')}
      </Button>
    </Box>
  );
}
