import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { PlainDate } from '../../../../shared/kernel/plain-date';
import { requiredLine } from '../../../../shared/kernel/text';
import { LEAVE_REASONS } from '../../../../shared/modules/children/children.model';
import { useAct } from '../../../lib/query';
import { DateField, FormDialog, SelectField, TextField, useAppForm } from '../../../ui';
import type { Child } from '../child.page';

const Reasoned = z.object({ reason: requiredLine(500), until: PlainDate.nullable() });
const Leaving = z.object({ reason: z.enum(LEAVE_REASONS), note: z.string().max(1000) });

function LeaveDialog({ child, onClose }: { child: Child; onClose: () => void }) {
  const { t } = useTranslation('children');
  const leave = useAct('children.leave');
  const form = useAppForm(Leaving, { reason: 'family', note: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('move.leave')}
      intro={t('move.leaveIntro')}
      onClose={onClose}
      onSave={(values) => leave.mutateAsync({ id: child.id, ...values })}
    >
      <SelectField name="reason" label={t('move.why')} options={LEAVE_REASONS.map((value) => ({ value, label: t(`leave.${value}`) }))} span={12} />
      <TextField name="note" label={t('move.note')} span={12} />
    </FormDialog>
  );
}

function ReasonDialog({ child, move, onClose }: { child: Child; move: 'pause' | 'reopen'; onClose: () => void }) {
  const { t } = useTranslation('children');
  const pause = useAct('children.pause');
  const reopen = useAct('children.reopen');
  const form = useAppForm(Reasoned, { reason: '', until: null });
  const save = ({ reason, until }: z.output<typeof Reasoned>) =>
    move === 'pause' ? pause.mutateAsync({ id: child.id, reason, until }) : reopen.mutateAsync({ id: child.id, reason });
  return (
    <FormDialog open form={form} title={t(`move.${move}`)} intro={t(`move.${move}Intro`)} onClose={onClose} onSave={save}>
      <TextField name="reason" label={t('move.why')} span={12} autoFocus />
      {move === 'pause' && <DateField name="until" label={t('move.until')} span={6} />}
    </FormDialog>
  );
}

export const MoveDialog = ({ child, move, onClose }: { child: Child; move: 'pause' | 'leave' | 'reopen'; onClose: () => void }) =>
  move === 'leave' ? <LeaveDialog child={child} onClose={onClose} /> : <ReasonDialog child={child} move={move} onClose={onClose} />;
