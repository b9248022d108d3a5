import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import Popover from '@mui/material/Popover';
import MuiTextField from '@mui/material/TextField';
import dayjs from 'dayjs';
import { CalendarDays } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { isPlainDate } from '../../../shared/kernel/plain-date';
import { parseTypedDate, shortDate } from '../../lib/format';
import { packed, sentenceOfField } from './field-codes';
import { fieldHelp, spanSx, type FieldProps } from './field-help';

const DateCalendar = lazy(() => import('@mui/x-date-pickers/DateCalendar').then((module) => ({ default: module.DateCalendar })));

interface DateFieldProps extends FieldProps {
  /** What an empty field is in the schema: '' or null. */
  empty?: '' | null;
}

/** Typed as dd.mm.yyyy; the form holds a plain date. What is no date stays as typed, so that the error can point at it. */
export function DateField({ name, label, help, disabled = false, span = 4, empty = null }: DateFieldProps) {
  const { t } = useTranslation('ui');
  const { field, fieldState } = useController({ name });
  const anchor = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const value = (field.value as string | null) ?? '';
  const typed = value !== '' && !isPlainDate(value);
  const error = fieldState.error && typed ? sentenceOfField(packed('DATE.IMPOSSIBLE')) : sentenceOfField(fieldState.error?.message);
  return (
    <>
      <MuiTextField
        fullWidth
        ref={anchor}
        label={label}
        name={name}
        placeholder={t('date.pattern')}
        value={isPlainDate(value) ? shortDate(value) : value}
        onChange={(event) => {
          const text = event.target.value;
          // A date is taken only when the year is complete; until then the text is left alone under the typing hand.
          field.onChange(text.trim() === '' ? empty : (parseTypedDate(text) ?? text));
        }}
        onBlur={field.onBlur}
        inputRef={field.ref}
        disabled={disabled}
        error={error !== undefined}
        helperText={fieldHelp(error, help)}
        autoComplete="off"
        slotProps={{
          htmlInput: { inputMode: 'numeric', maxLength: 10 },
          input: {
            endAdornment: (
              <InputAdornment position="end">
                <IconButton
                  size="small"
                  aria-label={t('date.calendar', { label })}
                  disabled={disabled}
                  onClick={() => {
                    setOpen(true);
                  }}
                  sx={{ mr: -1 }}
                >
                  <CalendarDays size={16} strokeWidth={1.75} aria-hidden />
                </IconButton>
              </InputAdornment>
            ),
          },
        }}
        sx={spanSx(span)}
      />
      <Popover
        open={open}
        anchorEl={anchor.current}
        onClose={() => {
          setOpen(false);
        }}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      >
        <Suspense>
          {open && (
            <DateCalendar
              value={isPlainDate(value) ? dayjs(value) : null}
              minDate={dayjs('1900-01-01')}
              onChange={(day, state) => {
                if (day) field.onChange(day.format('YYYY-MM-DD'));
                if (state === 'finish') setOpen(false);
              }}
            />
          )}
        </Suspense>
      </Popover>
    </>
  );
}
