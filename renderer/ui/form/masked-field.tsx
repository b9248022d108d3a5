import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import MuiTextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text';
import { fieldHelp, spanSx } from './field-help';
import { TextField } from './text-fields';

interface MaskedFieldProps {
  label: string;
  /** «•••• •••• 4417», as the program sent it. */
  masked: string;
  /** Asks the program for the number in full; the look is journalled. Absent: this person may not see it. */
  onReveal?: () => Promise<string>;
  /** In a form: once shown, the number becomes an ordinary field of this name. */
  name?: string;
  help?: ReactNode;
  span?: number;
}

/** A number of a paper: masked until asked. */
export function MaskedField({ label, masked, onReveal, name, help, span }: MaskedFieldProps) {
  const { t } = useTranslation('ui');
  const sentence = useErrorText();
  const form = useFormContext() as ReturnType<typeof useFormContext> | null;
  const [shown, setShown] = useState<string | null>(null);
  const [error, setError] = useState<string | undefined>(undefined);
  if (shown !== null && name) return <TextField name={name} label={label} help={t('masked.shown')} {...(span ? { span } : {})} />;
  const reveal = async () => {
    try {
      const value = (await onReveal?.()) ?? '';
      if (name) form?.resetField(name, { defaultValue: value });
      setShown(value);
    } catch (failure) {
      setError(sentence(failure));
    }
  };
  return (
    <MuiTextField
      fullWidth
      label={label}
      value={shown ?? masked}
      error={error !== undefined}
      helperText={fieldHelp(error, help ?? (onReveal ? t(shown === null ? 'masked.journal' : 'masked.shown') : undefined))}
      slotProps={{
        htmlInput: { readOnly: true, 'data-private': true },
        input: {
          endAdornment: onReveal && shown === null && (
            <InputAdornment position="end">
              <Button
                size="small"
                onClick={() => {
                  void reveal();
                }}
              >
                {t('masked.show')}
              </Button>
            </InputAdornment>
          ),
        },
      }}
      sx={spanSx(span)}
    />
  );
}
