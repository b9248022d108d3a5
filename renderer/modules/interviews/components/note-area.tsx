import MuiTextField from '@mui/material/TextField';
import { useId } from 'react';

interface NoteAreaProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  /** A person's own words stand in the serif. */
  voice?: boolean;
  limit?: number;
  autoFocus?: boolean;
  helperText?: string;
}

/** Large, readable, growing with the text; no spelling service ever sees it. */
export function NoteArea({ label, value, onChange, rows = 2, voice = false, limit = 20_000, autoFocus = false, helperText }: NoteAreaProps) {
  const id = useId();
  return (
    <MuiTextField
      id={id}
      multiline
      fullWidth
      minRows={rows}
      maxRows={18}
      label={label}
      value={value}
      autoFocus={autoFocus}
      {...(helperText ? { helperText } : {})}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      autoComplete="off"
      slotProps={{
        htmlInput: {
          maxLength: limit,
          spellCheck: false,
          'data-private': true,
          sx: (theme) => (voice ? { ...theme.typography.voice } : { fontSize: 16, lineHeight: '25px' }),
        },
      }}
      sx={{ '& .MuiOutlinedInput-root': { backgroundColor: 'background.paper' } }}
    />
  );
}
