import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { RECIPIENTS } from '../../../../shared/modules/extracts/extracts.model';
import { fieldHelp } from '../../../ui/form/field-help';
import { sentenceOfField } from '../../../ui/form/field-codes';

/** Who will read it, in plain words rather than role names. */
export function RecipientsField() {
  const { t } = useTranslation('extracts');
  const { field, fieldState } = useController<{ recipients: string[] }, 'recipients'>({ name: 'recipients' });
  const error = sentenceOfField(fieldState.error?.message);
  return (
    <FormControl component="fieldset" error={error !== undefined} sx={{ gridColumn: 'span 12' }}>
      <FormLabel
        component="legend"
        sx={{ fontSize: 13.5, fontWeight: 500, color: 'text.primary', mb: 0.5, '&.Mui-focused, &.Mui-error': { color: 'text.primary' } }}
      >
        {t('field.recipients')}
      </FormLabel>
      {RECIPIENTS.map((role, index) => (
        <FormControlLabel
          key={role}
          sx={{ alignItems: 'flex-start', mb: 0.5 }}
          control={
            <Checkbox
              name={`recipients.${role}`}
              checked={field.value.includes(role)}
              onChange={(event) => {
                field.onChange(RECIPIENTS.filter((one) => (one === role ? event.target.checked : field.value.includes(one))));
              }}
              onBlur={field.onBlur}
              {...(index === 0 ? { slotProps: { input: { ref: field.ref } } } : {})}
            />
          }
          label={
            <Box>
              {t(`reader.${role}`)}
              <Box component="span" sx={{ display: 'block', fontSize: 13, lineHeight: '18px', color: 'text.secondary' }}>
                {t(`readerNote.${role}`)}
              </Box>
            </Box>
          }
        />
      ))}
      <FormHelperText>{fieldHelp(error, t('recipientsHelp'))}</FormHelperText>
    </FormControl>
  );
}
