import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { CornerDownRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/kernel/roles';
import type { ExtractFields } from '../../../../shared/modules/extracts/extracts.model';
import { texts } from '../../../lib/i18n';

type Recommendation = NonNullable<ExtractFields['recommendation']>;

/** Prepared sentences for a recommendation, in the language of the extract and not of the screen. */
export function phrasesFor(kind: string, recommendation: Recommendation, language: Language): string[] {
  return texts
    .getFixedT(
      language,
      'extracts',
    )(`phrase.${kind}.${recommendation}`)
    .split('\n')
    .filter((line) => line !== '');
}

interface PhrasesProps {
  kind: string;
  recommendation: Recommendation | null;
  language: Language;
  onInsert: (text: string) => void;
}

export function Phrases({ kind, recommendation, language, onInsert }: PhrasesProps) {
  const { t } = useTranslation('extracts');
  if (recommendation === null) return <Typography sx={{ color: 'text.secondary' }}>{t('phrases.choose')}</Typography>;
  return (
    <Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('phrases.hint')}
      </Typography>
      <Box component="ul">
        {phrasesFor(kind, recommendation, language).map((phrase) => (
          <Box component="li" key={phrase} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
            <Typography lang={language}>{phrase}</Typography>
            <Button
              size="small"
              sx={{ ml: -1 }}
              startIcon={<CornerDownRight size={14} strokeWidth={1.75} aria-hidden />}
              aria-label={t('source.insertLine', { what: t('source.insert'), line: phrase.slice(0, 60) })}
              onClick={() => {
                onInsert(phrase);
              }}
            >
              {t('source.insert')}
            </Button>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
