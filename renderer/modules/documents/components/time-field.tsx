import MuiTextField from '@mui/material/TextField';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { fieldSentence } from '../../../lib/error-text';

const typed = (text: string): string => {
  const digits = /^(\d{2})(\d{2})$/.exec(text.trim());
  return digits ? `${digits[1] ?? ''}:${digits[2] ?? ''}` : text.trim();
};

/** A time of day as 09:30; 0930 is understood, and an empty field is null where the schema allows it. */
export function TimeField({ name, label, span = 3, empty = null }: { name: string; label: string; span?: number; empty?: null | '' }) {
  const { t } = useTranslation('documents');
  const { field, fieldState } = useController({ name });
  const code = fieldState.error?.message;
  return (
    <MuiTextField
      fullWidth
      label={label}
      name={name}
      value={(field.value as string | null) ?? ''}
      placeholder={t('terms.timePattern')}
      autoComplete="off"
      inputRef={field.ref}
      onChange={(event) => {
        const text = typed(event.target.value);
        field.onChange(text === '' ? empty : text);
      }}
      onBlur={field.onBlur}
      error={code !== undefined}
      helperText={code && fieldSentence(code.split('?')[0])}
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 5 } }}
      sx={{ gridColumn: `span ${String(span)}` }}
    />
  );
}
