import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowId } from '../../../../shared/kernel/ids';
import { FlagFields } from '../../../../shared/modules/children/children.model';
import { newId } from '../../../lib/new-id';
import { useAct } from '../../../lib/query';
import { DateField, FormDialog, SelectField, TextField, useAppForm } from '../../../ui';
import type { Child } from '../child.page';

const KINDS = FlagFields.shape.kind.options;

export function FlagDialog({ child, onClose }: { child: Child; onClose: () => void }) {
  const { t } = useTranslation('children');
  const [rowId] = useState(() => newId(RowId));
  const raise = useAct('children.raiseFlag');
  const form = useAppForm(FlagFields, { kind: 'other', text: '', dueOn: null });
  return (
    <FormDialog
      open
      form={form}
      title={t('flag.new')}
      intro={t('flag.intro')}
      onClose={onClose}
      onSave={(fields) => raise.mutateAsync({ id: child.id, rowId, fields })}
    >
      <TextField name="text" label={t('flag.text')} span={12} autoFocus />
      <SelectField name="kind" label={t('flag.kind')} options={KINDS.map((value) => ({ value, label: t(`flagKind.${value}`) }))} span={6} />
      <DateField name="dueOn" label={t('flag.due')} span={6} />
    </FormDialog>
  );
}
