import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { ChartSegment } from '../../../../shared/modules/assessments/reliable-change';
import { useFormat } from '../../../lib/format';
import { figure } from '../assessment-words';

interface WaveChartProps {
  segments: ChartSegment[];
  range: readonly [number, number];
  cutOff: number | null;
  /** The measurement whose page this is: a filled point. */
  current: string;
  label: string;
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [470, 262, 36, 16, 16, 30];

/** Whole steps of 1, 2 or 5, at most six lines. */
function ticksOf([low, high]: readonly [number, number]): number[] {
  const rough = (high - low) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((by) => by * power).find((by) => by >= rough) ?? rough;
  const first = Math.ceil(low / step) * step;
  const steps = Array.from({ length: Math.floor((high - first) / step + 1e-9) + 1 }, (_, index) => first + index * step);
  const inner = steps.filter((value) => high - value > step * 0.4 && value - low > step * 0.4);
  return [low, ...inner, high];
}

/** Scores over time. A line joins only what can be compared; the shaded band is what measurement error alone can do. */
export function WaveChart({ segments, range, cutOff, current, label }: WaveChartProps) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  const theme = useTheme();
  // Variables, so that a change of light takes the drawing with it.
  const { palette } = theme.vars ?? theme;
  const points = segments.flatMap((segment) => segment.points);
  const days = points.map((point) => Date.parse(point.testDate));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const inset = 18;
  const x = (on: string): number =>
    last === first
      ? LEFT + (WIDTH - LEFT - RIGHT) / 2
      : LEFT + inset + ((Date.parse(on) - first) / (last - first)) * (WIDTH - LEFT - RIGHT - 2 * inset);
  const clamped = (value: number): number => Math.min(Math.max(value, range[0]), range[1]);
  const y = (value: number): number => TOP + ((range[1] - clamped(value)) / (range[1] - range[0])) * (HEIGHT - TOP - BOTTOM);
  const small = { fontSize: 12, fill: palette.text.secondary };
  const halo = { paintOrder: 'stroke' as const, stroke: palette.background.default, strokeWidth: 4 };
  const right = WIDTH - RIGHT;
  const shown = points.filter((point, index) => {
    const next = points[index + 1];
    return !next || x(next.testDate) - x(point.testDate) > 62 || index === points.length - 1;
  });
  return (
    <Box
      component="svg"
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      role="img"
      aria-label={label}
      sx={{ width: '100%', maxWidth: WIDTH, display: 'block' }}
    >
      {segments.map(({ band, points: own }) => {
        const [from, to] = [own[0], own.at(-1)];
        if (!band || !from || !to) return null;
        const start = segments.length === 1 ? LEFT : x(from.testDate) - inset;
        const end = segments.length === 1 ? right : x(to.testDate) + inset;
        return (
          <g key={from.id}>
            <rect x={start} y={y(band.to)} width={end - start} height={y(band.from) - y(band.to)} fill={palette.primary.main} opacity={0.09} />
            {[band.from, band.to]
              .filter((edge) => edge > range[0] && edge < range[1])
              .map((edge) => (
                <line key={edge} x1={start} x2={end} y1={y(edge)} y2={y(edge)} stroke={palette.primary.main} strokeDasharray="2 3" opacity={0.8} />
              ))}
          </g>
        );
      })}
      {ticksOf(range).map((value) => (
        <g key={value}>
          <line x1={LEFT} x2={right} y1={y(value)} y2={y(value)} stroke={palette.divider} />
          <text x={LEFT - 8} y={y(value) + 4} textAnchor="end" {...small}>
            {figure(value, format.language)}
          </text>
        </g>
      ))}
      {cutOff !== null && (
        <>
          <line x1={LEFT} x2={right} y1={y(cutOff)} y2={y(cutOff)} stroke={palette.warning.main} strokeWidth={1.25} strokeDasharray="7 4" />
          <text x={LEFT + 6} y={y(cutOff) + 15} fontSize={12} fill={palette.warning.main} {...halo}>
            {t('course.threshold', { value: figure(cutOff, format.language) })}
          </text>
        </>
      )}
      {segments.map(({ points: own }) => (
        <polyline
          key={own[0]?.id}
          points={own.map((point) => `${String(x(point.testDate))},${String(y(point.raw))}`).join(' ')}
          fill="none"
          stroke={palette.primary.main}
          strokeWidth={2}
        />
      ))}
      {points.map((point) => (
        <g key={point.id}>
          <circle
            cx={x(point.testDate)}
            cy={y(point.raw)}
            r={5}
            stroke={palette.primary.main}
            strokeWidth={2}
            fill={point.id === current ? palette.primary.main : palette.background.paper}
          />
          <text x={x(point.testDate)} y={y(point.raw) - 11} textAnchor="middle" fontSize={13} fontWeight={600} fill={palette.text.primary} {...halo}>
            {figure(point.raw, format.language)}
          </text>
        </g>
      ))}
      {segments.length === 1 && segments[0]?.band && segments[0].points[0] && (
        <text x={right - 6} y={Math.max(y(segments[0].band.to) - 6, TOP + 12)} textAnchor="end" fontSize={12} fill={palette.primary.main} {...halo}>
          {t('course.band', {
            base: figure(segments[0].points[0].raw, format.language),
            by: figure(segments[0].band.measure.threshold, format.language),
          })}
        </text>
      )}
      {shown.map((point) => (
        <text key={point.id} x={x(point.testDate)} y={HEIGHT - 8} textAnchor="middle" {...small}>
          {format.short(point.testDate).replace(/\.20(\d\d)$/, '.$1')}
        </text>
      ))}
    </Box>
  );
}
