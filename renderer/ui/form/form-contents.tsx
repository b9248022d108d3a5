import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface FormSectionInfo {
  id: string;
  title: string;
  fields?: readonly string[];
}

/** The list of sections beside a long form: where one is, and where something still asks for attention. */
export function FormContents({ sections, hasError }: { sections: readonly FormSectionInfo[]; hasError: (field: string) => boolean }) {
  const { t } = useTranslation('ui');
  return (
    <Box
      component="nav"
      aria-label={t('form.contents')}
      sx={{ display: { xs: 'none', md: 'block' }, position: 'sticky', top: 0, alignSelf: 'start' }}
    >
      {sections.map((section) => {
        const wrong = section.fields?.some(hasError) ?? false;
        return (
          <Box
            key={section.id}
            component="button"
            type="button"
            onClick={() => {
              document.getElementById(section.id)?.scrollIntoView({ block: 'start', behavior: 'smooth' });
            }}
            sx={{
              display: 'flex',
              gap: 0.75,
              alignItems: 'center',
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
              color: wrong ? 'error.main' : 'text.secondary',
              '&:hover': { color: 'text.primary' },
            }}
          >
            {section.title}
            {wrong && <CircleAlert size={14} strokeWidth={1.75} aria-label={t('form.sectionProblem')} />}
          </Box>
        );
      })}
    </Box>
  );
}

/** One section of a form: a title, at most one sentence, fields. */
export function FormSection({ id, title, note, children }: { id: string; title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <Box
      component="section"
      id={id}
      aria-labelledby={`${id}-title`}
      sx={{ scrollMarginTop: 8, '& + section': { mt: 3, pt: 2.5, borderTop: 1, borderColor: 'divider' } }}
    >
      <Typography variant="h2" id={`${id}-title`} sx={{ mb: note ? 0.25 : 1.5 }}>
        {title}
      </Typography>
      {note && (
        <Typography variant="body2" component="div" sx={{ color: 'text.secondary', mb: 1.5 }}>
          {note}
        </Typography>
      )}
      {children}
    </Box>
  );
}
