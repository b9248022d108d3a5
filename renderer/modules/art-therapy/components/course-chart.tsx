import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { CourseLine } from '../../../../shared/modules/art-therapy/observation.model';
import { wordsOf } from '../../../../shared/modules/art-therapy/scale-words';
import { useFormat } from '../../../lib/format';

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [340, 160, 22, 8, 14, 26];

/** One scale over the sessions; each version of it is a line of its own. */
export function CourseChart({ lines }: { lines: CourseLine[] }) {
  const { t } = useTranslation('art-therapy');
  const format = useFormat();
  const theme = useTheme();
  // Variables, so that a change of light takes the drawing with it.
  const { palette } = theme.vars ?? theme;
  const top = Math.max(...lines.map(({ scale }) => scale.levels.length));
  const days = lines.flatMap(({ points }) => points.map((point) => Date.parse(point.onDate)));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const x = (on: string) => LEFT + 10 + (last === first ? 0 : ((Date.parse(on) - first) / (last - first)) * (WIDTH - LEFT - RIGHT - 20));
  const y = (level: number) => TOP + ((top - level) / (top - 1)) * (HEIGHT - TOP - BOTTOM);
  const small = { fontSize: 12, fill: palette.text.secondary };
  const title = wordsOf(lines.at(-1)?.scale.title ?? { ru: '', kk: '', en: '' }, format.language);
  return (
    <Box
      component="svg"
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      role="img"
      aria-label={t('course.chart', { title })}
      sx={{ width: '100%', maxWidth: WIDTH, display: 'block' }}
    >
      {Array.from({ length: top }, (_, index) => index + 1).map((level) => (
        <g key={level}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(level)} y2={y(level)} stroke={palette.divider} />
          <text x={LEFT - 6} y={y(level) + 4} textAnchor="end" {...small}>
            {level}
          </text>
        </g>
      ))}
      {lines.map(({ version, points }) => (
        <g key={version}>
          <polyline
            points={points.map((point) => `${String(x(point.onDate))},${String(y(point.level))}`).join(' ')}
            fill="none"
            stroke={palette.primary.main}
            strokeWidth={1.75}
          />
          {points.map((point, index) => (
            <circle
              key={point.sessionId}
              cx={x(point.onDate)}
              cy={y(point.level)}
              r={4}
              stroke={palette.primary.main}
              strokeWidth={1.75}
              fill={index === points.length - 1 ? palette.primary.main : palette.background.paper}
            />
          ))}
          {lines.length > 1 && points[0] && (
            <text x={x(points[0].onDate)} y={y(points[0].level) - 9} textAnchor="middle" {...small}>
              {t('course.version', { version })}
            </text>
          )}
        </g>
      ))}
      <text x={LEFT} y={HEIGHT - 6} {...small}>
        {format.short(new Date(first).toISOString().slice(0, 10))}
      </text>
      {last > first && (
        <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end" {...small}>
          {format.short(new Date(last).toISOString().slice(0, 10))}
        </text>
      )}
    </Box>
  );
}
