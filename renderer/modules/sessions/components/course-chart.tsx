import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format';

export interface CoursePoint {
  on: string;
  t: number;
  /** Where the work began: an open marker. */
  baseline: boolean;
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [520, 170, 34, 96, 14, 26];

/** T over time of one version of the plan, never across versions: other goals are another ruler. The table stands beside it. */
export function CourseChart({ points }: { points: CoursePoint[] }) {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const theme = useTheme();
  // Variables, so that a change of light takes the drawing with it.
  const { palette } = theme.vars ?? theme;
  const ink = palette.primary.main;
  const low = Math.min(30, ...points.map((point) => point.t));
  const high = Math.max(70, ...points.map((point) => point.t));
  const days = points.map((point) => Date.parse(point.on));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const x = (on: string) => LEFT + (last === first ? 0 : ((Date.parse(on) - first) / (last - first)) * (WIDTH - LEFT - RIGHT));
  const y = (value: number) => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const line = points.map((point) => `${String(x(point.on))},${String(y(point.t))}`).join(' ');
  const end = points.at(-1);
  const small = { fontSize: 12, fill: palette.text.secondary };
  return (
    <Box
      component="svg"
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      role="img"
      aria-label={t('course.chart')}
      sx={{ width: '100%', maxWidth: WIDTH, display: 'block' }}
    >
      {[30, 50, 70].map((value) => (
        <g key={value}>
          <line
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={y(value)}
            y2={y(value)}
            stroke={value === 50 ? palette.warning.main : palette.divider}
            strokeDasharray={value === 50 ? '7 4' : 'none'}
          />
          <text x={LEFT - 6} y={y(value) + 4} textAnchor="end" {...small}>
            {value}
          </text>
        </g>
      ))}
      <text x={WIDTH - RIGHT + 6} y={y(50) + 4} {...small}>
        {t('course.expected')}
      </text>
      <polyline points={line} fill="none" stroke={ink} strokeWidth={1.75} />
      {points.map((point, index) => (
        <circle
          key={index}
          cx={x(point.on)}
          cy={y(point.t)}
          r={4}
          stroke={ink}
          strokeWidth={1.75}
          fill={point === end && !point.baseline ? ink : palette.background.paper}
        />
      ))}
      {end && (
        <text x={x(end.on)} y={y(end.t) - 9} textAnchor="middle" fontSize={12} fontWeight={600} fill={palette.text.primary}>
          {format.number(Math.round(end.t * 10) / 10)}
        </text>
      )}
      {points.length > 1 && (
        <text x={LEFT} y={HEIGHT - 6} {...small}>
          {format.short(points[0]?.on ?? '')}
        </text>
      )}
      {end && (
        <text x={Math.max(x(end.on), LEFT + 20)} y={HEIGHT - 6} textAnchor={points.length > 1 ? 'end' : 'start'} {...small}>
          {format.short(end.on)}
        </text>
      )}
    </Box>
  );
}
