import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import { RowId } from '../../../../shared/kernel/ids';
import { SESSION_STATUSES, SharedFields, type GroupCard } from '../../../../shared/modules/art-therapy/art-therapy.model';
import type { GroupSessionRecord, PlannedSession } from '../../../../shared/modules/art-therapy/observation.model';
import { today } from '../../../lib/format';
import { newId } from '../../../lib/new-id';
import { useAct } from '../../../lib/query';
import { changesOf, DateField, FormDialog, RadioField, TextAreaField, TextField, useAppForm } from '../../../ui';
import { groupPaths } from '../group-paths';

type Values = z.input<typeof SharedFields>;

function Fields() {
  const { t } = useTranslation('art-therapy');
  return (
    <>
      <TextField name="theme" label={t('field.theme')} span={12} />
      <DateField name="onDate" label={t('field.onDate')} span={4} />
      <TextField name="startsAt" label={t('field.startsAt')} span={2} inputMode="numeric" maxLength={5} />
      <TextField name="endsAt" label={t('field.endsAt')} span={2} inputMode="numeric" maxLength={5} />
      <TextField name="place" label={t('field.place')} span={4} />
      <TextAreaField name="activity" label={t('field.activity')} rows={2} />
      <TextField name="materials" label={t('field.materials')} span={12} />
      <RadioField
        name="status"
        row
        label={t('shared.state')}
        options={SESSION_STATUSES.map((value) => ({ value, label: t(`shared.status.${value}`) }))}
      />
    </>
  );
}

/** A session that begins here, from the next line of the plan when there is one. */
export function NewSessionDialog({ group, planned, onClose }: { group: GroupCard; planned: PlannedSession | undefined; onClose: () => void }) {
  const { t } = useTranslation('art-therapy');
  const navigate = useNavigate();
  const [id] = useState(() => newId(RowId));
  const create = useAct('art-therapy.createSession');
  const last = group.sessions.at(-1)?.shared;
  const form = useAppForm<Values, SharedFields>(SharedFields, {
    onDate: today(),
    startsAt: last?.startsAt ?? '15:00',
    endsAt: last?.endsAt ?? '16:20',
    place: last?.place ?? group.fields.place,
    theme: planned?.theme ?? '',
    activity: '',
    materials: '',
    status: 'held',
  });
  return (
    <FormDialog
      open
      wide
      form={form}
      title={t('session.add')}
      intro={t('session.sharedIntro')}
      onClose={onClose}
      onSave={async (shared) => {
        await create.mutateAsync({ id, groupId: group.id, shared, technique: planned?.technique ?? '' });
        void navigate(groupPaths.session(id));
      }}
    >
      <Fields />
    </FormDialog>
  );
}

/** What educators see of a session, changed field by field. */
export function SharedDialog({ record, onClose }: { record: GroupSessionRecord; onClose: () => void }) {
  const { t } = useTranslation('art-therapy');
  const save = useAct('art-therapy.saveShared');
  const [opened] = useState(record.shared.shared);
  const form = useAppForm<Values, SharedFields>(SharedFields, opened);
  return (
    <FormDialog
      open
      wide
      form={form}
      title={t('session.editShared')}
      intro={t('session.sharedIntro')}
      fieldLabel={(field) => t(`field.${field}`)}
      onClose={onClose}
      onSave={(values, base) => save.mutateAsync({ id: record.header.id, changes: changesOf(base as SharedFields, values) })}
    >
      <Fields />
    </FormDialog>
  );
}
