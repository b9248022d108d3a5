import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ABSENCE_REASONS, ATTENDANCE, Attendance, type AttendanceLine } from '../../../../shared/modules/art-therapy/art-therapy.model';
import { useAct } from '../../../lib/query';
import { FormDialog, RadioField, SelectField, TextField, useAppForm } from '../../../ui';

type Values = z.input<typeof Attendance>;

function Fields() {
  const { t } = useTranslation('art-therapy');
  const status = useWatch<Values, 'status'>({ name: 'status' });
  return (
    <>
      <RadioField name="status" label={t('shared.list')} options={ATTENDANCE.map((value) => ({ value, label: t(`attendance.choice.${value}`) }))} />
      {(status === 'late' || status === 'left-early') && (
        <TextField name="time" label={t(`attendance.time.${status}`)} span={5} inputMode="numeric" maxLength={5} />
      )}
      {status === 'absent' && (
        <SelectField
          name="reason"
          label={t('attendance.reason')}
          span={8}
          options={ABSENCE_REASONS.map((value) => ({ value, label: t(`shared.reason.${value}`) }))}
        />
      )}
    </>
  );
}

/** What does not belong to the chosen status goes: a time for one who was late, a reason for one who was not there. */
const cleaned = ({ status, time, reason }: Attendance): Attendance => ({
  status,
  time: status === 'late' || status === 'left-early' ? time : null,
  reason: status === 'absent' ? reason : null,
});

export function AttendanceDialog({ sessionId, line, onClose }: { sessionId: string; line: AttendanceLine; onClose: () => void }) {
  const { t } = useTranslation('art-therapy');
  const save = useAct('art-therapy.saveShared');
  const [opened] = useState(line.attendance);
  const form = useAppForm<Values, Attendance>(Attendance, opened ?? { status: 'came', time: null, reason: null });
  return (
    <FormDialog
      open
      form={form}
      title={<span data-private>{line.name}</span>}
      intro={t('attendance.intro')}
      onClose={onClose}
      fieldOfCode={(code) => (code === 'GROUP.REASON_NEEDED' ? 'reason' : code === 'GROUP.TIME_OUTSIDE_SESSION' ? 'time' : undefined)}
      onSave={(values) => save.mutateAsync({ id: sessionId, attendance: [{ childId: line.childId, from: opened, to: cleaned(values) }] })}
    >
      <Fields />
    </FormDialog>
  );
}
