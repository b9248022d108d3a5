import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

interface RatingChoiceProps {
  label: string;
  /** What each level looks like, from the first upwards. */
  anchors: string[];
  value: number | null;
  onChange: (value: number | null) => void;
}

/** Levels in words. A digit chooses its level, 0 takes the choice back; arrows work as in any list of choices. */
export function RatingChoice({ label, anchors, value, onChange }: RatingChoiceProps) {
  const { t } = useTranslation('interviews');
  const onKey = (event: KeyboardEvent) => {
    const digit = Number(event.key);
    if (!/^\d$/.test(event.key) || event.ctrlKey || event.altKey || digit > anchors.length) return;
    event.preventDefault();
    onChange(digit === 0 ? null : digit);
  };
  return (
    <Box onKeyDown={onKey}>
      <RadioGroup
        aria-label={label}
        value={value === null ? '' : String(value)}
        onChange={(_, next) => {
          onChange(Number(next));
        }}
      >
        {anchors.map((anchor, index) => (
          <FormControlLabel
            key={index}
            value={String(index + 1)}
            control={<Radio size="small" />}
            label={
              <Box component="span" sx={{ display: 'flex', gap: 1 }}>
                <Box component="span" sx={{ fontWeight: 600, minWidth: 14, fontVariantNumeric: 'tabular-nums' }}>
                  {index + 1}
                </Box>
                <span>{anchor}</span>
              </Box>
            }
            sx={{ alignItems: 'flex-start', mr: 0, py: 0.25, '& .MuiRadio-root': { pt: 0.25 } }}
          />
        ))}
      </RadioGroup>
      {value !== null && (
        <Button
          size="small"
          onClick={() => {
            onChange(null);
          }}
        >
          {t('clear')}
        </Button>
      )}
    </Box>
  );
}
