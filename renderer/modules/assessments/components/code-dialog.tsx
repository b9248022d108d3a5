import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RespondentFields } from '../../../../shared/modules/assessments/assessments.model';
import { RowId } from '../../../../shared/kernel/ids';
import { newId } from '../../../lib/new-id';
import { useAct } from '../../../lib/query';
import { DateField, FormDialog, SelectField, TextField, useAppForm } from '../../../ui';
import type { Whose } from './whose-field';

/** Somebody measured under a code: no name, and of the rest only what a norm asks for. */
export function CodeDialog({ onDone, onClose }: { onDone: (whose: Whose) => void; onClose: () => void }) {
  const { t } = useTranslation('assessments');
  const [id] = useState(() => newId(RowId));
  const save = useAct('assessments.saveRespondent');
  const form = useAppForm(RespondentFields, { code: '', birthDate: null, sex: null, note: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('start.codeTitle')}
      intro={t('start.codeIntro')}
      onClose={onClose}
      onSave={async (fields) => {
        const row = await save.mutateAsync({ id, fields });
        onDone({ subject: { kind: 'respondent', id: row.id }, name: row.code, note: row.note });
      }}
    >
      <TextField name="code" label={t('start.code')} span={12} />
      <DateField name="birthDate" label={t('start.birthDate')} span={6} />
      <SelectField
        name="sex"
        label={t('start.sex')}
        span={6}
        empty={t('start.sexes.none')}
        options={[
          { value: 'male', label: t('start.sexes.male') },
          { value: 'female', label: t('start.sexes.female') },
        ]}
      />
      <TextField name="note" label={t('start.codeNote')} span={12} />
    </FormDialog>
  );
}
