import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import MuiTextField from '@mui/material/TextField';
import Box from '@mui/material/Box';
import { CircleAlert, Eye, EyeOff } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { sentenceOfField } from '../../ui/form/field-codes';
import { fieldHelp, spanSx } from '../../ui/form/field-help';

interface PasswordInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  error?: string | undefined;
  help?: ReactNode;
  disabled?: boolean;
  autoFocus?: boolean;
  fresh?: boolean;
  name?: string;
  span?: number;
  inputRef?: Ref<HTMLInputElement>;
}

/** A password: can be looked at, says when Caps Lock is on. */
export function PasswordInput({
  label,
  value,
  onChange,
  onBlur,
  error,
  help,
  disabled = false,
  autoFocus = false,
  fresh = false,
  name = 'password',
  span = 12,
  inputRef,
}: PasswordInputProps) {
  const { t } = useTranslation('ui');
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  const watchCaps = (event: KeyboardEvent) => {
    setCaps(event.getModifierState('CapsLock'));
  };
  const capsNote = (
    <Box component="span" sx={{ display: 'flex', gap: 0.75, color: 'warning.main' }}>
      <CircleAlert size={15} strokeWidth={1.75} aria-hidden style={{ marginTop: 2 }} />
      {t('password.caps')}
    </Box>
  );
  return (
    <MuiTextField
      fullWidth
      label={label}
      name={name}
      type={shown ? 'text' : 'password'}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      onKeyDown={watchCaps}
      onKeyUp={watchCaps}
      onBlur={onBlur}
      disabled={disabled}
      autoFocus={autoFocus}
      autoComplete={fresh ? 'new-password' : 'current-password'}
      error={error !== undefined}
      helperText={error ? fieldHelp(error, null) : caps ? capsNote : help}
      inputRef={inputRef}
      slotProps={{
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                size="small"
                aria-label={t(shown ? 'password.hide' : 'password.show')}
                aria-pressed={shown}
                onClick={() => {
                  setShown(!shown);
                }}
                sx={{ mr: -0.75 }}
              >
                {shown ? <EyeOff size={17} strokeWidth={1.75} aria-hidden /> : <Eye size={17} strokeWidth={1.75} aria-hidden />}
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
      sx={spanSx(span)}
    />
  );
}

/** The same inside a form. */
export function PasswordField({
  name,
  label,
  help,
  fresh = true,
  span = 6,
  autoFocus = false,
}: {
  name: string;
  label: string;
  help?: ReactNode;
  fresh?: boolean;
  span?: number;
  autoFocus?: boolean;
}) {
  const { field, fieldState } = useController({ name });
  return (
    <PasswordInput
      name={name}
      label={label}
      help={help}
      fresh={fresh}
      span={span}
      autoFocus={autoFocus}
      value={(field.value as string | undefined) ?? ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={sentenceOfField(fieldState.error?.message)}
    />
  );
}
