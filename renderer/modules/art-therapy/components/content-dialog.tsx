import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SessionContent, type GroupSessionRecord } from '../../../../shared/modules/art-therapy/observation.model';
import { useAct } from '../../../lib/query';
import { useDraft } from '../../../lib/use-draft';
import { changesOf, FormDialog, TextAreaField, TextField, useAppForm } from '../../../ui';

/** What is written of the whole group. */
export function ContentDialog({ record, onClose }: { record: GroupSessionRecord; onClose: () => void }) {
  const { t } = useTranslation('art-therapy');
  const save = useAct('art-therapy.saveContent');
  const { id } = record.header;
  const [opened] = useState(record.content);
  const form = useAppForm(SessionContent, opened);
  const draft = useDraft(`clinical/group-session/${id}`, form);
  return (
    <FormDialog
      open
      wide
      form={form}
      title={t('content.title')}
      intro={t('sealed.intro')}
      fieldLabel={(field) => t(`content.${field}`)}
      onClose={onClose}
      onSave={async (values, base) => {
        const changes = changesOf(base, values);
        if (Object.keys(changes).length > 0) await save.mutateAsync({ id, changes });
        await draft.forget();
      }}
    >
      <TextField name="technique" label={t('content.technique')} span={12} />
      <TextAreaField name="course" label={t('content.course')} rows={4} />
      <TextAreaField name="process" label={t('content.process')} rows={6} />
    </FormDialog>
  );
}
