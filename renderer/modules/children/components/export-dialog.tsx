import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { ChildFilter } from '../../../../shared/modules/children/children.model';
import { requiredLine } from '../../../../shared/kernel/text';
import { api } from '../../../lib/client';
import { useFormat } from '../../../lib/format';
import { FormDialog, TextField, useAppForm, useToast } from '../../../ui';
import { saveBytes, XLSX } from '../save-bytes';

const Schema = z.object({ reason: requiredLine(500) });

/** A list leaves the program only with a reason, and the journal keeps both. */
export function ExportDialog({ search, filter, onClose }: { search: string; filter: ChildFilter; onClose: () => void }) {
  const { t } = useTranslation('children');
  const format = useFormat();
  const toast = useToast();
  const form = useAppForm(Schema, { reason: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('export.title')}
      intro={t('export.intro')}
      saveLabel={t('export.save')}
      onClose={onClose}
      onSave={async ({ reason }) => {
        const { xlsx, fileName, rows } = await api.children.exportList({ search, filter, reason, language: format.language });
        saveBytes(xlsx, fileName, XLSX);
        toast.show(t('export.done', { count: rows }));
      }}
    >
      <TextField name="reason" label={t('export.reason')} placeholder={t('export.example')} span={12} autoFocus />
    </FormDialog>
  );
}
