import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOption, Item } from '../../../shared/modules/assessments/instrument.model';
import { said } from './said';
import { givenTo, type Sitting, type SittingState } from './use-sitting';

interface QuestionProps {
  sitting: Sitting;
  state: SittingState;
  item: Item;
  number: number;
  of: number;
}

/** Digits choose by the place on the screen, whatever the values behind them are. */
function useDigits(options: readonly AnswerOption[], choose: (value: number) => void, back: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      const option = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined;
      if (option) choose(option.value);
      else if (event.key === 'ArrowLeft' || event.key === 'Backspace') back();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
    };
  }, [options, choose, back]);
}

/** One question, answers as large as a hand. Up and down move among them, as in any group of choices. */
export function Question({ sitting, state, item, number, of }: QuestionProps) {
  const { t } = useTranslation('app');
  const { language, instrument } = sitting;
  const options = instrument.optionSets[item.options] ?? [];
  const heading = useRef<HTMLHeadingElement>(null);
  const choose = (value: number): void => {
    state.answer(item, value);
  };
  const back = (): void => {
    state.back(item);
  };
  useDigits(options, choose, back);
  useEffect(() => {
    heading.current?.focus();
  }, [item.id]);
  const stem = said(item.stem ?? instrument.stem, language);
  return (
    <Box sx={{ width: '100%', maxWidth: 760 }}>
      <Progress number={number} of={of} />
      {stem !== '' && <Typography sx={{ color: 'text.secondary', fontSize: 18, mt: 3 }}>{stem}</Typography>}
      <Typography component="h1" ref={heading} tabIndex={-1} sx={{ fontSize: 28, fontWeight: 600, lineHeight: 1.3, mt: 1.25, outline: 'none' }}>
        {said(item.text, language)}
      </Typography>
      <Options options={options} given={givenTo(state.answers, item)} language={language} onChoose={choose} name={said(item.text, language)} />
      {state.failed && (
        <Typography role="alert" sx={{ color: 'error.main', mt: 2 }}>
          {t('sitting.notKept')}
        </Typography>
      )}
      <Box sx={{ display: 'flex', gap: 1.5, mt: 3, justifyContent: 'space-between' }}>
        <Button size="large" onClick={back} startIcon={<ArrowLeft size={18} aria-hidden />} sx={{ minHeight: 48 }}>
          {t('sitting.back')}
        </Button>
        {item.required !== true && (
          <Button
            size="large"
            sx={{ minHeight: 48 }}
            onClick={() => {
              state.answer(item, null);
            }}
          >
            {t('sitting.skip')}
          </Button>
        )}
      </Box>
    </Box>
  );
}

function Progress({ number, of }: { number: number; of: number }) {
  const { t } = useTranslation('app');
  const label = t('sitting.progress', { number, of });
  return (
    <Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.75 }}>
        {label}
      </Typography>
      <LinearProgress variant="determinate" value={(100 * (number - 1)) / Math.max(1, of)} aria-label={label} sx={{ height: 8, borderRadius: 4 }} />
    </Box>
  );
}

interface OptionsProps {
  options: readonly AnswerOption[];
  given: number | null;
  language: Sitting['language'];
  name: string;
  onChoose: (value: number) => void;
}

function Options({ options, given, language, name, onChoose }: OptionsProps) {
  const group = useRef<HTMLDivElement>(null);
  const move = (step: number): void => {
    const buttons = [...(group.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[at < 0 ? (step > 0 ? 0 : buttons.length - 1) : (at + step + buttons.length) % buttons.length]?.focus();
  };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
    };
  }, []);
  return (
    <Box ref={group} role="group" aria-label={name} sx={{ display: 'grid', gap: 1.25, mt: 3 }}>
      {options.map((option, index) => (
        <Box
          key={option.value}
          component="button"
          type="button"
          aria-pressed={given === option.value}
          onClick={() => {
            onChoose(option.value);
          }}
          sx={{
            font: 'inherit',
            fontSize: 19,
            color: 'text.primary',
            textAlign: 'left',
            display: 'flex',
            alignItems: 'center',
            gap: 2,
            minHeight: 60,
            px: 2.25,
            py: 1,
            cursor: 'pointer',
            borderRadius: '10px',
            border: '2px solid',
            borderColor: given === option.value ? 'primary.main' : 'divider',
            backgroundColor: given === option.value ? 'primary.light' : 'background.paper',
            '&:hover': { borderColor: 'primary.main' },
            '&:focus-visible': { outline: '3px solid', outlineColor: 'primary.main', outlineOffset: 2 },
          }}
        >
          <Box component="span" aria-hidden sx={{ color: 'text.secondary', width: 20, flex: 'none', fontVariantNumeric: 'tabular-nums' }}>
            {index < 9 ? index + 1 : ''}
          </Box>
          {said(option.label, language) || String(option.value)}
        </Box>
      ))}
    </Box>
  );
}
