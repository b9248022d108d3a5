import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import { useMemo } from 'react';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, ROLES, type Role } from '../../../shared/kernel/roles';
import type { UserDuties } from '../../../shared/modules/users/users.model';
import { useAsk } from '../../lib/query';
import { ChipsField, FieldGrid, FormSection, NumberField, SelectField, TextField, type FormSectionInfo } from '../../ui';
import { sentenceOfField } from '../../ui/form/field-codes';
import { ChildrenChoice } from './components/children-choice';

/** Beside a child every minute of an open screen counts; a psychologist's screen shows more than any other. */
export const idleFor = (roles: readonly Role[]): number => (roles.includes('psychologist') ? 3 : 5);

export function usePersonSections(): FormSectionInfo[] {
  const { t } = useTranslation('users');
  return useMemo(
    () => [
      { id: 'person', title: t('form.person'), fields: ['name', 'post', 'language', 'idleMinutes'] },
      { id: 'roles', title: t('form.roles'), fields: ['roles'] },
      { id: 'scope', title: t('form.scope'), fields: ['institutionIds', 'childIds'] },
    ],
    [t],
  );
}

function RolesField() {
  const { t } = useTranslation('users');
  const { field, fieldState } = useController<UserDuties, 'roles'>({ name: 'roles' });
  const { getValues, setValue } = useFormContext<UserDuties>();
  const error = sentenceOfField(fieldState.error?.message);
  const toggle = (role: Role, on: boolean) => {
    const next = ROLES.filter((one) => (one === role ? on : field.value.includes(one)));
    // The idle time follows the roles until somebody sets another one.
    if (getValues('idleMinutes') === idleFor(field.value)) setValue('idleMinutes', idleFor(next), { shouldDirty: true });
    field.onChange(next);
  };
  return (
    <FormControl component="fieldset" error={error !== undefined} aria-label={t('form.roles')} sx={{ width: '100%' }}>
      {ROLES.map((role, index) => (
        <FormControlLabel
          key={role}
          control={
            <Checkbox
              checked={field.value.includes(role)}
              onChange={(event) => {
                toggle(role, event.target.checked);
              }}
              onBlur={field.onBlur}
              slotProps={{ input: index === 0 ? { ref: field.ref } : {} }}
            />
          }
          label={
            <Box>
              {t(`role.${role}.short`)}
              <Box component="span" sx={{ display: 'block', fontSize: 13, lineHeight: '18px', color: 'text.secondary' }}>
                {t(`role.${role}.what`)}
              </Box>
            </Box>
          }
          sx={{ alignItems: 'flex-start', mb: 1 }}
        />
      ))}
      {error && <FormHelperText>{error}</FormHelperText>}
    </FormControl>
  );
}

function ScopeFields() {
  const { t } = useTranslation('users');
  const { setValue } = useFormContext<UserDuties>();
  const scope = useWatch<UserDuties, 'institutionIds'>({ name: 'institutionIds' });
  const roles = useWatch<UserDuties, 'roles'>({ name: 'roles' });
  const houses = useAsk('institutions.list', {}).data ?? [];
  const some = scope !== 'all';
  return (
    <FieldGrid>
      <FormControlLabel
        sx={{ gridColumn: 'span 12' }}
        control={
          <Checkbox
            checked={!some}
            onChange={(event) => {
              setValue('institutionIds', event.target.checked ? 'all' : [], { shouldDirty: true, shouldValidate: true });
            }}
          />
        }
        label={t('scope.allLong')}
      />
      {some && (
        <ChipsField
          name="institutionIds"
          label={t('form.houses')}
          help={t('form.housesHelp')}
          options={houses.filter((house) => !house.closed || scope.includes(house.id)).map((house) => ({ value: house.id, label: house.shortName }))}
          span={12}
        />
      )}
      {roles.includes('coach') && <ChildrenChoice />}
    </FieldGrid>
  );
}

/** A colleague's duties, the same at the invitation and at a change. */
export function PersonFormFields({ fresh }: { fresh: boolean }) {
  const { t } = useTranslation('users');
  return (
    <>
      <FormSection id="person" title={t('form.person')}>
        <FieldGrid>
          <TextField name="name" label={t('form.name')} help={t('form.nameHelp')} span={6} autoFocus={fresh} />
          <TextField name="post" label={t('form.post')} help={t('form.postHelp')} span={6} />
          <SelectField
            name="language"
            label={t('form.language')}
            options={LANGUAGES.map((language) => ({ value: language, label: t(`language.${language}`) }))}
            span={6}
          />
          <NumberField name="idleMinutes" label={t('form.idle')} help={t('form.idleHelp')} span={6} />
        </FieldGrid>
      </FormSection>
      <FormSection id="roles" title={t('form.roles')} note={t('form.rolesNote')}>
        <RolesField />
      </FormSection>
      <FormSection id="scope" title={t('form.scope')} note={t('form.scopeNote')}>
        <ScopeFields />
      </FormSection>
    </>
  );
}
