import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { requiredLine } from '../../../../shared/kernel/text';
import { useAct } from '../../../lib/query';
import { FormDialog, TextField, useAppForm, useToast } from '../../../ui';

const Schema = z.object({ reason: requiredLine(500) });

/** Taken back: the text stays readable, marked, and counts for nothing any more. */
export function WithdrawDialog({ id, number, onClose }: { id: string; number: string; onClose: () => void }) {
  const { t } = useTranslation('extracts');
  const toast = useToast();
  const withdraw = useAct('extracts.withdraw', ['documents', 'mentorships']);
  const form = useAppForm(Schema, { reason: '' });
  return (
    <FormDialog
      open
      dangerous
      form={form}
      title={t('withdraw.title', { number })}
      intro={t('withdraw.intro')}
      saveLabel={t('withdraw.save')}
      onClose={onClose}
      onSave={async ({ reason }) => {
        await withdraw.mutateAsync({ id: id, reason });
        toast.show(t('withdraw.done'));
      }}
    >
      <TextField name="reason" label={t('withdraw.reason')} help={t('withdraw.reasonHelp')} span={12} autoFocus />
    </FormDialog>
  );
}
