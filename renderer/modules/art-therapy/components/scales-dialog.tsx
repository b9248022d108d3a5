import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RowId } from '../../../../shared/kernel/ids';
import { requiredLine } from '../../../../shared/kernel/text';
import { FEWEST_LEVELS, MOST_LEVELS, MOST_SCALES, ScaleDraft, type ScaleSet } from '../../../../shared/modules/art-therapy/observation.model';
import { newId } from '../../../lib/new-id';
import { useAct } from '../../../lib/query';
import { FormDialog, TextField, useAppForm } from '../../../ui';

const Schema = z.object({ scales: z.array(ScaleDraft).max(MOST_SCALES), note: requiredLine(300) });
const noWords = () => ({ ru: '', kk: '', en: '' });

function Words({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation('art-therapy');
  return (
    <>
      {(['ru', 'kk', 'en'] as const).map((language) => (
        <TextField key={language} name={`${name}.${language}`} label={`${label}, ${t(`languageShort.${language}`)}`} span={4} />
      ))}
    </>
  );
}

function Levels({ scale }: { scale: number }) {
  const { t } = useTranslation('art-therapy');
  const name = `scales.${String(scale)}.levels`;
  const { fields, append, remove } = useFieldArray({ name, keyName: 'key' });
  return (
    <>
      {fields.map((level, index) => (
        <Words key={level.key} name={`${name}.${String(index)}`} label={t('scales.level', { no: index + 1 })} />
      ))}
      <Box sx={{ gridColumn: 'span 12', display: 'flex', gap: 1 }}>
        {fields.length < MOST_LEVELS && (
          <Button
            size="small"
            onClick={() => {
              append(noWords());
            }}
          >
            {t('scales.addLevel')}
          </Button>
        )}
        {fields.length > FEWEST_LEVELS && (
          <Button
            size="small"
            color="inherit"
            onClick={() => {
              remove(fields.length - 1);
            }}
          >
            {t('scales.removeLevel')}
          </Button>
        )}
      </Box>
    </>
  );
}

function Scales() {
  const { t } = useTranslation('art-therapy');
  const { fields, append, remove } = useFieldArray({ name: 'scales', keyName: 'key' });
  return (
    <>
      {fields.map((scale, index) => (
        <Box
          key={scale.key}
          sx={{
            gridColumn: 'span 12',
            display: 'grid',
            gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
            gap: 1.5,
            borderTop: 1,
            borderColor: 'divider',
            pt: 1.5,
          }}
        >
          <Box sx={{ gridColumn: 'span 12', display: 'flex', alignItems: 'center' }}>
            <Typography sx={{ fontWeight: 500, flex: 1 }}>{t('scales.scale', { no: index + 1 })}</Typography>
            <IconButton
              size="small"
              aria-label={t('scales.removeScale', { no: index + 1 })}
              onClick={() => {
                remove(index);
              }}
            >
              <X size={16} aria-hidden />
            </IconButton>
          </Box>
          <Words name={`scales.${String(index)}.title`} label={t('scales.name')} />
          <Levels scale={index} />
        </Box>
      ))}
      {fields.length < MOST_SCALES && (
        <Box sx={{ gridColumn: 'span 12' }}>
          <Button
            size="small"
            startIcon={<Plus size={15} aria-hidden />}
            onClick={() => {
              append({ code: newId(RowId), title: noWords(), levels: [noWords(), noWords(), noWords()] });
            }}
          >
            {t('scales.addScale')}
          </Button>
        </Box>
      )}
    </>
  );
}

export function ScalesDialog({ set, onClose }: { set: ScaleSet; onClose: () => void }) {
  const { t } = useTranslation('art-therapy');
  const [id] = useState(() => newId(RowId));
  const publish = useAct('art-therapy.publishScales');
  const form = useAppForm(Schema, { scales: set.scales.map(({ code, title, levels }) => ({ code, title, levels })), note: '' });
  return (
    <FormDialog
      open
      wide
      form={form}
      title={t('scales.edit')}
      intro={t('scales.intro')}
      saveLabel={t('scales.publish')}
      onClose={onClose}
      onSave={(values) => publish.mutateAsync({ id, basedOn: set.version, ...values })}
    >
      <Scales />
      <TextField name="note" label={t('scales.note')} span={12} />
    </FormDialog>
  );
}
