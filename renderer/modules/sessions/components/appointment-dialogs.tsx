import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RowId } from '../../../../shared/kernel/ids';
import { requiredLine } from '../../../../shared/kernel/text';
import { CANCELLED_BY, MOST_IN_SERIES, Place, SeriesFields, type SessionRow } from '../../../../shared/modules/sessions/appointments.model';
import type { CaseSubject } from '../../../../shared/modules/sessions/casework.model';
import { today } from '../../../lib/format';
import { newId } from '../../../lib/new-id';
import { useAct } from '../../../lib/query';
import { CheckField, DateField, FormDialog, NumberField, SelectField, TextField, useAppForm, useToast } from '../../../ui';

const Move = Place.extend({ reason: requiredLine(500) });
const Cancel = z.object({ by: z.enum(CANCELLED_BY), reason: requiredLine(500), rest: z.boolean() });

function PlaceInputs() {
  const { t } = useTranslation('sessions');
  return (
    <>
      <DateField name="onDate" label={t('field.onDate')} span={5} />
      <TextField name="atTime" label={t('field.atTime')} span={4} inputMode="numeric" maxLength={5} />
      <NumberField name="minutes" label={t('field.minutes')} span={3} />
      <TextField name="place" label={t('field.place')} span={12} />
    </>
  );
}

/** One session, or every week so many times. Nothing clinical is asked here: these are rows of a calendar. */
export function PlanDialog({ subject, onClose }: { subject: CaseSubject; onClose: () => void }) {
  const { t } = useTranslation('sessions');
  const toast = useToast();
  const [id] = useState(() => newId(RowId));
  const plan = useAct('sessions.planSessions');
  const form = useAppForm<z.input<typeof SeriesFields>, SeriesFields>(SeriesFields, {
    onDate: today(),
    atTime: '10:00',
    minutes: 45,
    place: '',
    times: 1,
    everyWeeks: 1,
  });
  return (
    <FormDialog
      open
      form={form}
      title={t('planning.title')}
      intro={t('planning.intro', { most: MOST_IN_SERIES })}
      saveLabel={t('planning.save')}
      onClose={onClose}
      onSave={async (fields) => {
        const rows = await plan.mutateAsync({ id, subject, fields });
        toast.show(t('planning.done', { count: rows.length }));
      }}
    >
      <PlaceInputs />
      <NumberField name="times" label={t('planning.times')} span={6} />
      <NumberField name="everyWeeks" label={t('planning.everyWeeks')} span={6} />
    </FormDialog>
  );
}

export function MoveDialog({ row, onClose }: { row: SessionRow; onClose: () => void }) {
  const { t } = useTranslation('sessions');
  const move = useAct('sessions.moveSession');
  const [from] = useState({ onDate: row.onDate, atTime: row.atTime, minutes: row.minutes, place: row.place });
  const form = useAppForm<z.input<typeof Move>, z.output<typeof Move>>(Move, { ...from, reason: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('planning.moveTitle')}
      onClose={onClose}
      onSave={({ reason, ...to }) => move.mutateAsync({ id: row.id, from, to, reason })}
    >
      <PlaceInputs />
      <TextField name="reason" label={t('planning.why')} span={12} />
    </FormDialog>
  );
}

export function CancelDialog({ row, onClose }: { row: SessionRow; onClose: () => void }) {
  const { t } = useTranslation('sessions');
  const cancel = useAct('sessions.cancelSession');
  const restore = useAct('sessions.restoreSession');
  const toast = useToast();
  const form = useAppForm<z.input<typeof Cancel>, z.output<typeof Cancel>>(Cancel, { by: 'child', reason: '', rest: false });
  return (
    <FormDialog
      open
      dangerous
      form={form}
      title={t('planning.cancelTitle')}
      saveLabel={t('planning.cancel')}
      onClose={onClose}
      onSave={async (values) => {
        const rows = await cancel.mutateAsync({ id: row.id, ...values });
        toast.show(t('planning.cancelled', { count: rows.length }), () => {
          for (const { id } of rows) restore.mutate({ id });
        });
      }}
    >
      <SelectField name="by" label={t('field.cancelledBy')} options={CANCELLED_BY.map((value) => ({ value, label: t(`by.${value}`) }))} span={12} />
      <TextField name="reason" label={t('planning.why')} span={12} />
      {row.seriesOf > row.seriesNo && <CheckField name="rest" label={t('planning.rest')} />}
    </FormDialog>
  );
}
