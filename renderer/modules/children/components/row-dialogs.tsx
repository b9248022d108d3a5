import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { RowId } from '../../../../shared/kernel/ids';
import { PlainDate } from '../../../../shared/kernel/plain-date';
import { requiredLine } from '../../../../shared/kernel/text';
import { today } from '../../../lib/format';
import { useAct } from '../../../lib/query';
import { DateField, FormDialog, TextField, useAppForm } from '../../../ui';
import type { Child } from '../child.page';

const Withdrawal = z.object({ on: PlainDate, reason: requiredLine(500) });
const Removal = z.object({ reason: requiredLine(500) });

export function WithdrawDialog({ child, rowId, onClose }: { child: Child; rowId: RowId; onClose: () => void }) {
  const { t } = useTranslation('children');
  const withdraw = useAct('children.withdrawConsent');
  const form = useAppForm(Withdrawal, { on: today(), reason: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('consent.withdrawTitle')}
      intro={t('consent.withdrawIntro')}
      saveLabel={t('consent.withdraw')}
      onClose={onClose}
      onSave={(values) => withdraw.mutateAsync({ id: child.id, rowId, ...values })}
    >
      <DateField name="on" label={t('consent.withdrawnOn')} span={6} />
      <TextField name="reason" label={t('move.why')} span={12} />
    </FormDialog>
  );
}

/** Entered by mistake: it leaves the card, and the card's history keeps what it was. */
export function RemoveDialog({
  child,
  kind,
  rowId,
  onClose,
}: {
  child: Child;
  kind: 'paper' | 'relative' | 'placement' | 'sibling';
  rowId: RowId;
  onClose: () => void;
}) {
  const { t } = useTranslation('children');
  const remove = useAct('children.removeRow');
  const form = useAppForm(Removal, { reason: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('row.removeTitle')}
      intro={t('row.removeIntro')}
      saveLabel={t('row.remove')}
      onClose={onClose}
      onSave={({ reason }) => remove.mutateAsync({ id: child.id, kind, rowId, reason })}
    >
      <TextField name="reason" label={t('move.why')} span={12} autoFocus />
    </FormDialog>
  );
}
