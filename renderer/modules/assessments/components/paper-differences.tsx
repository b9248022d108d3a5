import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import MuiTextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/kernel/roles';
import type { AnswerOption, Instrument } from '../../../../shared/modules/assessments/instrument.model';
import { optionsOf } from '../../../../shared/modules/assessments/options';
import type { EntryDifference } from '../../../../shared/modules/assessments/paper-entry';
import { Banner } from '../../../ui';

interface PaperDifferencesProps {
  instrument: Instrument;
  language: Language;
  differences: readonly EntryDifference[];
  /** Writes the answer into both entries. */
  onSettle: (item: string, value: number | null) => void;
}

const BLANK = 'blank';

/** Where the two entries differ, item by item: the paper decides, and what it says goes into both. */
export function PaperDifferences({ instrument, language, differences, onSettle }: PaperDifferencesProps) {
  const { t } = useTranslation('assessments');
  if (differences.length === 0) return <Banner tone="ok" title={t('paper.agree')} />;
  return (
    <Box>
      <Banner tone="warn" title={t('paper.differ', { count: differences.length })}>
        {t('paper.differText')}
      </Banner>
      <Box component="ol" aria-label={t('paper.differences')} sx={{ mt: 1.5, maxWidth: 900 }}>
        {differences.map((one) => (
          <Difference key={one.item} one={one} instrument={instrument} language={language} onSettle={onSettle} />
        ))}
      </Box>
    </Box>
  );
}

function Difference({
  one,
  instrument,
  language,
  onSettle,
}: Pick<PaperDifferencesProps, 'instrument' | 'language' | 'onSettle'> & { one: EntryDifference }) {
  const { t } = useTranslation('assessments');
  const item = instrument.items.find(({ id }) => id === one.item);
  const options = item ? optionsOf(instrument, item) : [];
  const name = (value: number | null) => (value === null ? t('paper.blank') : nameOf(options, value, language));
  const others = [...options.map(({ value }): number | null => value), null].filter((value) => value !== one.first && value !== one.second);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '44px minmax(0, 1fr) auto',
        gap: 1.5,
        alignItems: 'center',
        py: 1,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Typography sx={{ textAlign: 'right', fontWeight: 600 }}>{one.n}</Typography>
      <Typography variant="body2" lang={language}>
        {item?.text?.[language] ?? t('paper.item', { n: one.n })}
      </Typography>
      <Box role="group" aria-label={t('paper.item', { n: one.n })} sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        {(['first', 'second'] as const).map((entry) => (
          <Button
            key={entry}
            variant="outlined"
            size="small"
            onClick={() => {
              onSettle(one.item, one[entry]);
            }}
          >
            {t(`paper.${entry}Said`, { answer: name(one[entry]) })}
          </Button>
        ))}
        {others.length > 0 && (
          <MuiTextField
            select
            size="small"
            value=""
            aria-label={t('paper.other')}
            onChange={(event) => {
              onSettle(one.item, event.target.value === BLANK ? null : Number(event.target.value));
            }}
            slotProps={{ select: { displayEmpty: true, 'aria-label': t('paper.other') } }}
          >
            <MenuItem value="" disabled>
              {t('paper.other')}
            </MenuItem>
            {others.map((value) => (
              <MenuItem key={value ?? BLANK} value={value ?? BLANK}>
                {name(value)}
              </MenuItem>
            ))}
          </MuiTextField>
        )}
      </Box>
    </Box>
  );
}

const nameOf = (options: readonly AnswerOption[], value: number, language: Language): string => {
  const label = options.find((option) => option.value === value)?.label[language];
  return label === undefined || label === String(value) ? String(value) : `${String(value)}, ${label}`;
};
