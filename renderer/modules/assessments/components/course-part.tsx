import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import MuiTextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeMeasures,
  chartSegments,
  compareWaves,
  type ChangeMeasure,
  type Comparison,
} from '../../../../shared/modules/assessments/reliable-change';
import type { ScaleResult } from '../../../../shared/modules/assessments/result.model';
import { useFormat } from '../../../lib/format';
import { Section } from '../../../ui';
import { figure, wordIn } from '../assessment-words';
import { currentOf, cutOffOf, scaleOf, waveOf, type Measured } from '../result-of';
import { useChangeWords } from '../use-change-words';
import { CourseTable } from './course-table';
import { WaveChart } from './wave-chart';

const nameOf = (measure: ChangeMeasure): string => (measure.method === 'JT' ? `${measure.sample}. ${measure.source}` : measure.source);

/** Which figures tell change from error is the psychologist's choice where papers differ. */
function useMeasure(record: Measured, scale: string) {
  const { measures } = changeMeasures(scaleOf(record, scale));
  const [picked, setPicked] = useState('');
  const choose = (found: readonly ChangeMeasure[]): ChangeMeasure | undefined => found.find((one) => nameOf(one) === picked) ?? found[0];
  return {
    measures,
    picked: measures.some((one) => nameOf(one) === picked) ? picked : nameOf(measures[0] ?? { method: 'published', source: '', threshold: 0 }),
    setPicked,
    choose,
  };
}

/** What the numbers say about change, and what they do not. */
function Verdict({ comparisons, current }: { comparisons: Comparison[]; current: string }) {
  const { t } = useTranslation('assessments');
  const { sentence } = useChangeWords();
  const own = comparisons.filter((one) => one.to === current);
  const made = comparisons.filter((one) => one.outcome.kind === 'compared').length;
  if (own.length === 0) return null;
  return (
    <Typography variant="body2" component="div" sx={{ color: 'text.secondary', mt: 0.75, maxWidth: 470 }}>
      {own.map((one) => (
        <Box key={one.against}>{sentence(one)}</Box>
      ))}
      {own.some((one) => one.outcome.kind === 'compared') && t('course.why')} {made > 1 && t('course.falseAlarms.text', { count: made })}
    </Typography>
  );
}

interface CoursePartProps {
  record: Measured;
  scale: ScaleResult;
  course: Measured[];
}

/** All measurements of one person with one questionnaire: a chart, or the same as a table. */
export function CoursePart({ record, scale, course }: CoursePartProps) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const [asTable, setAsTable] = useState(false);
  const { measures, picked, setPicked, choose } = useMeasure(record, scale.id);
  const rule = scaleOf(record, scale.id);
  const waves = course.map((one) => waveOf(one, scale.id));
  const segments = chartSegments(rule, waves, choose);
  const comparisons = compareWaves(rule, waves, choose);
  const raws = segments.flatMap((segment) => segment.points.map((point) => point.raw));
  const range = scale.range ?? ([Math.min(0, ...raws), Math.max(1, ...raws)] as const);
  const points = raws.length;
  return (
    <Section
      title={t('course.title.count', { count: course.length })}
      aside={
        points > 0 && (
          <Button
            size="small"
            onClick={() => {
              setAsTable(!asTable);
            }}
          >
            {t(asTable ? 'course.chart' : 'course.table')}
          </Button>
        )
      }
    >
      {asTable ? (
        <CourseTable course={course} scale={scale.id} comparisons={comparisons} current={record.header.id} />
      ) : (
        points > 0 && (
          <WaveChart
            segments={segments}
            range={range}
            cutOff={cutOffOf(record, scale)?.value ?? null}
            current={record.header.id}
            label={t('course.chartLabel', { scale: wordIn(scale.title, language) })}
          />
        )
      )}
      {course.length === 1 && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.75 }}>
          {t('course.one')}
        </Typography>
      )}
      <Verdict comparisons={comparisons} current={record.header.id} />
      {measures.length > 1 && course.length > 1 && (
        <MuiTextField
          select
          size="small"
          label={t('course.measure')}
          value={picked}
          sx={{ mt: 1.5, maxWidth: 470, width: '100%' }}
          onChange={(event) => {
            setPicked(event.target.value);
          }}
        >
          {measures.map((measure) => (
            <MenuItem key={nameOf(measure)} value={nameOf(measure)}>
              {`± ${figure(measure.threshold, language)}: ${nameOf(measure)}`}
            </MenuItem>
          ))}
        </MuiTextField>
      )}
    </Section>
  );
}

/** Change of one scale from the first measurement to this one, in a few words. */
export function useChangeSinceFirst(record: Measured, course: Measured[]): (scale: string) => string {
  const { t } = useTranslation('assessments');
  const { short } = useChangeWords();
  return (scale) => {
    if (course[0]?.header.id === record.header.id) return t('result.firstWave');
    const waves = course.map((one) => waveOf(one, scale));
    const found = compareWaves(scaleOf(record, scale), waves).find((one) => one.to === record.header.id && one.against === 'first');
    return found && currentOf(record) ? short(found) : '';
  };
}
