import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { JournalFilter } from '../../../../shared/modules/audit/audit.model';
import { api } from '../../../lib/client';
import { FormDialog, TextField, useAppForm, useToast } from '../../../ui';
import { saveSheet } from '../save-sheet';

const Schema = z.object({ reason: z.string().trim().min(3, { error: 'EXPORT.NO_REASON' }).max(300) });

export function ExportDialog({ filter, onClose }: { filter: JournalFilter; onClose: () => void }) {
  const { t } = useTranslation('audit');
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
        const file = await api.audit.export({ filter, reason });
        saveSheet(file.xlsx, file.name);
        toast.show(t('export.done', { count: file.rows }));
      }}
    >
      <TextField name="reason" label={t('export.reason')} help={t('export.reasonHelp')} span={12} autoFocus />
    </FormDialog>
  );
}
