import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { MOST_QUESTIONS } from '../../../../shared/modules/interviews/guide.model';
import { FormSection } from '../../../ui';
import { emptyQuestion } from '../guide-form';
import { GuideQuestionFields } from './guide-question-fields';
import { RowButtons } from './row-buttons';
import { WordsField } from './words-field';

interface SectionFieldsProps {
  index: number;
  count: number;
  title: string;
  onMove: (from: number, to: number) => void;
  onRemove: (index: number) => void;
}

export function GuideSectionFields({ index, count, title, onMove, onRemove }: SectionFieldsProps) {
  const { t } = useTranslation('interviews');
  const path = `content.sections.${index}` as const;
  const questions = useFieldArray({ name: `${path}.questions`, keyName: 'key' });
  return (
    <FormSection id={`guide-section-${String(index)}`} title={title}>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', mt: -4.5, mb: 1 }}>
        <RowButtons index={index} count={count} name={title} onMove={onMove} onRemove={onRemove} />
      </Box>
      <WordsField name={`${path}.title`} label={t('guide.sectionTitle')} />
      <WordsField name={`${path}.hint`} label={t('guide.sectionHint')} />
      <Box component="ul">
        {questions.fields.map((field, at) => (
          <GuideQuestionFields
            key={field.key}
            path={`${path}.questions.${at}`}
            index={at}
            count={questions.fields.length}
            onMove={questions.move}
            onRemove={questions.remove}
          />
        ))}
      </Box>
      {questions.fields.length < MOST_QUESTIONS && (
        <Button
          size="small"
          variant="outlined"
          sx={{ mt: 1 }}
          onClick={() => {
            questions.append(emptyQuestion());
          }}
        >
          {t('guide.addQuestion')}
        </Button>
      )}
    </FormSection>
  );
}
