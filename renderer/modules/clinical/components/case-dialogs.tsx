import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Subject } from '../../../../shared/modules/clinical/clinical.model';
import { UserId } from '../../../../shared/kernel/ids';
import { useAct, useAsk } from '../../../lib/query';
import { FormDialog, SelectField, TextField, useAppForm, useToast } from '../../../ui';

const Reason = z.object({ reason: z.string().trim().min(1, { error: 'FIELD.REQUIRED' }).max(500) });

/** One case, or all that somebody led who has left. */
export function TakeOverDialog({ of, name, onClose }: { of: { subject: Subject } | { fromId: UserId }; name: string; onClose: () => void }) {
  const { t } = useTranslation('clinical');
  const toast = useToast();
  const take = useAct('clinical.takeOver', ['sessions', 'interviews', 'assessments', 'extracts']);
  const form = useAppForm(
    Reason,
    useMemo(() => ({ reason: '' }), []),
  );
  return (
    <FormDialog
      open
      form={form}
      title={t('subject' in of ? 'take.one' : 'take.all', { name })}
      intro={t('take.intro')}
      saveLabel={t('take.save')}
      onClose={onClose}
      onSave={async ({ reason }) => {
        const { cases, drafts } = await take.mutateAsync({ ...of, reason });
        toast.show(`${t('take.done', { count: cases })} ${t('take.drafts', { count: drafts })}`);
      }}
    >
      <TextField name="reason" label={t('take.reason')} help={t('take.reasonHelp')} span={12} autoFocus />
    </FormDialog>
  );
}

const To = Reason.extend({ toId: UserId });

/** To a colleague who holds the key. */
export function HandOverDialog({ subject, name, onClose }: { subject: Subject; name: string; onClose: () => void }) {
  const { t } = useTranslation('clinical');
  const toast = useToast();
  const colleagues = useAsk('clinical.colleagues', {});
  const hand = useAct('clinical.handOver', ['sessions', 'interviews', 'assessments', 'extracts']);
  const form = useAppForm(
    To,
    useMemo(() => ({ reason: '', toId: '' as UserId }), []),
  );
  return (
    <FormDialog
      open
      form={form}
      title={t('hand.title', { name })}
      intro={t('take.intro')}
      saveLabel={t('hand.save')}
      onClose={onClose}
      onSave={async ({ toId, reason }) => {
        await hand.mutateAsync({ subject, toId, reason });
        toast.show(t('hand.done'));
      }}
    >
      <SelectField
        name="toId"
        label={t('hand.to')}
        help={colleagues.data?.length === 0 ? t('hand.nobody') : ''}
        empty={t('hand.empty')}
        options={(colleagues.data ?? []).map((one) => ({ value: one.userId, label: one.name }))}
        span={12}
      />
      <TextField name="reason" label={t('take.reason')} span={12} />
    </FormDialog>
  );
}
