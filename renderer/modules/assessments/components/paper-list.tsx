import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/kernel/roles';
import { answerTo, filledForm, inFormOrder, nextItem, previousItem } from '../../../../shared/modules/assessments/answers';
import type { Instrument, Item } from '../../../../shared/modules/assessments/instrument.model';
import { optionsOf } from '../../../../shared/modules/assessments/options';
import { answerByKey, digitKeys } from '../../../../shared/modules/assessments/paper-entry';
import type { Answers } from '../../../../shared/modules/assessments/result.model';
import { PaperRow } from './paper-row';

interface PaperListProps {
  instrument: Instrument;
  language: Language;
  answers: Answers;
  onAnswer: (item: Item, value: number | null) => void;
  /** Where typing begins: the first item without an answer, unless somebody was sent to one. */
  startAt?: string | null;
}

/** What the keys mean for the item in hand. */
function Legend({
  instrument,
  item,
  language,
  refused,
}: {
  instrument: Instrument;
  item: Item | undefined;
  language: Language;
  /** The digit just typed that is no answer here. */
  refused: string | null;
}) {
  const { t } = useTranslation('assessments');
  const options = item ? optionsOf(instrument, item) : [];
  const keys = digitKeys(options);
  return (
    <Box component="aside" aria-label={t('paper.keys')} sx={{ position: 'sticky', top: 0, alignSelf: 'start', pt: 0.5 }}>
      <Typography variant="subtitle1" component="h2">
        {t('paper.keys')}
      </Typography>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 1.25, rowGap: 0.25, mt: 0.5, mb: 2 }}>
        {options.map((option) => (
          <Box key={option.value} sx={{ display: 'contents' }}>
            <Typography component="dt" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
              {keys.find((one) => one.value === option.value)?.key ?? option.value}
            </Typography>
            <Typography component="dd" lang={language} variant="body2" sx={{ lineHeight: '22px' }}>
              {option.label[language] ?? t('paper.value', { value: option.value })}
            </Typography>
          </Box>
        ))}
      </Box>
      <Typography role="status" variant="body2" sx={{ color: 'warning.main', fontWeight: 500, mb: 1, '&:empty': { display: 'none' } }}>
        {refused === null ? '' : t('paper.noSuchKey', { key: refused })}
      </Typography>
      {keys.length === 0 && item && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {t('paper.noKeys')}
        </Typography>
      )}
      {(['digit', 'blank', 'back', 'arrows'] as const).map((hint) => (
        <Typography key={hint} variant="body2" sx={{ color: 'text.secondary', mb: 0.5 }}>
          {t(`paper.hint.${hint}`)}
        </Typography>
      ))}
    </Box>
  );
}

/** The whole form as a compact list. A digit answers the item in hand and goes on; every key has a button beside it. */
export function PaperList({ instrument, language, answers, onAnswer, startAt = null }: PaperListProps) {
  const items = useMemo(() => inFormOrder(instrument), [instrument]);
  const skipped = useMemo(() => new Set(filledForm(instrument, answers).skipped), [instrument, answers]);
  const [current, setCurrent] = useState(
    () => startAt ?? items.find((item) => answerTo(answers, item.id) === null && !skipped.has(item.id))?.id ?? items[0]?.id ?? '',
  );
  const latest = useRef({ answers, onAnswer });
  latest.current = { answers, onAnswer };
  const pick = useCallback(
    (item: Item, value: number | null) => {
      latest.current.onAnswer(item, value);
      const after = { ...latest.current.answers, [item.id]: value };
      setCurrent(nextItem(instrument, after, item.id)?.id ?? item.id);
    },
    [instrument],
  );
  const enter = useCallback((item: Item) => {
    setCurrent(item.id);
  }, []);
  const here = items.find((item) => item.id === current);
  const go = (to: Item | null) => {
    if (to) setCurrent(to.id);
  };
  const [refused, setRefused] = useState<string | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    setRefused(null);
    if (!here || event.ctrlKey || event.altKey || event.metaKey) return;
    const handled = keyAction(event, {
      blank: () => {
        pick(here, null);
      },
      back: () => {
        go(previousItem(instrument, answers, here.id));
      },
      on: () => {
        go(nextItem(instrument, answers, here.id));
      },
      digit: (key) => {
        const value = answerByKey(instrument, here, key);
        if (value !== null) pick(here, value);
        else if (key === '0') pick(here, null);
        else setRefused(key);
      },
    });
    if (handled) event.preventDefault();
  };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) 220px' }, columnGap: 4 }}>
      <Box onKeyDown={onKeyDown}>
        {items.map((item) => (
          <PaperRow
            key={item.id}
            item={item}
            options={optionsOf(instrument, item)}
            language={language}
            answer={answerTo(answers, item.id)}
            current={item.id === current}
            skipped={skipped.has(item.id)}
            onPick={pick}
            onEnter={enter}
          />
        ))}
      </Box>
      <Legend instrument={instrument} item={here} language={language} refused={refused} />
    </Box>
  );
}

interface Actions {
  blank: () => void;
  back: () => void;
  on: () => void;
  digit: (key: string) => void;
}

/** What a key means in the list; false leaves it to the browser. On an answer's own button Space and Enter press that button. */
function keyAction(event: KeyboardEvent, act: Actions): boolean {
  const onButton = (event.target as HTMLElement).getAttribute('role') === 'radio';
  if (/^\d$/.test(event.key)) act.digit(event.key);
  else if (['Backspace', 'ArrowUp', 'ArrowLeft'].includes(event.key)) act.back();
  else if (['ArrowDown', 'ArrowRight'].includes(event.key)) act.on();
  else if (event.key === ' ' && !onButton) act.blank();
  else if (event.key === 'Enter' && !onButton) act.on();
  else return false;
  return true;
}
