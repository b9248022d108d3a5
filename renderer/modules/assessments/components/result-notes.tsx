import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Ban, CircleCheck, Ruler, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScaleResult, ScoreResult } from '../../../../shared/modules/assessments/result.model';
import { useFormat } from '../../../lib/format';
import { figure } from '../assessment-words';
import type { Assessment } from '../result-of';

function Note({ icon: Icon, ink, title, children }: { icon: LucideIcon; ink: string; title: ReactNode; children: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', gap: 1.5, py: 1.75, borderTop: 1, borderColor: 'divider', maxWidth: 640 }}>
      <Box component="span" sx={{ color: ink, mt: '2px', flex: 'none', display: 'flex' }}>
        <Icon size={18} strokeWidth={1.75} aria-hidden />
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 500 }}>{title}</Typography>
        <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
          {children}
        </Typography>
      </Box>
    </Box>
  );
}

/** By whose figures the score is read; where nobody's fit, that is said, with what is known in this house. */
export function NormNote({ record, scale }: { record: Assessment; scale: ScaleResult }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const { norm } = scale;
  const near = record.spread.find((one) => one.scale === scale.id);
  const local = near
    ? t('result.spread.text', {
        count: near.n,
        lower: figure(near.lower, language),
        upper: figure(near.upper, language),
        median: figure(near.median, language),
      })
    : '';
  if (norm.kind === 'none')
    return (
      <Note icon={Ban} ink="text.secondary" title={t('result.noNormTitle')}>
        {t(`result.noNorm.${norm.reason}`)} {local}
      </Note>
    );
  const { T, sten, pct, pctByNormalCurve } = norm.converted;
  const rounded = (value: number | null): string => (value === null ? '' : figure(Math.round(value), language));
  const read = [
    T === null ? '' : t('result.T', { value: rounded(T) }),
    sten === null ? '' : t('result.sten', { value: rounded(sten) }),
    pct === null ? '' : t('result.pct', { value: rounded(pct) }),
    pct !== null && pctByNormalCurve ? t('result.byCurve') : '',
  ].filter(Boolean);
  return (
    <Note icon={Ruler} ink="success.main" title={t('result.norm', { sample: norm.sample })}>
      <Box component="span" data-private sx={{ color: 'text.primary' }}>
        {read.join(', ')}
      </Box>
      <br />
      {t('result.normFacts', { country: norm.country, year: String(norm.year), n: norm.n, source: norm.source })} {local}
    </Note>
  );
}

function useFlags(record: Assessment, result: ScoreResult): string[] {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const numbers = new Map(record.instrument.items.map((item) => [item.id, item.n]));
  return result.flags.map(({ kind, about, value, limit }) =>
    t(`result.flag.${kind}`, {
      about: about.map((id) => String(numbers.get(id) ?? id)).join(', '),
      value: value === null ? '' : figure(value, language),
      limit: limit === null ? '' : figure(limit, language),
    }),
  );
}

/** How the form was filled in: doubts to look into, never a reason to throw a score away. */
export function ValidityNote({ record, result }: { record: Assessment; result: ScoreResult }) {
  const { t } = useTranslation('assessments');
  const flags = useFlags(record, result);
  const asked = record.instrument.items.length - result.skipped.length;
  const done = asked - result.missing.length;
  const seconds = Math.round(Object.values(record.seconds).reduce((sum, one) => sum + one, 0));
  const time = seconds >= 60 ? t('result.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 }) : t('result.seconds', { seconds });
  const answered = seconds > 0 ? t('result.answeredIn', { done, all: asked, time }) : t('result.answered', { done, all: asked });
  return flags.length === 0 ? (
    <Note icon={CircleCheck} ink="success.main" title={t('result.fit')}>
      {answered} {t('result.noDoubts')}
    </Note>
  ) : (
    <Note icon={TriangleAlert} ink="warning.main" title={t('result.doubts')}>
      {answered}
      <Box component="ul" sx={{ my: 0.5 }}>
        {flags.map((flag) => (
          <li key={flag}>{flag}</li>
        ))}
      </Box>
      {t('result.stillCounts')}
    </Note>
  );
}
