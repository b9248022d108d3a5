import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { get, useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { MOST_ANCHORS, MOST_OPTIONS, noWords, QUESTION_KINDS, wordsIn, type GuideQuestion } from '../../../../shared/modules/interviews/guide.model';
import { useFormat } from '../../../lib/format';
import { CheckField, FieldGrid, SelectField, StatusChip } from '../../../ui';
import { sentenceOfField } from '../../../ui/form/field-codes';
import { freshCode } from '../guide-form';
import { RowButtons } from './row-buttons';
import { WordsField } from './words-field';

type Path = `content.sections.${number}.questions.${number}`;

function ListError({ path }: { path: string }) {
  const { errors } = useFormState();
  const found: { message?: string; root?: { message?: string } } | undefined = get(errors, path);
  const message = found?.message ?? found?.root?.message;
  if (!message) return null;
  return (
    <Typography role="alert" variant="body2" sx={{ color: 'error.main', mb: 1 }}>
      {sentenceOfField(message)}
    </Typography>
  );
}

/** Levels of a rating, or options of a choice: rows that are added, moved and taken out. */
function Rows({ path, of }: { path: Path; of: 'anchors' | 'options' }) {
  const { t } = useTranslation('interviews');
  const rows = useFieldArray({ name: `${path}.${of}`, keyName: 'key' });
  const most = of === 'anchors' ? MOST_ANCHORS : MOST_OPTIONS;
  const nameOf = (index: number) => t(of === 'anchors' ? 'guide.level' : 'guide.option', { number: index + 1 });
  return (
    <Box sx={{ mb: 1.5 }}>
      <ListError path={`${path}.${of}`} />
      {rows.fields.map((row, index) => (
        <Box key={row.key} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: 1, alignItems: 'start' }}>
          <WordsField name={of === 'anchors' ? `${path}.anchors.${String(index)}` : `${path}.options.${String(index)}.label`} label={nameOf(index)} />
          <RowButtons index={index} count={rows.fields.length} name={nameOf(index)} onMove={rows.move} onRemove={rows.remove} />
        </Box>
      ))}
      {rows.fields.length < most && (
        <Button
          size="small"
          onClick={() => {
            rows.append(of === 'anchors' ? noWords() : { code: freshCode('o'), label: noWords() });
          }}
        >
          {t(of === 'anchors' ? 'guide.addLevel' : 'guide.addOption')}
        </Button>
      )}
    </Box>
  );
}

function Fields({ path, kind }: { path: Path; kind: GuideQuestion['kind'] }) {
  const { t } = useTranslation('interviews');
  return (
    <Box sx={{ mt: 1.5 }}>
      <WordsField name={`${path}.text`} label={t('guide.text')} rows={2} />
      <WordsField name={`${path}.hint`} label={t('guide.hint')} />
      <Box sx={{ mb: 1.5 }}>
        <FieldGrid>
          <SelectField
            name={`${path}.kind`}
            label={t('guide.kind')}
            span={6}
            options={QUESTION_KINDS.map((one) => ({ value: one, label: t(`guide.kinds.${one}`) }))}
          />
          {kind === 'choice' && <CheckField name={`${path}.several`} label={t('guide.several')} span={6} />}
        </FieldGrid>
      </Box>
      {kind === 'rating' && <Rows path={path} of="anchors" />}
      {kind === 'choice' && <Rows path={path} of="options" />}
    </Box>
  );
}

interface QuestionFieldsProps {
  path: Path;
  index: number;
  count: number;
  onMove: (from: number, to: number) => void;
  onRemove: (index: number) => void;
}

/** One question as a line; opened, its fields. Forty questions of open fields would be a wall. */
export function GuideQuestionFields({ path, index, count, onMove, onRemove }: QuestionFieldsProps) {
  const { t } = useTranslation('interviews');
  const { language } = useFormat();
  const { control } = useFormContext();
  const question = useWatch({ control, name: path }) as GuideQuestion;
  const { errors } = useFormState({ control, name: path });
  const wrong = get(errors, path) !== undefined;
  const text = wordsIn(question.text, language);
  const [open, setOpen] = useState(text === '');
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline' }}>
        <Typography sx={{ flex: 1, minWidth: 0 }}>
          {index + 1}. {text === '' ? t('guide.noText') : text}
        </Typography>
        {wrong && <StatusChip plain tone="alarm" word={t('guide.wrong')} />}
        <Typography variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
          {t(`guide.kinds.${question.kind}`)}
        </Typography>
        <Button
          size="small"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {t(open ? 'guide.close' : 'guide.open')}
        </Button>
        <RowButtons index={index} count={count} name={t('guide.question', { number: index + 1 })} onMove={onMove} onRemove={onRemove} />
      </Box>
      {open && <Fields path={path} kind={question.kind} />}
    </Box>
  );
}
