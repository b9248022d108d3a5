import MenuItem from '@mui/material/MenuItem';
import MuiTextField from '@mui/material/TextField';
import { useId } from 'react';

interface Common {
  label: string;
  value: string;
  onChange: (value: string) => void;
  span?: number;
  helperText?: string;
}

const spanOf = (span: number) => ({
  gridColumn: { xs: 'span 12', md: `span ${String(span)}` },
  '& .MuiInputBase-root': { backgroundColor: 'background.paper' },
});

interface WordsProps extends Common {
  /** One line when left out. */
  rows?: number;
  limit: number;
  /** A person's own words stand in the serif. */
  voice?: boolean;
}

/** Words on the violet sheet: saved by themselves, and no spelling service ever sees them. */
export function SealWords({ label, value, onChange, span = 12, rows, limit, voice = false, helperText }: WordsProps) {
  const id = useId();
  return (
    <MuiTextField
      id={id}
      fullWidth
      label={label}
      value={value}
      {...(rows === undefined ? {} : { multiline: true, minRows: rows, maxRows: 16 })}
      {...(helperText ? { helperText } : {})}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      autoComplete="off"
      slotProps={{
        htmlInput: { maxLength: limit, spellCheck: false, 'data-private': true, sx: (theme) => (voice ? { ...theme.typography.voice } : {}) },
      }}
      sx={spanOf(span)}
    />
  );
}

/** One of a few, or nothing yet. */
export function SealChoice({ label, value, onChange, span = 4, options }: Common & { options: readonly { value: string; label: string }[] }) {
  const id = useId();
  return (
    <MuiTextField
      id={id}
      select
      fullWidth
      label={label}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      slotProps={{ select: { displayEmpty: true } }}
      sx={spanOf(span)}
    >
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </MuiTextField>
  );
}
