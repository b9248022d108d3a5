import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { DEFAULT_PREPARATION, type ProgrammeFields } from '../../../../shared/modules/institutions/institutions.model';
import { CheckField, TextField } from '../../../ui';

type Values = z.infer<typeof ProgrammeFields>;

const BUILT_IN = new Set(DEFAULT_PREPARATION.map((step) => step.code));
/** A code of its own for each new step: what a child has done stays tied to the step when the title is mended. */
const newCode = (): string => `step-${crypto.randomUUID().slice(0, 8)}`;

/** The steps before a child meets anybody: put in order, loosened, added to. The four of the programme's papers can be loosened but not renamed. */
export function PreparationSteps() {
  const { t } = useTranslation('institutions');
  const { control } = useFormContext<Values>();
  const steps = useFieldArray<Values, 'preparationSteps', 'key'>({ control, name: 'preparationSteps', keyName: 'key' });
  return (
    <>
      {steps.fields.length === 0 && <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>{t('programme.noSteps')}</Typography>}
      <Box component="ol">
        {steps.fields.map((step, index) => {
          const own = !BUILT_IN.has(step.code);
          const name = own ? t('programme.stepNumber', { number: index + 1 }) : t(`children:step.${step.code}`);
          return (
            <Box
              key={step.key}
              component="li"
              sx={{
                display: 'grid',
                gridTemplateColumns: '28px minmax(0, 1fr) 150px auto',
                gap: 1.5,
                alignItems: own ? 'end' : 'center',
                py: 1.25,
                borderTop: 1,
                borderColor: 'divider',
                '&:last-of-type': { borderBottom: 1, borderColor: 'divider' },
              }}
            >
              <Typography sx={{ color: 'paperInk.ink3', fontWeight: 600, pb: own ? 1 : 0 }}>{index + 1}</Typography>
              {own ? (
                <TextField name={`preparationSteps.${String(index)}.title`} label={t('programme.stepTitle')} span={1} />
              ) : (
                <Typography>{name}</Typography>
              )}
              <CheckField name={`preparationSteps.${String(index)}.required`} label={t('programme.required')} span={1} />
              <Box sx={{ display: 'flex' }}>
                <IconButton
                  size="small"
                  aria-label={t('programme.up', { name })}
                  disabled={index === 0}
                  onClick={() => {
                    steps.move(index, index - 1);
                  }}
                >
                  <ArrowUp size={16} aria-hidden />
                </IconButton>
                <IconButton
                  size="small"
                  aria-label={t('programme.down', { name })}
                  disabled={index === steps.fields.length - 1}
                  onClick={() => {
                    steps.move(index, index + 1);
                  }}
                >
                  <ArrowDown size={16} aria-hidden />
                </IconButton>
                <IconButton
                  size="small"
                  aria-label={t('programme.remove', { name })}
                  onClick={() => {
                    steps.remove(index);
                  }}
                >
                  <Trash2 size={16} strokeWidth={1.75} aria-hidden />
                </IconButton>
              </Box>
            </Box>
          );
        })}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, mt: 1.5, flexWrap: 'wrap' }}>
        <Button
          variant="outlined"
          size="small"
          startIcon={<Plus size={15} aria-hidden />}
          disabled={steps.fields.length >= 30}
          onClick={() => {
            steps.append({ code: newCode(), title: '', required: true });
          }}
        >
          {t('programme.addStep')}
        </Button>
        {DEFAULT_PREPARATION.filter((step) => !steps.fields.some((field) => field.code === step.code)).map((step) => (
          <Button
            key={step.code}
            size="small"
            startIcon={<Plus size={15} aria-hidden />}
            onClick={() => {
              steps.append(step);
            }}
          >
            {t(`children:step.${step.code}`)}
          </Button>
        ))}
      </Box>
    </>
  );
}
