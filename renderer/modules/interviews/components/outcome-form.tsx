import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Audience } from '../../../../shared/modules/interviews/guide.model';
import { RECOMMENDATIONS } from '../../../../shared/modules/interviews/interview.model';
import { DayInput } from './day-input';
import { NoteArea } from './note-area';
import { Quotes } from './quotes';
import type { InterviewDesk } from './use-interview';

type NoteField = 'impression' | 'summary' | 'toConsider' | 'grounds' | 'conditions';

function Note({ desk, field, label, rows = 3 }: { desk: InterviewDesk; field: NoteField; label: string; rows?: number }) {
  return (
    <Box id={`interview-${field}`} sx={{ scrollMarginTop: 8 }}>
      <NoteArea
        label={label}
        value={desk.content.fields[field]}
        rows={rows}
        {...(field === 'conditions' ? { limit: 10_000 } : {})}
        onChange={(value) => {
          desk.set(field, value);
        }}
      />
    </Box>
  );
}

/** After the questions: how it went, and what it comes to. */
export function OutcomeForm({ desk, audience }: { desk: InterviewDesk; audience: Audience }) {
  const { t } = useTranslation('interviews');
  const { fields } = desk.content;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 796, pt: 1 }}>
      <Note desk={desk} field="impression" label={t('field.impression')} />
      <Note desk={desk} field="summary" label={t(`field.summary.${audience}`)} />
      <Note desk={desk} field="toConsider" label={t(`field.toConsider.${audience}`)} />
      {audience === 'candidate' && (
        <>
          <Box id="interview-recommendation" sx={{ scrollMarginTop: 8 }}>
            <Typography variant="h2" component="h3" id="interview-recommendation-title">
              {t('recommendation.title')}
            </Typography>
            <RadioGroup
              row
              aria-labelledby="interview-recommendation-title"
              value={fields.recommendation ?? ''}
              onChange={(_, value) => {
                desk.set('recommendation', value);
              }}
            >
              {RECOMMENDATIONS.map((one) => (
                <FormControlLabel key={one} value={one} control={<Radio />} label={t(`recommendation.${one}`)} />
              ))}
            </RadioGroup>
          </Box>
          <Note desk={desk} field="grounds" label={t('field.grounds')} />
          {fields.recommendation === 'with-conditions' && <Note desk={desk} field="conditions" label={t('field.conditions')} rows={2} />}
          <Box id="interview-validUntil" sx={{ width: 220, scrollMarginTop: 8 }}>
            <DayInput
              label={t('field.validUntil')}
              value={fields.validUntil}
              onChange={(value) => {
                desk.set('validUntil', value);
              }}
            />
          </Box>
        </>
      )}
      <Box>
        <Typography variant="h2" component="h3">
          {t('quote.others')}
        </Typography>
        <Quotes desk={desk} questionCode={null} />
      </Box>
    </Box>
  );
}
