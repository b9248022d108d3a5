import Autocomplete from '@mui/material/Autocomplete';
import MuiTextField from '@mui/material/TextField';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import { useAsk } from '../../../lib/query';

export type ChildChoice = Output<'children.list'>['rows'][number];

/** Children who are prepared and wait for a pair; brothers and sisters can be taken together. */
export function ChildrenPicker({ value, onPick }: { value: ChildChoice[]; onPick: (children: ChildChoice[]) => void }) {
  const { t } = useTranslation('mentorships');
  const [text, setText] = useState('');
  const search = useDeferredValue(text);
  const found = useAsk('children.list', { search, filter: { states: ['ready'] } }, { keep: true }).data?.rows ?? [];
  return (
    <Autocomplete
      multiple
      options={found}
      filterOptions={(rows) => rows}
      value={value}
      getOptionLabel={(row) => `${row.shortName}, ${row.code}`}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      onInputChange={(_, next) => {
        setText(next.slice(0, 200));
      }}
      onChange={(_, rows) => {
        onPick(rows.slice(0, 10));
      }}
      noOptionsText={t('open.nobodyReady')}
      renderInput={(params) => <MuiTextField {...params} label={t('open.children')} helperText={t('open.childrenHelp')} />}
      sx={{ maxWidth: 560 }}
    />
  );
}
