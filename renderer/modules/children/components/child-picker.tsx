import Autocomplete from '@mui/material/Autocomplete';
import MuiTextField from '@mui/material/TextField';
import { useDeferredValue, useState } from 'react';
import type { ChildId } from '../../../../shared/kernel/ids';
import { useAsk } from '../../../lib/query';
import type { ChildRow } from '../children.columns';

/** Finds one child by name, code or group. */
export function ChildPicker({ label, except, onPick }: { label: string; except?: ChildId; onPick: (id: ChildId | null) => void }) {
  const [text, setText] = useState('');
  const search = useDeferredValue(text);
  const found = useAsk('children.quickSearch', { text: search }, { enabled: search.trim() !== '', keep: true }).data ?? [];
  return (
    <Autocomplete<ChildRow>
      options={found.filter((row) => row.id !== except)}
      filterOptions={(rows) => rows}
      getOptionLabel={(row) => `${row.shortName}, ${row.code}`}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      onInputChange={(_, value) => {
        setText(value);
      }}
      onChange={(_, row) => {
        onPick(row?.id ?? null);
      }}
      sx={{ mb: 2, gridColumn: 'span 12' }}
      renderInput={(params) => <MuiTextField {...params} label={label} />}
    />
  );
}
