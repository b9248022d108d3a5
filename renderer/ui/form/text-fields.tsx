import MuiTextField, { type TextFieldProps as MuiProps } from '@mui/material/TextField';
import { useController } from 'react-hook-form';
import { sentenceOfField } from './field-codes';
import { fieldHelp, spanSx, type FieldProps } from './field-help';

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'tel' | 'email' | 'password';
  placeholder?: string;
  autoFocus?: boolean;
  autoComplete?: string;
  maxLength?: number;
  inputMode?: 'text' | 'numeric' | 'tel';
  slotProps?: MuiProps['slotProps'];
}

export function TextField({
  name,
  label,
  help,
  disabled = false,
  span,
  maxLength,
  inputMode,
  autoComplete = 'off',
  slotProps,
  ...rest
}: TextFieldProps) {
  const { field, fieldState } = useController({ name });
  const error = sentenceOfField(fieldState.error?.message);
  return (
    <MuiTextField
      {...rest}
      fullWidth
      label={label}
      name={name}
      value={(field.value as string | null) ?? ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      disabled={disabled}
      error={error !== undefined}
      helperText={fieldHelp(error, help)}
      autoComplete={autoComplete}
      slotProps={{ ...slotProps, htmlInput: { ...(maxLength ? { maxLength } : {}), ...(inputMode ? { inputMode } : {}), spellCheck: false } }}
      sx={spanSx(span)}
    />
  );
}

export function TextAreaField({
  name,
  label,
  help,
  disabled = false,
  span = 12,
  rows = 3,
  placeholder,
}: FieldProps & { rows?: number; placeholder?: string }) {
  const { field, fieldState } = useController({ name });
  const error = sentenceOfField(fieldState.error?.message);
  return (
    <MuiTextField
      multiline
      minRows={rows}
      maxRows={14}
      fullWidth
      label={label}
      name={name}
      {...(placeholder ? { placeholder } : {})}
      value={(field.value as string | null) ?? ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      disabled={disabled}
      error={error !== undefined}
      helperText={fieldHelp(error, help)}
      sx={spanSx(span)}
    />
  );
}

/** A whole number; an empty field is null. */
export function NumberField({ name, label, help, disabled = false, span = 3 }: FieldProps) {
  const { field, fieldState } = useController({ name });
  const error = sentenceOfField(fieldState.error?.message);
  const shown = field.value === null || field.value === undefined || Number.isNaN(field.value) ? '' : String(field.value);
  return (
    <MuiTextField
      fullWidth
      label={label}
      name={name}
      value={shown}
      onChange={(event) => {
        const digits = event.target.value.replace(/\D/g, '').slice(0, 9);
        field.onChange(digits === '' ? null : Number(digits));
      }}
      onBlur={field.onBlur}
      inputRef={field.ref}
      disabled={disabled}
      error={error !== undefined}
      helperText={fieldHelp(error, help)}
      autoComplete="off"
      slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      sx={spanSx(span)}
    />
  );
}
