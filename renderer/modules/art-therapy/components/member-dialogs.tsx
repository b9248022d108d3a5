import Autocomplete from '@mui/material/Autocomplete';
import MuiTextField from '@mui/material/TextField';
import { useDeferredValue, useState } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ChildId, RowId } from '../../../../shared/kernel/ids';
import { PlainDate } from '../../../../shared/kernel/plain-date';
import type { GroupMember } from '../../../../shared/modules/art-therapy/art-therapy.model';
import { today } from '../../../lib/format';
import { newId } from '../../../lib/new-id';
import { useAct, useAsk } from '../../../lib/query';
import { DateField, FormDialog, useAppForm } from '../../../ui';

const Joining = z.object({ childId: ChildId, from: PlainDate });
const Leaving = z.object({ to: PlainDate.nullable() });

/** A child of the programme, found as one types. */
function ChildChoice({ label }: { label: string }) {
  const { t } = useTranslation('art-therapy');
  const { field, fieldState } = useController({ name: 'childId' });
  const [text, setText] = useState('');
  const search = useDeferredValue(text.slice(0, 200));
  const found = useAsk('children.quickSearch', { text: search }, { enabled: search.trim() !== '', keep: true }).data ?? [];
  return (
    <Autocomplete
      sx={{ gridColumn: 'span 8' }}
      options={search.trim() === '' ? [] : found}
      filterOptions={(rows) => rows}
      getOptionLabel={(row) => `${row.shortName}, ${row.code}`}
      getOptionKey={(row) => row.id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      onInputChange={(_, next) => {
        setText(next);
      }}
      onChange={(_, row) => {
        field.onChange(row?.id ?? '');
      }}
      noOptionsText={t(search.trim() === '' ? 'member.type' : 'member.nobody')}
      renderInput={(params) => <MuiTextField {...params} label={label} error={fieldState.invalid} inputRef={field.ref} />}
    />
  );
}

export function JoinDialog({ groupId, onClose }: { groupId: RowId; onClose: () => void }) {
  const { t } = useTranslation('art-therapy');
  const [rowId] = useState(() => newId(RowId));
  const add = useAct('art-therapy.addMember');
  const form = useAppForm<z.input<typeof Joining>, z.output<typeof Joining>>(Joining, { childId: '', from: today() });
  return (
    <FormDialog
      open
      form={form}
      title={t('member.add')}
      intro={t('member.addIntro')}
      onClose={onClose}
      onSave={(values) => add.mutateAsync({ groupId, rowId, ...values })}
    >
      <ChildChoice label={t('member.child')} />
      <DateField name="from" label={t('member.from')} span={4} />
    </FormDialog>
  );
}

export function LeaveDialog({ groupId, member, onClose }: { groupId: RowId; member: GroupMember; onClose: () => void }) {
  const { t } = useTranslation('art-therapy');
  const end = useAct('art-therapy.endMember');
  const form = useAppForm<z.input<typeof Leaving>, z.output<typeof Leaving>>(Leaving, { to: member.to ?? today() });
  return (
    <FormDialog
      open
      form={form}
      title={<span data-private>{t('member.end', { name: member.name })}</span>}
      intro={t('member.endIntro')}
      onClose={onClose}
      onSave={({ to }) => end.mutateAsync({ groupId, rowId: member.id, to })}
    >
      <DateField name="to" label={t('member.to')} span={6} />
    </FormDialog>
  );
}
