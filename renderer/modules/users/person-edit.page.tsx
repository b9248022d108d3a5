import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { z } from 'zod';
import { LANGUAGES } from '../../../shared/kernel/roles';
import { UserDuties } from '../../../shared/modules/users/users.model';
import { api } from '../../lib/client';
import { paths } from '../../lib/paths';
import { useAct, useAsk } from '../../lib/query';
import { isWireError } from '../../lib/wire-error';
import { Answer, EmptyState, FormPage, Page, useAppForm, useCrumbs } from '../../ui';
import { PersonFormFields, usePersonSections } from './person-form';
import type { Person } from './person-words';
import { userPaths } from './user-paths';

const dutiesOf = ({ name, post, roles, institutionIds, childIds, language, idleMinutes }: Person): UserDuties => ({
  name,
  post,
  roles,
  institutionIds,
  childIds,
  language,
  idleMinutes,
});

/** What the conflict panel prints for a value. */
function useShown(): (value: unknown, field: string) => string {
  const { t } = useTranslation('users');
  const houses = useAsk('institutions.list', {}).data ?? [];
  return (value, field) => {
    if (field === 'roles') return (value as UserDuties['roles']).map((role) => t(`role.${role}.name`)).join(', ');
    if (field === 'institutionIds')
      return value === 'all' ? t('scope.all') : (value as string[]).map((id) => houses.find((house) => house.id === id)?.shortName ?? '').join(', ');
    if (field === 'childIds') return t('form.childCount', { count: (value as string[]).length });
    return field === 'language' && LANGUAGES.some((language) => language === value) ? t(`language.${String(value)}`) : String(value);
  };
}

function EditForm({ person }: { person: Person }) {
  const { t } = useTranslation('users');
  const navigate = useNavigate();
  const update = useAct('users.update', ['session']);
  const [opened] = useState(() => dutiesOf(person));
  const version = useRef(person.version);
  const form = useAppForm<z.input<typeof UserDuties>, UserDuties>(UserDuties, opened);
  const sections = usePersonSections();
  const show = useShown();
  useCrumbs(
    useMemo(
      () => [
        { label: t('nav'), to: paths.administration() },
        { label: t('area.users'), to: userPaths.people() },
        { label: person.name, to: userPaths.person(person.id) },
        { label: t('edit.title') },
      ],
      [t, person.name, person.id],
    ),
  );
  const back = () => {
    void navigate(userPaths.person(person.id));
  };
  const save = async (duties: UserDuties) => {
    try {
      await update.mutateAsync({ id: person.id, version: version.current, duties });
    } catch (failure) {
      // What a colleague saved is laid beside what is written here; the choice is then saved over the newer version.
      if (isWireError(failure) && failure.kind === 'conflict')
        version.current = (await api.users.list({})).find((row) => row.id === person.id)?.version ?? version.current;
      throw failure;
    }
  };
  return (
    <FormPage
      form={form}
      title={t('edit.of', { name: person.name })}
      sections={sections}
      draftKey={`users/${person.id}`}
      fieldLabel={(field) => t(`fieldName.${field}`)}
      fieldValue={show}
      onSave={save}
      onDone={back}
      onCancel={back}
    >
      <PersonFormFields fresh={false} />
    </FormPage>
  );
}

export function PersonEditPage() {
  const { t } = useTranslation('users');
  const { id = '' } = useParams();
  const people = useAsk('users.list', {});
  return (
    <Page flush>
      <Answer of={people}>
        {(rows) => {
          const person = rows.find((row) => row.id === id);
          return person ? <EditForm key={person.id} person={person} /> : <EmptyState title={t('absent')} />;
        }}
      </Answer>
    </Page>
  );
}
