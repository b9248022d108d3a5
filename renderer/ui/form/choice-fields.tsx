import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import MenuItem from '@mui/material/MenuItem';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import MuiTextField from '@mui/material/TextField';
import { ChevronDown, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useController } from 'react-hook-form';
import { sentenceOfField } from './field-codes';
import { fieldHelp, spanSx, type FieldProps } from './field-help';

export interface Option {
  value: string;
  label: string;
  note?: string;
}

/** One of a list. `empty` names the choice of nothing and stores null. */
export function SelectField({
  name,
  label,
  help,
  disabled = false,
  span,
  options,
  empty,
}: FieldProps & { options: readonly Option[]; empty?: string }) {
  const { field, fieldState } = useController({ name });
  const error = sentenceOfField(fieldState.error?.message);
  return (
    <MuiTextField
      select
      fullWidth
      label={label}
      name={name}
      value={(field.value as string | null) ?? ''}
      onChange={(event) => {
        field.onChange(event.target.value === '' && empty !== undefined ? null : event.target.value);
      }}
      onBlur={field.onBlur}
      inputRef={field.ref}
      disabled={disabled}
      error={error !== undefined}
      helperText={fieldHelp(error, help)}
      slotProps={{ select: { displayEmpty: true } }}
      sx={spanSx(span)}
    >
      {empty !== undefined && <MenuItem value="">{empty}</MenuItem>}
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </MuiTextField>
  );
}

export function CheckField({ name, label, help, disabled = false, span = 12 }: Omit<FieldProps, 'label'> & { label: ReactNode }) {
  const { field, fieldState } = useController({ name });
  const error = sentenceOfField(fieldState.error?.message);
  return (
    <FormControl error={error !== undefined} sx={spanSx(span)}>
      <FormControlLabel
        disabled={disabled}
        control={
          <Checkbox
            name={name}
            checked={Boolean(field.value)}
            onChange={(event) => {
              field.onChange(event.target.checked);
            }}
            onBlur={field.onBlur}
            slotProps={{ input: { ref: field.ref } }}
          />
        }
        label={label}
      />
      {(error ?? help) !== undefined && <FormHelperText sx={{ pl: 3.25, mt: '0 !important' }}>{fieldHelp(error, help)}</FormHelperText>}
    </FormControl>
  );
}

/** A few choices, all in sight. */
export function RadioField({
  name,
  label,
  help,
  disabled = false,
  span = 12,
  options,
  row = false,
}: FieldProps & { options: readonly Option[]; row?: boolean }) {
  const { field, fieldState } = useController({ name });
  const error = sentenceOfField(fieldState.error?.message);
  return (
    <FormControl component="fieldset" error={error !== undefined} disabled={disabled} sx={spanSx(span)}>
      <FormLabel
        component="legend"
        sx={{ fontSize: 13.5, fontWeight: 500, color: 'text.primary', '&.Mui-focused, &.Mui-error': { color: 'text.primary' }, mb: 0.5 }}
      >
        {label}
      </FormLabel>
      <RadioGroup
        name={name}
        row={row}
        value={(field.value as string | null) ?? ''}
        onChange={(_, value) => {
          field.onChange(value);
        }}
        onBlur={field.onBlur}
      >
        {options.map((option, index) => (
          <FormControlLabel
            key={option.value}
            value={option.value}
            control={<Radio {...(index === 0 ? { slotProps: { input: { ref: field.ref } } } : {})} />}
            label={
              <Box>
                {option.label}
                {option.note && (
                  <Box component="span" sx={{ display: 'block', fontSize: 13, lineHeight: '18px', color: 'text.secondary' }}>
                    {option.note}
                  </Box>
                )}
              </Box>
            }
            sx={{ alignItems: option.note ? 'flex-start' : 'center', mb: option.note ? 0.75 : 0 }}
          />
        ))}
      </RadioGroup>
      {(error ?? help) !== undefined && <FormHelperText>{fieldHelp(error, help)}</FormHelperText>}
    </FormControl>
  );
}

interface ChipsFieldProps extends FieldProps {
  /** Without options the words are free. */
  options?: readonly Option[];
  placeholder?: string;
}

/** Several of a list, or several words of one's own, each a chip. */
export function ChipsField({ name, label, help, disabled = false, span, options, placeholder }: ChipsFieldProps) {
  const { field, fieldState } = useController({ name });
  const error = sentenceOfField(fieldState.error?.message);
  const nameOf = (value: string) => options?.find((option) => option.value === value)?.label ?? value;
  return (
    <Autocomplete
      multiple
      freeSolo={!options}
      disableCloseOnSelect
      options={options?.map((option) => option.value) ?? []}
      getOptionLabel={nameOf}
      value={(field.value as string[] | undefined) ?? []}
      onChange={(_, value) => {
        field.onChange(value.map((word) => word.trim()).filter((word) => word !== ''));
      }}
      onBlur={field.onBlur}
      disabled={disabled}
      popupIcon={<ChevronDown size={16} strokeWidth={1.75} aria-hidden />}
      clearIcon={null}
      slotProps={{ chip: { deleteIcon: <X size={13} aria-hidden /> } }}
      sx={spanSx(span)}
      renderInput={(params) => (
        <MuiTextField
          {...params}
          label={label}
          {...(placeholder ? { placeholder } : {})}
          inputRef={field.ref}
          error={error !== undefined}
          helperText={fieldHelp(error, help)}
        />
      )}
    />
  );
}
