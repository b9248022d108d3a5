import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ownPasswordField } from '../../../app/session/new-password';
import { PasswordField } from '../../../app/session/password-input';
import { useSession } from '../../../app/session/session-context';
import { useAct } from '../../../lib/query';
import { FormDialog, TextField, useAppForm, useToast } from '../../../ui';
import type { Member } from './clinical-members';
import { SixWords, wordsOf } from './six-words';

export function GrantDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation('users');
  const toast = useToast();
  const { refreshProfile } = useSession();
  const grant = useAct('users.grantClinical');
  const form = useAppForm(
    SixWords,
    useMemo(() => ({ words: '', password: '' }), []),
  );
  return (
    <FormDialog
      open
      form={form}
      fieldOfCode={ownPasswordField}
      title={t('grant.title', { name: member.name })}
      intro={t('grant.intro')}
      saveLabel={t('grant.save')}
      onClose={onClose}
      onSave={async ({ words, password }) => {
        await grant.mutateAsync({ id: member.userId, words: wordsOf(words), password });
        await refreshProfile();
        toast.show(t('grant.done', { name: member.name }));
      }}
    >
      <TextField name="words" label={t('grant.words')} help={t('grant.wordsHelp')} span={12} autoFocus />
      <PasswordField name="password" label={t('ownPassword')} fresh={false} span={12} />
    </FormDialog>
  );
}
