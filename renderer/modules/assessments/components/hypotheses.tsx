import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { CircleQuestionMark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CONFIDENCES, type ProjectiveFields } from '../../../../shared/modules/assessments/assessments.model';
import { StatusChip } from '../../../ui';
import { WrittenWords } from './record-sheet';
import { SealWords } from './seal-fields';

type Hypothesis = ProjectiveFields['hypotheses'][number];
const MOST = 20;

function Heading({ no }: { no: number }) {
  const { t } = useTranslation('assessments');
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
      <Typography variant="subtitle1" component="h3">
        {t('projective.hypothesis.no', { no })}
      </Typography>
      <StatusChip tone="warn" icon={CircleQuestionMark} word={t('projective.hypothesis.label')} />
    </Box>
  );
}

/** Suppositions, each named so, each beside what speaks against it. There is no high confidence to choose. */
export function HypothesesForm({ value, onChange }: { value: Hypothesis[]; onChange: (value: Hypothesis[]) => void }) {
  const { t } = useTranslation('assessments');
  const change = (at: number, patch: Partial<Hypothesis>) => {
    onChange(value.map((one, index) => (index === at ? { ...one, ...patch } : one)));
  };
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      {value.map((one, index) => (
        <Box key={index} role="group" aria-label={t('projective.hypothesis.no', { no: index + 1 })} sx={{ display: 'grid', gap: 1.25 }}>
          <Heading no={index + 1} />
          <SealWords
            label={t('projective.hypothesis.text')}
            value={one.text}
            rows={2}
            limit={2_000}
            {...(one.text.trim() === '' && one.against.trim() !== '' ? { helperText: t('projective.hypothesis.notKept') } : {})}
            onChange={(text) => {
              change(index, { text });
            }}
          />
          <SealWords
            label={t('projective.hypothesis.against')}
            value={one.against}
            rows={2}
            limit={2_000}
            onChange={(against) => {
              change(index, { against });
            }}
          />
          <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography sx={{ fontSize: 13.5, fontWeight: 500 }}>{t('projective.hypothesis.confidence')}</Typography>
            <RadioGroup
              row
              aria-label={t('projective.hypothesis.confidence')}
              value={one.confidence}
              onChange={(_, confidence) => {
                change(index, { confidence: confidence as Hypothesis['confidence'] });
              }}
            >
              {CONFIDENCES.map((confidence) => (
                <FormControlLabel
                  key={confidence}
                  value={confidence}
                  control={<Radio size="small" />}
                  label={t(`projective.confidence.${confidence}`)}
                />
              ))}
            </RadioGroup>
            <Button
              size="small"
              color="inherit"
              onClick={() => {
                onChange(value.filter((_, at) => at !== index));
              }}
            >
              {t('projective.hypothesis.remove')}
            </Button>
          </Box>
        </Box>
      ))}
      {value.length < MOST && (
        <Box>
          <Button
            variant="outlined"
            onClick={() => {
              onChange([...value, { text: '', against: '', confidence: 'low' }]);
            }}
          >
            {t('projective.hypothesis.add')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

export function HypothesesRead({ value }: { value: readonly Hypothesis[] }) {
  const { t } = useTranslation('assessments');
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {value.map((one, index) => (
        <Box key={index} sx={{ display: 'grid', gap: 0.75 }}>
          <Heading no={index + 1} />
          <Typography data-private sx={{ whiteSpace: 'pre-line', maxWidth: 760 }}>
            {one.text}
          </Typography>
          <WrittenWords title={t('projective.hypothesis.against')}>{one.against}</WrittenWords>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {`${t('projective.hypothesis.confidence')}: ${t(`projective.confidence.${one.confidence}`)}`}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
