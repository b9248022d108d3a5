import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { ScaleResult } from '../../../../shared/modules/assessments/result.model';
import { useFormat } from '../../../lib/format';
import { Section } from '../../../ui';
import { figure, inside, wordIn } from '../assessment-words';
import { onRuler, setOf, type Assessment } from '../result-of';
import { BandBar } from './band-bar';

/** In words beside the figure: out of how many, which band, on which side of a cut-off. */
function Reading({ scale }: { scale: ScaleResult }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const { range, band, bands, prorated } = scale;
  const others = bands.filter((one) => band.kind !== 'applied' || one.id !== band.id || one.source !== band.source);
  const parts = [
    ...(range
      ? [
          range[0] === 0
            ? t('result.outOf', { max: figure(range[1], language) })
            : t('result.between', { min: figure(range[0], language), max: figure(range[1], language) }),
        ]
      : []),
    ...(band.kind === 'applied' ? [inside(wordIn(band.label, language), language)] : []),
    ...(prorated ? [t('result.prorated')] : []),
  ];
  return (
    <Typography sx={{ color: 'text.secondary' }}>{[parts.join(', '), ...others.map((one) => wordIn(one.label, language))].join('. ')}</Typography>
  );
}

function Unscored({ scale }: { scale: ScaleResult }) {
  const { t } = useTranslation('assessments');
  const why = scale.notScored;
  return (
    <Box sx={{ mt: 0.5 }}>
      <Typography sx={{ fontSize: 22, fontWeight: 600 }}>{t('result.notScored')}</Typography>
      <Typography sx={{ color: 'text.secondary' }}>
        {why?.code === 'too-few-answers' ? t('result.tooFew', { answered: why.answered, needed: why.needed }) : t('result.notComputable')}
      </Typography>
    </Box>
  );
}

function Sources({ record, scale }: { record: Assessment; scale: ScaleResult }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const { band, bands } = scale;
  const lines =
    band.kind === 'none' && bands.length === 0
      ? [t(`result.noBand.${band.kind === 'none' ? band.reason : 'no-bands'}`)]
      : bands.map((one) =>
          one.title
            ? t('result.cutSource', { title: wordIn(one.title, language), source: one.source })
            : t('result.bandSource', { source: one.source }),
        );
  const advice = band.kind === 'applied' ? wordIn(band.text, language) : '';
  const status = record.instrument.texts[record.language];
  return (
    <Box sx={{ mt: 1, maxWidth: 640 }}>
      {advice !== '' && <Typography sx={{ mb: 0.5 }}>{advice}</Typography>}
      {lines.map((line) => (
        <Typography key={line} variant="body2" sx={{ color: 'text.secondary' }}>
          {line}
        </Typography>
      ))}
      {status.status !== 'draft' && status.source && band.kind === 'none' && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {status.source}
        </Typography>
      )}
    </Box>
  );
}

/** The figure first, then what it means and whose word that is. */
export function ScorePart({ record, scale, alone }: { record: Assessment; scale: ScaleResult; alone: boolean }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const title = wordIn(scale.title, language);
  const band = scale.band.kind === 'applied' ? scale.band : null;
  const set = band ? setOf(record, scale.id, band) : undefined;
  const ruler = onRuler(scale, set?.basis ?? 'raw') ?? onRuler(scale, 'raw');
  return (
    <Section title={alone ? t('result.score') : t('result.scoreOf', { scale: title })}>
      {scale.display === null ? (
        <Unscored scale={scale} />
      ) : (
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1.75 }}>
          <Box component="span" data-private sx={{ fontSize: 44, lineHeight: '48px', fontWeight: 600 }}>
            {figure(scale.display, language)}
          </Box>
          <Reading scale={scale} />
        </Box>
      )}
      {ruler && (
        <BandBar
          range={ruler.range}
          value={ruler.value}
          set={set}
          label={[title, scale.display === null ? '' : figure(scale.display, language), band ? wordIn(band.label, language) : '']
            .filter(Boolean)
            .join(', ')}
        />
      )}
      <Sources record={record} scale={scale} />
    </Section>
  );
}
