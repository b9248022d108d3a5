import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useDeferredValue, useState } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ChildId } from '../../../../shared/kernel/ids';
import type { UserDuties } from '../../../../shared/modules/users/users.model';
import { useAsk } from '../../../lib/query';

/** The children that a coach is assigned to: found by name or code, since a coach sees nobody else. */
export function ChildrenChoice() {
  const { t } = useTranslation('users');
  const { field } = useController<UserDuties, 'childIds'>({ name: 'childIds' });
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const all = useAsk('children.quickSearch', { text }, { enabled: text.length > 1, keep: true });
  const [names, setNames] = useState<Record<string, string>>({});
  const found = all.data ?? [];
  const label = (id: string): string => {
    const row = found.find((one) => one.id === id);
    return row ? `${row.shortName}, ${row.code}` : (names[id] ?? t('form.childKnown'));
  };
  return (
    <Autocomplete
      multiple
      filterSelectedOptions
      sx={{ gridColumn: 'span 12' }}
      options={[...new Set([...field.value, ...found.map((row) => row.id)])]}
      filterOptions={(options) => options.filter((id) => found.some((row) => row.id === id))}
      getOptionLabel={label}
      value={field.value}
      inputValue={typed}
      onInputChange={(_, value) => {
        setTyped(value);
      }}
      onChange={(_, ids) => {
        setNames((before) => ({ ...before, ...Object.fromEntries(ids.map((id) => [id, label(id)])) }));
        field.onChange(ids satisfies ChildId[]);
      }}
      onBlur={field.onBlur}
      noOptionsText={t(text.length > 1 ? 'form.noChild' : 'form.typeChild')}
      renderInput={(params) => <TextField {...params} label={t('form.children')} helperText={t('form.childrenHelp')} inputRef={field.ref} />}
    />
  );
}
