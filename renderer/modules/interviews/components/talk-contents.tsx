import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/kernel/roles';
import { wordsIn, type GuideContent } from '../../../../shared/modules/interviews/guide.model';
import type { InterviewContent } from '../../../../shared/modules/interviews/interview.model';
import { isAnswered } from '../../../../shared/modules/interviews/interview.rules';

interface TalkContentsProps {
  guide: GuideContent;
  content: InterviewContent;
  language: Language;
  hints: boolean;
  onHints: (shown: boolean) => void;
}

export const sectionId = (code: string): string => `section-${code}`;

const go = (id: string): void => {
  document.getElementById(id)?.scrollIntoView({ block: 'start', behavior: 'smooth' });
};

function Line({ id, title, count }: { id: string; title: string; count?: string }) {
  return (
    <Box
      component="button"
      type="button"
      onClick={() => {
        go(id);
      }}
      sx={{
        display: 'flex',
        gap: 1,
        justifyContent: 'space-between',
        width: '100%',
        minHeight: 30,
        py: 0.5,
        px: 0,
        border: 0,
        background: 'none',
        font: 'inherit',
        fontSize: 14.5,
        textAlign: 'left',
        cursor: 'pointer',
        color: 'text.secondary',
        '&:hover': { color: 'text.primary' },
      }}
    >
      <span>{title}</span>
      {count && (
        <Box component="span" sx={{ fontSize: 13, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
          {count}
        </Box>
      )}
    </Box>
  );
}

/** The guide's sections with how much of each was talked about, and the way to its end. */
export function TalkContents({ guide, content, language, hints, onHints }: TalkContentsProps) {
  const { t } = useTranslation('interviews');
  return (
    <Box component="nav" aria-label={t('contents')} sx={{ position: 'sticky', top: 0, alignSelf: 'start', display: { xs: 'none', md: 'block' } }}>
      <Line id="section-talk" title={t('part.talk')} />
      {guide.sections.map((section) => {
        const done = section.questions.filter((question) => isAnswered(content.answers[question.code])).length;
        return (
          <Line
            key={section.code}
            id={sectionId(section.code)}
            title={wordsIn(section.title, language)}
            count={t('contentsCount', { done, of: section.questions.length })}
          />
        );
      })}
      <Line id="section-outcome" title={t('part.outcome')} />
      <FormControlLabel
        control={
          <Switch
            size="small"
            checked={hints}
            onChange={(event) => {
              onHints(event.target.checked);
            }}
          />
        }
        label={t('hints')}
        sx={{ mt: 1.5, ml: 0, gap: 1, '& .MuiFormControlLabel-label': { fontSize: 14 } }}
      />
    </Box>
  );
}
