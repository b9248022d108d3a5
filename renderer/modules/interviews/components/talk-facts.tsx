import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import MuiTextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../../../shared/kernel/roles';
import { FORMATS } from '../../../../shared/modules/interviews/interview.model';
import { DayInput } from './day-input';
import type { InterviewDesk } from './use-interview';

const white = { '& .MuiOutlinedInput-root': { backgroundColor: 'background.paper' } } as const;

/** When, where and how the conversation was held. */
export function TalkFacts({ desk }: { desk: InterviewDesk }) {
  const { t } = useTranslation('interviews');
  const { fields } = desk.content;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr 1fr', lg: '150px 1fr 190px 190px' }, gap: 2, maxWidth: 796 }}>
      <Box id="interview-onDate">
        <DayInput
          label={t('field.onDate')}
          value={fields.onDate}
          onChange={(value) => {
            if (value !== null) desk.set('onDate', value);
          }}
        />
      </Box>
      <MuiTextField
        label={t('field.place')}
        value={fields.place}
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 200, spellCheck: false } }}
        onChange={(event) => {
          desk.set('place', event.target.value.trimStart());
        }}
        sx={white}
      />
      <MuiTextField
        select
        label={t('field.format')}
        value={fields.format}
        onChange={(event) => {
          desk.set('format', event.target.value);
        }}
        sx={white}
      >
        {FORMATS.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`format.${one}`)}
          </MenuItem>
        ))}
      </MuiTextField>
      <MuiTextField
        select
        label={t('field.language')}
        value={fields.language}
        onChange={(event) => {
          desk.set('language', event.target.value);
        }}
        sx={white}
      >
        {LANGUAGES.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`language.${one}`)}
          </MenuItem>
        ))}
      </MuiTextField>
    </Box>
  );
}
