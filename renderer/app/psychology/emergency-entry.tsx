import Button from '@mui/material/Button';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { api } from '../../lib/client';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useProfile } from '../../lib/profile';
import { CheckField, FormDialog, SealedArea, SelectField, TextAreaField, TextField, useAppForm } from '../../ui';
import { PasswordField } from '../session/password-input';
import { useSession } from '../session/session-context';

const key = z.string().trim().min(10).max(400);
const Schema = z
  .object({
    reason: z.string().trim().min(10, { error: 'EMERGENCY.REASON_SHORT' }).max(500),
    recoveryKey: key,
    halves: z.boolean(),
    secondName: z.string(),
    secondKey: z.string().max(400),
    secondPassword: z.string().max(512),
    password: z.string().min(1).max(512),
  })
  .superRefine((values, ctx) => {
    if (!values.halves) return;
    for (const path of ['secondName', 'secondKey', 'secondPassword'] as const)
      if (values[path].trim() === '') ctx.addIssue({ code: 'custom', path: [path], message: 'FIELD.REQUIRED' });
  });
type Values = z.infer<typeof Schema>;
const EMPTY: Values = { reason: '', recoveryKey: '', halves: false, secondName: '', secondKey: '', secondPassword: '', password: '' };

const FIELD_OF: Record<string, keyof Values> = {
  'PASSWORD.WRONG': 'password',
  'EMERGENCY.SECOND_WRONG': 'secondPassword',
  'EMERGENCY.SECOND_SAME': 'secondName',
  'RECOVERY.WRONG_GROUP': 'recoveryKey',
  'RECOVERY.CHECKSUM': 'recoveryKey',
};

const inputOf = ({ reason, recoveryKey, password, halves, secondName, secondPassword, secondKey }: Values) => ({
  reason,
  recoveryKey,
  password,
  second: halves ? { name: secondName, password: secondPassword, recoveryKey: secondKey } : null,
});

/** No psychologist can be reached: the way in by the paper, for whoever may go it. */
export function EmergencyEntry() {
  const { t } = useTranslation('app');
  const { emergency, roles } = useProfile();
  const [open, setOpen] = useState(false);
  // Anybody with the paper may go this way; it is offered to those whose duty it would be.
  if (!emergency.possible || !roles.some((role) => role === 'observer' || role === 'coordinator')) return null;
  return (
    <>
      <SealedArea
        title={t('emergency.title')}
        action={
          <Button
            variant="outlined"
            size="small"
            onClick={() => {
              setOpen(true);
            }}
          >
            {t('emergency.action')}
          </Button>
        }
      >
        {t('emergency.text')}
      </SealedArea>
      {open && (
        <EmergencyDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function EmergencyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('app');
  const { refreshProfile } = useSession();
  const navigate = useNavigate();
  const form = useAppForm(Schema, EMPTY);
  return (
    <FormDialog
      open
      dangerous
      form={form}
      fieldOfCode={(code) => FIELD_OF[code]}
      title={t('emergency.dialog')}
      intro={t('emergency.intro')}
      saveLabel={t('emergency.open')}
      onClose={onClose}
      onSave={async (values) => {
        await api.session.emergencyAccess(inputOf(values));
        await refreshProfile();
        void navigate(paths.psychology());
      }}
    >
      <TextAreaField name="reason" label={t('emergency.reason')} help={t('emergency.reasonHelp')} rows={2} />
      <TextAreaField name="recoveryKey" label={t('recovery.key')} help={t('emergency.keyHelp')} rows={2} />
      <CheckField name="halves" label={t('emergency.halves')} help={t('emergency.halvesHelp')} span={12} />
      <SecondPerson />
      <PasswordField name="password" label={t('emergency.password')} fresh={false} span={12} />
    </FormDialog>
  );
}

function SecondPerson() {
  const { t } = useTranslation('app');
  const { status } = useSession();
  const { name } = useProfile();
  const halves = useWatch({ name: 'halves' }) as boolean;
  if (!halves) return null;
  const others = status.people.filter((person) => person.status === 'active' && person.name !== name);
  return (
    <>
      <SelectField
        name="secondName"
        label={t('emergency.second')}
        empty={t('emergency.secondEmpty')}
        options={others.map((person) => ({ value: person.name, label: person.name }))}
        span={12}
      />
      <TextField name="secondKey" label={t('emergency.secondKey')} span={12} />
      <PasswordField name="secondPassword" label={t('emergency.secondPassword')} fresh={false} span={12} />
    </>
  );
}

/** Content-free, and nobody can put it away: who came in by the paper key in the last thirty days. */
export function EmergencyNotices() {
  const { t } = useTranslation('app');
  const format = useFormat();
  const { emergency, clinical } = useProfile();
  // A holder of the key has the reason with it, at the top of Today.
  if (clinical === 'held' || emergency.notices.length === 0) return null;
  return (
    <SealedArea title={t('emergency.noticed')}>
      <ul>
        {emergency.notices.map((notice) => (
          <li key={notice.id}>
            {t(notice.secondName ? 'emergency.noticeTwo' : 'emergency.notice', {
              name: notice.name,
              second: notice.secondName ?? '',
              date: format.date(notice.fromAt),
            })}
          </li>
        ))}
      </ul>
    </SealedArea>
  );
}
