import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Output } from '../../../../shared/contract/api';
import { ownPasswordField } from '../../../app/session/new-password';
import { PasswordField } from '../../../app/session/password-input';
import { useAct } from '../../../lib/query';
import { FormDialog, useAppForm } from '../../../ui';
import type { Person } from '../person-words';

const Schema = z.object({ password: z.string().min(1).max(512) });

/** For a forgotten password, and for a code that ran out: new keys, and the old ones open nothing. */
export function ResetDialog({
  person,
  onClose,
  onCode,
}: {
  person: Person;
  onClose: () => void;
  onCode: (code: Output<'users.resetPassword'>) => void;
}) {
  const { t } = useTranslation('users');
  const reset = useAct('users.resetPassword');
  const form = useAppForm(Schema, { password: '' });
  return (
    <FormDialog
      open
      form={form}
      fieldOfCode={ownPasswordField}
      title={t('reset.title', { name: person.name })}
      saveLabel={t('reset.save')}
      onClose={onClose}
      intro={
        <>
          {t('reset.what')}
          {person.holdsClinical && ` ${t('reset.clinical')}`}
        </>
      }
      onSave={async ({ password }) => {
        onCode(await reset.mutateAsync({ id: person.id, password }));
      }}
    >
      <PasswordField name="password" label={t('ownPassword')} fresh={false} span={12} autoFocus />
    </FormDialog>
  );
}
