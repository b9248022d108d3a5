import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { PlainDate } from '../../../../shared/kernel/plain-date';
import { requiredLine } from '../../../../shared/kernel/text';
import { today } from '../../../lib/format';
import { DateField, FormDialog, TextField, useAppForm, useToast } from '../../../ui';

const Schema = z.object({ on: PlainDate, reason: requiredLine(1000) });

/** Taken back: what was written stays, and from that day counts no more. */
export function WithdrawDialog({
  title,
  onSave,
  onClose,
}: {
  title: string;
  onSave: (values: z.output<typeof Schema>) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation('mentorships');
  const toast = useToast();
  const form = useAppForm<z.input<typeof Schema>, z.output<typeof Schema>>(Schema, { on: today(), reason: '' });
  return (
    <FormDialog
      open
      form={form}
      title={title}
      intro={t('withdraw.intro')}
      saveLabel={t('withdraw.save')}
      dangerous
      onClose={onClose}
      onSave={async (values) => {
        await onSave(values);
        toast.show(t('withdraw.done'));
      }}
    >
      <DateField name="on" label={t('withdraw.on')} span={6} />
      <TextField name="reason" label={t('reason')} span={12} />
    </FormDialog>
  );
}
