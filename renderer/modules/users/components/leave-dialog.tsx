import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Output } from '../../../../shared/contract/api';
import { ownPasswordField } from '../../../app/session/new-password';
import { PasswordField } from '../../../app/session/password-input';
import { useAct } from '../../../lib/query';
import { FormDialog, TextField, useAppForm, useToast } from '../../../ui';
import type { Person } from '../person-words';

const Schema = z.object({ reason: z.string().trim().min(2).max(500), password: z.string().min(1).max(512) });

/** What goes and what stays when a colleague leaves; there is no way back but a new invitation. */
export function LeaveDialog({
  person,
  onClose,
  onLeft,
}: {
  person: Person;
  onClose: () => void;
  onLeft: (mustRotate: Output<'users.leave'>['mustRotate']) => void;
}) {
  const { t } = useTranslation('users');
  const toast = useToast();
  const leave = useAct('users.leave');
  const form = useAppForm(Schema, { reason: '', password: '' });
  return (
    <FormDialog
      open
      dangerous
      form={form}
      fieldOfCode={ownPasswordField}
      title={t('leave.title', { name: person.name })}
      saveLabel={t('leave.save')}
      onClose={onClose}
      intro={
        <Box component="ul" sx={{ '& > li': { listStyle: 'disc', ml: 2.5 } }}>
          <li>{t('leave.goes')}</li>
          <li>{t('leave.stays')}</li>
          {person.holdsClinical && <li>{t('leave.clinical')}</li>}
          <li>{t('leave.keys')}</li>
        </Box>
      }
      onSave={async ({ reason, password }) => {
        onLeft((await leave.mutateAsync({ id: person.id, reason, password })).mustRotate);
        toast.show(t('leave.done', { name: person.name }));
      }}
    >
      <TextField name="reason" label={t('leave.reason')} help={t('leave.reasonHelp')} span={12} autoFocus />
      <PasswordField name="password" label={t('ownPassword')} fresh={false} span={12} />
    </FormDialog>
  );
}
