import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { SharedLine } from '../../../../shared/modules/art-therapy/art-therapy.model';
import { useFormat } from '../../../lib/format';
import { Section } from '../../../ui';

const [WIDTH, HEIGHT, TOP, BOTTOM, STEP] = [520, 132, 18, 22, 64];

/** How many came to each session that was held, out of those who were expected; the same figures stand in the series above. */
export function SeriesChart({ sessions }: { sessions: readonly SharedLine[] }) {
  const { t } = useTranslation('art-therapy');
  const format = useFormat();
  const theme = useTheme();
  // Variables, so that a change of light takes the drawing with it.
  const { palette } = theme.vars ?? theme;
  const held = sessions.filter(({ shared }) => shared.status === 'held');
  if (held.length < 2) return null;
  const step = Math.min(STEP, WIDTH / held.length);
  const bar = Math.min(26, step * 0.6);
  const most = Math.max(1, ...held.map(({ expected }) => expected));
  const y = (count: number): number => TOP + (1 - count / most) * (HEIGHT - TOP - BOTTOM);
  const small = { fontSize: 12, fill: palette.text.secondary, textAnchor: 'middle' as const };
  const shown = Math.ceil(held.length / 8);
  return (
    <Section title={t('series.chartTitle')}>
      <Box
        component="svg"
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        role="img"
        aria-label={t('series.chart')}
        sx={{ width: '100%', maxWidth: WIDTH, display: 'block' }}
      >
        {held.map(({ id, came, expected, shared }, index) => {
          const x = step * index + step / 2;
          return (
            <g key={id}>
              <rect x={x - bar / 2} y={y(expected)} width={bar} height={y(0) - y(expected)} fill="none" stroke={palette.divider} />
              <rect x={x - bar / 2} y={y(came)} width={bar} height={y(0) - y(came)} fill={palette.primary.main} opacity={0.75} />
              <text x={x} y={y(expected) - 5} {...small}>
                {came}
              </text>
              {index % shown === 0 && (
                <text x={x} y={HEIGHT - 6} {...small}>
                  {format.short(shared.onDate).slice(0, 5)}
                </text>
              )}
            </g>
          );
        })}
      </Box>
    </Section>
  );
}
