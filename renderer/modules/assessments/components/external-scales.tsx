import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, X } from 'lucide-react';
import { useFieldArray, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { EXTERNAL_UNITS } from '../../../../shared/modules/assessments/assessments.model';
import type { Instrument } from '../../../../shared/modules/assessments/instrument.model';
import { useFormat } from '../../../lib/format';
import { SelectField, TextField } from '../../../ui';
import { figure } from '../assessment-words';
import { emptyRow, limitsLeft, type ExternalValues } from '../external-form';

const MOST = 60;

function Row({ index, definition, onRemove }: { index: number; definition: Instrument | undefined; onRemove: (() => void) | null }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const row = useWatch<ExternalValues, `fields.scales.${number}`>({ name: `fields.scales.${index}` });
  const range = definition?.scales.find((scale) => scale.id === row.scale)?.range;
  const left = limitsLeft(definition, row);
  const at = `fields.scales.${String(index)}`;
  const limits = (bounds: { min: number; max: number }) => ({ min: figure(bounds.min, language), max: figure(bounds.max, language) });
  const warning = left ? (
    <Box component="span" role="status" sx={{ color: 'warning.main', fontWeight: 500 }}>
      {t('external.outside', limits(left))}
    </Box>
  ) : undefined;
  return (
    <Box
      role="group"
      aria-label={t('external.row', { no: index + 1 })}
      sx={{ display: 'grid', gridTemplateColumns: '5fr 2.4fr 2.4fr 4fr 36px', gap: 1.25, alignItems: 'start', py: 0.75 }}
    >
      <TextField name={`${at}.name`} label={t('external.scale')} span={1} />
      <TextField
        name={`${at}.value`}
        label={t('external.value')}
        span={1}
        inputMode="text"
        maxLength={20}
        help={warning ?? (range ? t('external.range', limits({ min: range[0], max: range[1] })) : undefined)}
      />
      <SelectField
        name={`${at}.unit`}
        label={t('external.unit')}
        span={1}
        options={EXTERNAL_UNITS.map((value) => ({ value, label: t(`external.units.${value}`) }))}
      />
      <TextField name={`${at}.band`} label={t('external.band')} span={1} />
      {onRemove && (
        <IconButton size="small" aria-label={t('external.removeRow', { no: index + 1 })} onClick={onRemove} sx={{ mt: '25px' }}>
          <X size={15} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
    </Box>
  );
}

/** Scales with their figures. A figure outside the method's limits is said at once and never refused: manuals differ. */
export function ExternalScales({ definition }: { definition: Instrument | undefined }) {
  const { t } = useTranslation('assessments');
  const { fields, append, remove } = useFieldArray<ExternalValues, 'fields.scales'>({ name: 'fields.scales' });
  return (
    <Box>
      {fields.map((row, index) => (
        <Row
          key={row.id}
          index={index}
          definition={definition}
          onRemove={
            fields.length > 1
              ? () => {
                  remove(index);
                }
              : null
          }
        />
      ))}
      {fields.length < MOST && (
        <Button
          size="small"
          startIcon={<Plus size={15} aria-hidden />}
          onClick={() => {
            append(emptyRow());
          }}
        >
          {t('external.addRow')}
        </Button>
      )}
    </Box>
  );
}
