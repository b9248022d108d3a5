import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Quote as QuoteIcon, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowId } from '../../../../shared/kernel/ids';
import type { Quote } from '../../../../shared/modules/interviews/interview.model';
import { newId } from '../../../lib/new-id';
import type { InterviewDesk } from './use-interview';
import { NoteArea } from './note-area';

/** The person's own words under the question at which they were said. */
export function Quotes({ desk, questionCode }: { desk: InterviewDesk; questionCode: string | null }) {
  const { t } = useTranslation('interviews');
  const [fresh, setFresh] = useState<string | null>(null);
  const quotes = desk.content.quotes.filter((quote) => quote.questionCode === questionCode);
  const put = (quote: Quote) => {
    desk.set(`quotes.${quote.id}`, quote);
  };
  return (
    <Box sx={{ mt: 0.75 }}>
      {quotes.map((quote) => (
        <Box key={quote.id} sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', borderLeft: 2, borderColor: 'primary.main', pl: 1.5, my: 1.25 }}>
          <NoteArea
            label={t('quote.label')}
            value={quote.text}
            voice
            rows={1}
            limit={2000}
            autoFocus={quote.id === fresh}
            onChange={(text) => {
              put({ ...quote, text });
            }}
          />
          <IconButton
            size="small"
            aria-label={t('quote.remove')}
            onClick={() => {
              desk.set(`quotes.${quote.id}`, null);
            }}
          >
            <X size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </Box>
      ))}
      <Button
        size="small"
        startIcon={<QuoteIcon size={14} strokeWidth={1.75} aria-hidden />}
        onClick={() => {
          const id = newId(RowId);
          setFresh(id);
          put({ id, questionCode: questionCode, text: '' });
        }}
      >
        {t('quote.add')}
      </Button>
    </Box>
  );
}
