import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/kernel/roles';
import { wordsIn, type GuideQuestion } from '../../../../shared/modules/interviews/guide.model';
import { emptyAnswer } from '../../../../shared/modules/interviews/interview.model';
import { NoteArea } from './note-area';
import { OptionChoice } from './option-choice';
import { Quotes } from './quotes';
import { RatingChoice } from './rating-choice';
import type { InterviewDesk } from './use-interview';

interface QuestionCardProps {
  desk: InterviewDesk;
  question: GuideQuestion;
  number: string;
  /** Of the conversation, not of the screen: the question may be read aloud from here. */
  language: Language;
  hints: boolean;
}

export function QuestionCard({ desk, question, number, language, hints }: QuestionCardProps) {
  const { t } = useTranslation('interviews');
  const answer = desk.content.answers[question.code] ?? emptyAnswer();
  const text = wordsIn(question.text, language);
  const hint = wordsIn(question.hint, language);
  const place = (part: string) => `answers.${question.code}.${part}`;
  return (
    <Box data-question sx={{ py: 2, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '36px minmax(0, 1fr)' }}>
        <Typography sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums', lineHeight: '24px' }}>{number}</Typography>
        <Box sx={{ maxWidth: 760 }}>
          <Typography
            component="h3"
            lang={language}
            sx={{ fontSize: 17, lineHeight: '24px', fontWeight: 500, mb: hints && hint !== '' ? 0.25 : 1.25 }}
          >
            {text}
          </Typography>
          {hints && hint !== '' && (
            <Typography variant="body2" lang={language} sx={{ color: 'text.secondary', mb: 1.25 }}>
              {hint}
            </Typography>
          )}
          {question.kind === 'rating' && (
            <RatingChoice
              label={text}
              anchors={question.anchors.map((anchor) => wordsIn(anchor, language))}
              value={answer.rating}
              onChange={(value) => {
                desk.set(place('rating'), value);
              }}
            />
          )}
          {question.kind === 'choice' && (
            <OptionChoice
              label={text}
              options={question.options.map((option) => ({ code: option.code, label: wordsIn(option.label, language) }))}
              several={question.several}
              value={answer.choices}
              onChange={(value) => {
                desk.set(place('choices'), value);
              }}
            />
          )}
          <Box sx={{ mt: question.kind === 'note' ? 0 : 1 }}>
            <NoteArea
              label={t('note')}
              value={answer.note}
              rows={question.kind === 'note' ? 3 : 1}
              onChange={(value) => {
                desk.set(place('note'), value);
              }}
            />
          </Box>
          <Quotes desk={desk} questionCode={question.code} />
        </Box>
      </Box>
    </Box>
  );
}
