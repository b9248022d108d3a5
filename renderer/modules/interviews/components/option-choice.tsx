import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useTranslation } from 'react-i18next';

interface OptionChoiceProps {
  label: string;
  options: { code: string; label: string }[];
  several: boolean;
  value: string[];
  onChange: (value: string[]) => void;
}

/** One of the options, or several, all in sight. */
export function OptionChoice({ label, options, several, value, onChange }: OptionChoiceProps) {
  const { t } = useTranslation('interviews');
  if (several)
    return (
      <Box role="group" aria-label={label} sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' }, columnGap: 2 }}>
        {options.map((option) => (
          <FormControlLabel
            key={option.code}
            control={
              <Checkbox
                size="small"
                checked={value.includes(option.code)}
                onChange={(event) => {
                  onChange(event.target.checked ? [...value, option.code] : value.filter((code) => code !== option.code));
                }}
              />
            }
            label={option.label}
            sx={{ mr: 0 }}
          />
        ))}
      </Box>
    );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <RadioGroup
        row
        aria-label={label}
        value={value[0] ?? ''}
        onChange={(_, next) => {
          onChange([next]);
        }}
      >
        {options.map((option) => (
          <FormControlLabel key={option.code} value={option.code} control={<Radio size="small" />} label={option.label} />
        ))}
      </RadioGroup>
      {value.length > 0 && (
        <Button
          size="small"
          onClick={() => {
            onChange([]);
          }}
        >
          {t('clear')}
        </Button>
      )}
    </Box>
  );
}
