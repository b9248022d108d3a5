import Autocomplete from '@mui/material/Autocomplete';
import MuiTextField from '@mui/material/TextField';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import { displayName } from '../../../../shared/kernel/names';
import { useFormat } from '../../../lib/format';
import { useAsk } from '../../../lib/query';

export type MentorChoice = Output<'candidates.quickSearch'>[number];

/** Finds one mentor by name. */
export function MentorPicker({ value, onPick }: { value: MentorChoice | null; onPick: (mentor: MentorChoice | null) => void }) {
  const { t } = useTranslation('mentorships');
  const { language } = useFormat();
  const [text, setText] = useState('');
  const search = useDeferredValue(text);
  const found = useAsk('candidates.list', { search, limit: 20 }, { keep: true }).data?.rows ?? [];
  return (
    <Autocomplete<MentorChoice>
      options={found}
      filterOptions={(rows) => rows}
      value={value}
      getOptionLabel={(row) => displayName(row.name, language)}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      onInputChange={(_, next) => {
        setText(next.slice(0, 200));
      }}
      onChange={(_, row) => {
        onPick(row);
      }}
      noOptionsText={t('open.nobody')}
      renderInput={(params) => <MuiTextField {...params} label={t('column.mentor')} />}
      sx={{ maxWidth: 420 }}
    />
  );
}
