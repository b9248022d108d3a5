import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { AttendanceLine } from '../../../../shared/modules/art-therapy/art-therapy.model';
import { isEmptyObservation, wasThere } from '../../../../shared/modules/art-therapy/art-therapy.rules';
import type { Observation, Scale } from '../../../../shared/modules/art-therapy/observation.model';
import { wordsOf } from '../../../../shared/modules/art-therapy/scale-words';
import { useFormat } from '../../../lib/format';
import { MarkedText } from './marked-text';
import { Mentions } from './mentions';
import { SealButton } from './seal-button';

interface ObservationCardProps {
  sessionId: string;
  observation: Observation;
  line: AttendanceLine | undefined;
  scales: readonly Scale[];
  /** Numbers of the child's drawings in the row below. */
  drawings: readonly number[];
  onEdit: (() => void) | null;
}

function Levels({ observation, scales }: Pick<ObservationCardProps, 'observation' | 'scales'>) {
  const { language } = useFormat();
  const shown = scales.flatMap((scale) => {
    const level = observation.fields.levels[scale.code];
    const words = level === undefined ? undefined : scale.levels[level - 1];
    return words
      ? [{ code: scale.code, title: wordsOf(scale.title, language), level: String(level), of: scale.levels.length, words: wordsOf(words, language) }]
      : [];
  });
  if (shown.length === 0) return null;
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
      {shown.map(({ code, title, level, of, words }, index) => (
        <span key={code} title={words}>
          {`${index > 0 ? ' · ' : ''}${title} ${level}/${String(of)}`}
        </span>
      ))}
    </Typography>
  );
}

function Words({ observation }: { observation: Observation }) {
  const { t } = useTranslation('art-therapy');
  const { fields } = observation;
  return (
    <Typography
      variant="body2"
      component="div"
      data-private
      sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line', fontSize: 14, lineHeight: '20px' }}
    >
      <MarkedText text={fields.text} />
      {fields.words !== '' && (
        <Box component="span" sx={(theme) => ({ ...theme.typography.voice, fontSize: 14.5, lineHeight: '21px', display: 'block', mt: 0.25 })}>
          {t('quotedOpen')}
          <MarkedText text={fields.words} />
          {t('quotedClose')}
        </Box>
      )}
      {fields.themes.length > 0 && (
        <Box component="span" sx={{ display: 'block', color: 'text.secondary', mt: 0.25 }}>
          {t('sheet.themesLine', { themes: fields.themes.join(', ') })}
        </Box>
      )}
    </Typography>
  );
}

/** One child's sheet in the grid: only that child. */
export function ObservationCard({ sessionId, observation, line, scales, drawings, onEdit }: ObservationCardProps) {
  const { t } = useTranslation('art-therapy');
  const attendance = line?.attendance ?? null;
  const absent = attendance !== null && !wasThere(attendance);
  const empty = isEmptyObservation(observation.fields);
  const note = absent
    ? t(`shared.attendance.absent.${line?.sex ?? 'unsaid'}`)
    : drawings.length === 0
      ? t('sheet.noDrawing')
      : t('sheet.drawing', { count: drawings.length, list: drawings.join(', ') });
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', pt: 1, pb: 1.5, minWidth: 0 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: 1 }}>
        <Typography data-private noWrap sx={{ fontWeight: 500, ...(absent ? { color: 'text.secondary' } : {}) }}>
          {observation.name}
        </Typography>
        <Typography variant="body2" noWrap sx={{ color: 'text.secondary' }}>
          {note}
        </Typography>
      </Box>
      {absent ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('sheet.absent')}
        </Typography>
      ) : (
        <>
          <Words observation={observation} />
          <Levels observation={observation} scales={scales} />
          <Mentions sessionId={sessionId} observation={observation} editable={onEdit !== null} />
          {onEdit && (
            <SealButton onClick={onEdit} label={t('sheet.editOf', { name: observation.name })}>
              {t(empty ? 'sheet.write' : 'sheet.edit')}
            </SealButton>
          )}
        </>
      )}
    </Box>
  );
}
