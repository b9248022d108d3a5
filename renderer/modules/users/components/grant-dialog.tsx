import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ownPasswordField } from '../../../app/session/new-password';
import { PasswordField } from '../../../app/session/password-input';
import { useAct } from '../../../lib/query';
import { FormDialog, TextField, useAppForm, useToast } from '../../../ui';
import type { Member } from './clinical-members';

const COUNT = 6;
const wordsOf = (text: string): string[] => text.split(/[\s,.·;]+/).filter((word) => word !== '');

const Schema = z.object({
  words: z.string().refine((text) => wordsOf(text).length === COUNT, { error: 'CLINICAL.SIX_WORDS' }),
  password: z.string().min(1).max(512),
});

/** The six words come from the colleague's own screen, by voice: whoever swapped the key in between would have other words. */
export function GrantDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation('users');
  const toast = useToast();
  const grant = useAct('users.grantClinical');
  const form = useAppForm(
    Schema,
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
        toast.show(t('grant.done', { name: member.name }));
      }}
    >
      <TextField name="words" label={t('grant.words')} help={t('grant.wordsHelp')} span={12} autoFocus />
      <PasswordField name="password" label={t('ownPassword')} fresh={false} span={12} />
    </FormDialog>
  );
}
