import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import { RowId } from '../../../../shared/kernel/ids';
import { GROUP_KINDS, GroupFields, type GroupCard } from '../../../../shared/modules/art-therapy/art-therapy.model';
import { newId } from '../../../lib/new-id';
import { useAct, useAsk } from '../../../lib/query';
import { changesOf, DateField, FormDialog, NumberField, RadioField, SelectField, TextField, useAppForm } from '../../../ui';
import { groupPaths } from '../group-paths';

type Values = z.input<typeof GroupFields>;

function Fields({ fresh }: { fresh: boolean }) {
  const { t } = useTranslation('art-therapy');
  const houses = useAsk('institutions.list', {}).data ?? [];
  const programmes = useAsk('institutions.programmes', {}).data ?? [];
  return (
    <>
      <TextField name="name" label={t('field.name')} span={8} />
      <NumberField name="agesFrom" label={t('field.agesFrom')} span={2} />
      <NumberField name="agesTo" label={t('field.agesTo')} span={2} />
      <SelectField
        name="institutionId"
        label={t('field.institution')}
        span={6}
        options={houses.map((house) => ({ value: house.id, label: house.shortName }))}
      />
      <SelectField
        name="programmeId"
        label={t('field.programme')}
        span={6}
        options={programmes.map((programme) => ({ value: programme.id, label: programme.name }))}
      />
      <TextField name="place" label={t('field.place')} span={6} />
      <TextField name="schedule" label={t('field.schedule')} span={6} />
      <NumberField name="sessionsPlanned" label={t('field.sessionsPlanned')} span={6} />
      {!fresh && <DateField name="endedOn" label={t('field.endedOn')} span={6} />}
      <RadioField
        name="kind"
        label={t('field.kind')}
        options={GROUP_KINDS.map((value) => ({ value, label: t(`kind.${value}`), note: t(`kindNote.${value}`) }))}
      />
    </>
  );
}

const empty = {
  name: '',
  institutionId: '' as never,
  programmeId: '' as never,
  agesFrom: 10,
  agesTo: 13,
  place: '',
  kind: 'open' as const,
  schedule: '',
  sessionsPlanned: 10,
  endedOn: null,
};

/** A new group, or the fields of one that stands. */
export function GroupDialog({ group, onClose }: { group: GroupCard | null; onClose: () => void }) {
  const { t } = useTranslation('art-therapy');
  const navigate = useNavigate();
  const [id] = useState(() => group?.id ?? newId(RowId));
  const create = useAct('art-therapy.createGroup');
  const change = useAct('art-therapy.changeGroup');
  const form = useAppForm<Values, GroupFields>(GroupFields, group?.fields ?? empty);
  return (
    <FormDialog
      open
      wide
      form={form}
      title={group ? t('group.edit') : t('group.add')}
      intro={t('group.intro')}
      fieldLabel={(field) => t(`field.${field}`)}
      onClose={onClose}
      onSave={async (fields, base) => {
        if (group) await change.mutateAsync({ id, changes: changesOf(base as GroupFields, fields) });
        else {
          await create.mutateAsync({ id, fields });
          void navigate(groupPaths.group(id));
        }
      }}
    >
      <Fields fresh={group === null} />
    </FormDialog>
  );
}
