import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import MuiTextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import { ShieldAlert } from 'lucide-react';
import { useEffect } from 'react';
import { FormProvider, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Subject } from '../../../../shared/modules/clinical/clinical.model';
import { useFormat } from '../../../lib/format';
import { useAsk } from '../../../lib/query';
import { useAppForm } from '../../../ui';
import { wordIn } from '../assessment-words';
import { WhoseField, WhoseSchema, type Whose } from './whose-field';

export interface Narrowed {
  subject: Subject | null;
  instrumentId: string;
  openAlerts: boolean;
}

interface Choice {
  whose: Whose | null;
}
const Schema: z.ZodType<Choice, Choice> = z.object({ whose: WhoseSchema.nullable() });

/** One line of conditions: whose, which test, and whether an answer still waits for an action. */
export function ListFilters({ value, onChange }: { value: Narrowed; onChange: (value: Narrowed) => void }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const cards = useAsk('assessments.instruments', {}).data ?? [];
  const used = [...new Map(cards.filter((card) => card.used > 0).map((card) => [card.instrumentId, card])).values()];
  const form = useAppForm<Choice, Choice>(Schema, { whose: null });
  const whose = useWatch({ control: form.control, name: 'whose' });
  const chosen = whose?.subject.id ?? null;
  useEffect(() => {
    if (chosen !== (value.subject?.id ?? null)) onChange({ ...value, subject: whose?.subject ?? null });
  }, [chosen]); // eslint-disable-line react-hooks/exhaustive-deps -- the person chosen is the only news; the rest is read as it stands
  return (
    <Box sx={{ display: 'flex', gap: 1.5, mb: 1.5, flexWrap: 'wrap', alignItems: 'flex-start' }}>
      <FormProvider {...form}>
        <Box sx={{ flex: '0 1 320px' }}>
          <WhoseField name="whose" label={t('column.subject')} />
        </Box>
      </FormProvider>
      <MuiTextField
        select
        label={t('list.instrument')}
        value={value.instrumentId}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        sx={{ flex: '0 1 300px' }}
        onChange={(event) => {
          onChange({ ...value, instrumentId: event.target.value });
        }}
      >
        <MenuItem value="">{t('list.anyTest')}</MenuItem>
        {used.map((card) => (
          <MenuItem key={card.instrumentId} value={card.instrumentId}>
            {wordIn(card.title, language)}
          </MenuItem>
        ))}
      </MuiTextField>
      <ToggleButton
        value="alerts"
        selected={value.openAlerts}
        sx={{ gap: 0.75, alignSelf: 'flex-end', minHeight: 40 }}
        onChange={() => {
          onChange({ ...value, openAlerts: !value.openAlerts });
        }}
      >
        <ShieldAlert size={16} strokeWidth={1.75} aria-hidden />
        {t('list.onlyOpen')}
      </ToggleButton>
    </Box>
  );
}
