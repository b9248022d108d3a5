import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import type { Output } from '../../../shared/contract/api';
import { UserId } from '../../../shared/kernel/ids';
import { UserDuties } from '../../../shared/modules/users/users.model';
import { useFormat } from '../../lib/format';
import { newId } from '../../lib/new-id';
import { paths } from '../../lib/paths';
import { useAct } from '../../lib/query';
import { FormPage, Page, useAppForm, useCrumbs } from '../../ui';
import { OneTimeCode } from './components/one-time-code';
import { idleFor, PersonFormFields, usePersonSections } from './person-form';
import { userPaths } from './user-paths';

/** An invitation makes the account and a one-time code; the colleague chooses the password. */
export function PersonNewPage() {
  const { t } = useTranslation('users');
  const navigate = useNavigate();
  const { language } = useFormat();
  const invite = useAct('users.invite');
  const [id] = useState(() => newId(UserId));
  const [code, setCode] = useState<Output<'users.invite'> | null>(null);
  const form = useAppForm<z.input<typeof UserDuties>, UserDuties>(UserDuties, {
    name: '',
    post: '',
    roles: [],
    institutionIds: 'all',
    childIds: [],
    language,
    idleMinutes: idleFor([]),
  });
  const sections = usePersonSections();
  useCrumbs(
    useMemo(
      () => [{ label: t('nav'), to: paths.administration() }, { label: t('area.users'), to: userPaths.people() }, { label: t('invite.title') }],
      [t],
    ),
  );
  const back = () => {
    void navigate(userPaths.people());
  };
  return (
    <Page flush>
      <FormPage
        form={form}
        title={t('invite.title')}
        intro={t('invite.intro')}
        sections={sections}
        draftKey="users/new"
        saveLabel={t('invite.save')}
        onSave={async (duties) => {
          setCode(await invite.mutateAsync({ id, ...duties }));
        }}
        onDone={() => undefined}
        onCancel={back}
      >
        <PersonFormFields fresh />
      </FormPage>
      {code && (
        <OneTimeCode
          name={form.getValues('name')}
          code={code}
          onClose={() => {
            void navigate(userPaths.person(id));
          }}
        />
      )}
    </Page>
  );
}
