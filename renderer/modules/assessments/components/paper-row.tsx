import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/kernel/roles';
import type { AnswerOption, Item } from '../../../../shared/modules/assessments/instrument.model';
import { digitKeys } from '../../../../shared/modules/assessments/paper-entry';

interface PaperRowProps {
  item: Item;
  options: readonly AnswerOption[];
  language: Language;
  answer: number | null;
  current: boolean;
  /** By the answers so far the form says to pass over it. */
  skipped: boolean;
  onPick: (item: Item, value: number | null) => void;
  onEnter: (item: Item) => void;
}

/** What stands on a key: the digit that gives the answer, or the value where there are no digits. */
const signOf = (options: readonly AnswerOption[], value: number): string =>
  digitKeys(options).find((one) => one.value === value)?.key ?? String(value);

/** One line of the paper: its number, its words where the form has them, and its answers. */
export const PaperRow = memo(function PaperRow({ item, options, language, answer, current, skipped, onPick, onEnter }: PaperRowProps) {
  const { t } = useTranslation('assessments');
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!current) return;
    row.current?.scrollIntoView({ block: 'nearest' });
    row.current?.focus({ preventScroll: true });
  }, [current]);
  const words = item.text?.[language] ?? '';
  return (
    <Box
      ref={row}
      role="radiogroup"
      aria-label={words === '' ? t('paper.item', { n: item.n }) : `${String(item.n)}. ${words}`}
      tabIndex={current ? 0 : -1}
      onFocus={() => {
        if (!current) onEnter(item);
      }}
      sx={{
        display: 'grid',
        // Without words the keys stand beside the number, where the eye is.
        gridTemplateColumns: words === '' ? '44px auto minmax(0, 1fr)' : '44px minmax(0, 1fr) auto',
        gap: 1,
        alignItems: 'center',
        minHeight: 40,
        px: 1,
        borderBottom: 1,
        borderColor: 'divider',
        borderRadius: current ? '6px' : 0,
        scrollMargin: '96px',
        contentVisibility: 'auto',
        containIntrinsicSize: 'auto 40px',
        backgroundColor: current ? 'primary.light' : 'transparent',
        outlineOffset: -2,
      }}
    >
      <Typography
        sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums', color: answer === null ? 'text.primary' : 'text.secondary', pr: 0.5 }}
      >
        {item.n}
        {item.required === true && (
          <Box component="span" aria-hidden sx={{ color: 'error.main' }}>
            {'*'}
          </Box>
        )}
      </Typography>
      <Typography variant="body2" lang={language} sx={{ color: skipped ? 'text.disabled' : 'text.primary', py: 0.5, order: words === '' ? 1 : 0 }}>
        {words}
        {skipped && (
          <Box component="span" sx={{ color: 'text.secondary', ml: words === '' ? 0 : 1 }}>
            {t('paper.skipped')}
          </Box>
        )}
      </Typography>
      <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap', justifyContent: 'flex-end' }}>
        {options.map((option) => {
          const chosen = option.value === answer;
          return (
            <ButtonBase
              key={option.value}
              role="radio"
              aria-checked={chosen}
              aria-label={`${signOf(options, option.value)}: ${option.label[language] ?? String(option.value)}`}
              tabIndex={current ? 0 : -1}
              onClick={() => {
                onPick(item, option.value);
              }}
              sx={{
                minWidth: 30,
                height: 30,
                px: 0.75,
                borderRadius: '6px',
                border: 1,
                borderColor: chosen ? 'primary.main' : 'paperInk.fieldLine',
                fontSize: 14,
                fontVariantNumeric: 'tabular-nums',
                backgroundColor: chosen ? 'primary.main' : 'background.paper',
                color: chosen ? 'primary.contrastText' : 'text.primary',
                '&.Mui-focusVisible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 2 },
              }}
            >
              {signOf(options, option.value)}
            </ButtonBase>
          );
        })}
      </Box>
    </Box>
  );
});
