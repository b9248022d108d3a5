import MuiTextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseTypedDate, shortDate } from '../../../lib/format';

interface DayInputProps {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  helperText?: string;
}

/** A day typed as dd.mm.yyyy; only a real day, or an emptied field, leaves it. */
export function DayInput({ label, value, onChange, helperText }: DayInputProps) {
  const { t } = useTranslation(['interviews', 'ui']);
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed.trim() !== '' && parseTypedDate(typed) === null;
  return (
    <MuiTextField
      label={label}
      value={typed ?? (value === null ? '' : shortDate(value))}
      placeholder={t('ui:date.pattern')}
      autoComplete="off"
      error={wrong}
      {...((wrong ? t('field.noDay') : helperText) ? { helperText: wrong ? t('field.noDay') : helperText } : {})}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        const day = parseTypedDate(text);
        if (day !== null) onChange(day);
        else if (text.trim() === '') onChange(null);
      }}
      onBlur={() => {
        if (!wrong) setTyped(null);
      }}
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 10 } }}
      sx={{ '& .MuiOutlinedInput-root': { backgroundColor: 'background.paper' } }}
    />
  );
}
