import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ownPasswordField } from '../../../app/session/new-password';
import { PasswordField } from '../../../app/session/password-input';
import { useSession } from '../../../app/session/session-context';
import { useAct } from '../../../lib/query';
import { FormDialog, TextField, useAppForm, useToast } from '../../../ui';
import type { Member } from './clinical-members';
import { SixWords, wordsOf } from './six-words';

interface Asked {
  member: Member;
  onClose: () => void;
}

/** Heard from the colleague in person and the same: the changed key is the colleague's own. */
export function ConfirmDialog({ member, onClose }: Asked) {
  const { t } = useTranslation('users');
  const toast = useToast();
  const { refreshProfile } = useSession();
  const confirm = useAct('users.confirmMember');
  const form = useAppForm(
    SixWords,
    useMemo(() => ({ words: '', password: '' }), []),
  );
  return (
    <FormDialog
      open
      form={form}
      fieldOfCode={ownPasswordField}
      title={t('confirm.title', { name: member.name })}
      intro={t('confirm.intro')}
      saveLabel={t('confirm.save')}
      onClose={onClose}
      onSave={async ({ words, password }) => {
        await confirm.mutateAsync({ id: member.userId, words: wordsOf(words), password });
        await refreshProfile();
        toast.show(t('confirm.done', { name: member.name }));
      }}
    >
      <TextField name="words" label={t('grant.words')} help={t('grant.wordsHelp')} span={12} autoFocus />
      <PasswordField name="password" label={t('ownPassword')} fresh={false} span={12} />
    </FormDialog>
  );
}

const Own = z.object({ password: z.string().min(1).max(512) });

export function RemoveDialog({ member, onClose }: Asked) {
  const { t } = useTranslation('users');
  const toast = useToast();
  const { refreshProfile } = useSession();
  const remove = useAct('users.removeMember');
  const form = useAppForm(
    Own,
    useMemo(() => ({ password: '' }), []),
  );
  return (
    <FormDialog
      open
      dangerous
      form={form}
      fieldOfCode={ownPasswordField}
      title={t('remove.title', { name: member.name })}
      intro={t('remove.intro')}
      saveLabel={t('remove.save')}
      onClose={onClose}
      onSave={async ({ password }) => {
        await remove.mutateAsync({ id: member.userId, password });
        await refreshProfile();
        toast.show(t('remove.done', { name: member.name }));
      }}
    >
      <PasswordField name="password" label={t('ownPassword')} fresh={false} span={12} />
    </FormDialog>
  );
}
