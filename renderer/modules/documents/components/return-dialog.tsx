import { useTranslation } from 'react-i18next';
import { ReturnFields } from '../../../../shared/modules/documents/documents.model';
import { timeOf, today, useFormat } from '../../../lib/format';
import { useProfile } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { DateField, FormDialog, TextAreaField, TextField, useAppForm, useToast } from '../../../ui';
import type { Transfer } from '../register.columns';
import { TimeField } from './time-field';

/** The child is back: when, who met it, in what state, what happened, and why it was late. */
export function ReturnDialog({ line, onClose }: { line: Transfer; onClose: () => void }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const profile = useProfile();
  const toast = useToast();
  const takeBack = useAct('documents.takeBack', ['children', 'mentorships']);
  const form = useAppForm(ReturnFields, { on: today(), at: timeOf(new Date()), by: profile.name, state: '', incidents: '', lateReason: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('return.title')}
      wide
      saveLabel={t('return.save')}
      onClose={onClose}
      intro={
        <>
          <span data-private>{line.child.name}</span>
          {`. ${t('return.planned', { date: format.date(line.plannedReturnOn), time: line.plannedReturnAt })}`}
        </>
      }
      onSave={async (returned) => {
        await takeBack.mutateAsync({ id: line.id, returned });
        toast.show(t('return.done'));
      }}
    >
      <DateField name="on" label={t('return.on')} span={4} />
      <TimeField name="at" label={t('return.at')} span={2} empty="" />
      <TextField name="by" label={t('return.by')} span={6} />
      <TextField name="state" label={t('return.state')} help={t('hand.stateHelp')} span={12} />
      <TextAreaField name="incidents" label={t('return.incidents')} rows={2} />
      <TextField name="lateReason" label={t('return.lateReason')} help={line.isOverdue ? t('return.lateHelp') : undefined} span={12} />
    </FormDialog>
  );
}
