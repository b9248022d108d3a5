import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { LANGUAGES } from '../../../shared/kernel/roles';
import type { Subject } from '../../../shared/modules/clinical/clinical.model';
import { PURPOSES, RECOMMENDATIONS, type ExtractFields } from '../../../shared/modules/extracts/extracts.model';
import { currentLanguage } from '../../lib/i18n';
import { DateField, FieldGrid, FormSection, SelectField, TextAreaField, TextField } from '../../ui';
import { phrasesFor } from './components/phrases';
import { RecipientsField } from './components/recipients-field';

export type ExtractValues = z.input<typeof ExtractFields>;

/** What an extract begins with: an empty text, and nobody chosen for the psychologist. */
export const newExtract = (subject: Subject): ExtractFields => ({
  purpose: subject.kind === 'pair' ? 'guest-contract' : 'mentoring',
  purposeNote: '',
  recipients: [],
  recommendation: null,
  text: '',
  validUntil: null,
  language: currentLanguage(),
});

/** Prepared sentences as a first draft; offered only while nothing is written, so that nothing is overwritten. */
function Begin({ kind, onBegin }: { kind: Subject['kind']; onBegin: (text: string) => void }) {
  const { t } = useTranslation('extracts');
  const [text, recommendation, language] = useWatch<ExtractFields, ['text', 'recommendation', 'language']>({
    name: ['text', 'recommendation', 'language'],
  });
  if (text.trim() !== '' || recommendation === null) return null;
  return (
    <Box sx={{ gridColumn: 'span 12', mt: -1 }}>
      <Button
        size="small"
        variant="outlined"
        onClick={() => {
          onBegin(phrasesFor(kind, recommendation, language).join('\n'));
        }}
      >
        {t('phrases.begin')}
      </Button>
    </Box>
  );
}

/** The fields of an extract, in the order in which they are decided. */
export function ExtractFieldset({ kind, onBegin }: { kind: Subject['kind']; onBegin: (text: string) => void }) {
  const { t } = useTranslation('extracts');
  const purpose = useWatch<ExtractFields, 'purpose'>({ name: 'purpose' });
  const options = (values: readonly string[], key: string) => values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return (
    <>
      <FormSection id="advice" title={t('part.advice')}>
        <FieldGrid>
          <SelectField
            name="recommendation"
            label={t('field.recommendation')}
            options={options(RECOMMENDATIONS, 'recommendation')}
            empty={t('recommendation.none')}
            span={5}
          />
          <DateField name="validUntil" label={t('field.validUntil')} span={4} />
          <SelectField name="language" label={t('field.language')} options={options(LANGUAGES, 'language')} span={3} />
          <SelectField name="purpose" label={t('field.purpose')} options={options(PURPOSES, 'purpose')} span={5} />
          <TextField name="purposeNote" label={t(purpose === 'other' ? 'field.purposeOther' : 'field.purposeNote')} span={7} maxLength={300} />
        </FieldGrid>
      </FormSection>
      <FormSection id="text" title={t('part.text')} note={t('part.textNote')}>
        <FieldGrid>
          <TextAreaField name="text" label={t('field.text')} rows={8} />
          <Begin kind={kind} onBegin={onBegin} />
        </FieldGrid>
      </FormSection>
      <FormSection id="readers" title={t('part.readers')}>
        <FieldGrid>
          <RecipientsField />
        </FieldGrid>
      </FormSection>
    </>
  );
}
