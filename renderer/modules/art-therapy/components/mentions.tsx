import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fold } from '../../../../shared/kernel/search-text';
import { replaceName } from '../../../../shared/modules/art-therapy/mark.rules';
import type { Mention, Observation, ObservationFields } from '../../../../shared/modules/art-therapy/observation.model';
import { useFormat } from '../../../lib/format';
import { useAct } from '../../../lib/query';
import { useToast } from '../../../ui';
import { SealButton } from './seal-button';

type Language = ReturnType<typeof useFormat>['language'];

/** The sheet with the mark in the place of one name. Later places of the same text are found anew by the program. */
function marked(fields: ObservationFields, mention: Mention, language: Language): Partial<ObservationFields> {
  const put = (text: string) => replaceName(text, mention.start, mention.end, language);
  if (mention.field === 'themes') return { themes: fields.themes.map((theme, at) => (at === mention.at ? put(theme) : theme)) };
  return mention.field === 'text' ? { text: put(fields.text) } : { words: put(fields.words) };
}

function Line({ mention, onMark, onNoName }: { mention: Mention; onMark: () => void; onNoName: () => void }) {
  const { t } = useTranslation('art-therapy');
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center', mt: 0.5, color: 'warning.main' }}>
      <TriangleAlert size={15} strokeWidth={1.75} aria-hidden />
      <Typography variant="body2" data-private>
        {t('mention.named', { word: mention.word })}
      </Typography>
      {mention.field === 'caption' ? (
        <Typography variant="body2">{t('mention.caption')}</Typography>
      ) : (
        <SealButton onClick={onMark}>{t('mention.replace')}</SealButton>
      )}
      {!mention.certain && (
        <Button size="small" color="inherit" onClick={onNoName}>
          {t('mention.noName')}
        </Button>
      )}
    </Box>
  );
}

/** Another child of the group is named here: the mark is offered in its place, and the session waits with its signature. */
export function Mentions({ sessionId, observation, editable }: { sessionId: string; observation: Observation; editable: boolean }) {
  const { language } = useFormat();
  const toast = useToast();
  const save = useAct('art-therapy.saveObservation');
  if (!editable) return null;
  const { fields, childId } = observation;
  const write = (next: Partial<ObservationFields>) => {
    const changes = Object.fromEntries((Object.keys(next) as (keyof ObservationFields)[]).map((key) => [key, { from: fields[key], to: next[key] }]));
    save.mutate({ id: sessionId, childId, changes }, { onError: toast.fail });
  };
  return (
    <>
      {observation.mentions.map((mention) => (
        <Line
          key={`${mention.field}/${String(mention.at)}/${String(mention.start)}`}
          mention={mention}
          onMark={() => {
            write(marked(fields, mention, language));
          }}
          onNoName={() => {
            write({ notNames: [...new Set([...fields.notNames, fold(mention.word)])] });
          }}
        />
      ))}
    </>
  );
}
