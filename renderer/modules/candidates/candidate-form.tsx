import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  CITIZENSHIPS,
  IDENTITY_KINDS,
  MARITAL_STATUSES,
  SEXES,
  type Identity,
  type MentorFields,
} from '../../../shared/modules/candidates/candidates.model';
import { useAsk } from '../../lib/query';
import { ChipsField, DateField, FieldGrid, FormSection, RadioField, SelectField, TextAreaField, TextField, type FormSectionInfo } from '../../ui';
import { HouseholdFields } from './components/household-fields';

export const EMPTY: MentorFields = {
  name: { ru: { surname: '', given: '', patronymic: '' }, kk: null },
  birthDate: '' as MentorFields['birthDate'],
  sex: '' as MentorFields['sex'],
  citizenship: 'KZ',
  identity: null,
  iin: null,
  registeredAddress: '',
  actualAddress: null,
  phone: '',
  email: '',
  occupation: '',
  maritalStatus: 'single',
  spouse: null,
  household: [],
  institutionIds: [],
  note: '',
};

const orNull = (text: string | null): string | null => (text === null || text === '' ? null : text);
const tidyIdentity = (identity: Identity | null): Identity | null =>
  identity && { ...identity, series: orNull(identity.series), issuerCode: orNull(identity.issuerCode) };

/** An emptied field of a number is no number, not a number of no letters. */
export const tidy = (fields: MentorFields): MentorFields => ({
  ...fields,
  iin: orNull(fields.iin),
  actualAddress: orNull(fields.actualAddress),
  identity: tidyIdentity(fields.identity),
  spouse: fields.spouse && { ...fields.spouse, iin: orNull(fields.spouse.iin), identity: tidyIdentity(fields.spouse.identity) },
});

export function useCandidateSections(): FormSectionInfo[] {
  const { t } = useTranslation('candidates');
  return useMemo(
    () => [
      { id: 'person', title: t('form.person'), fields: ['name', 'birthDate', 'sex', 'citizenship'] },
      { id: 'contact', title: t('form.contact'), fields: ['phone', 'email', 'registeredAddress', 'actualAddress', 'occupation'] },
      { id: 'numbers', title: t('form.numbers'), fields: ['iin', 'identity'] },
      { id: 'family', title: t('form.family'), fields: ['maritalStatus', 'spouse'] },
      { id: 'household', title: t('form.household'), fields: ['household'] },
      { id: 'work', title: t('form.work'), fields: ['institutionIds', 'note'] },
    ],
    [t],
  );
}

export const useFieldLabel = (): ((field: string) => string) => {
  const { t } = useTranslation('candidates');
  return (field) => t(`field.${field}`);
};

const NO_IDENTITY: Identity = { kind: 'kz-id-card', series: null, number: '', issuer: '', issuerCode: null, issuedOn: null, validTo: null };

function NameFields({ at }: { at: 'name' | 'spouse.name' }) {
  const { t } = useTranslation('candidates');
  const { setValue } = useFormContext();
  const kazakh = useWatch({ name: `${at}.kk` }) as unknown;
  return (
    <>
      <TextField name={`${at}.ru.surname`} label={t('field.surname')} span={4} />
      <TextField name={`${at}.ru.given`} label={t('field.given')} span={4} />
      <TextField name={`${at}.ru.patronymic`} label={t('field.patronymic')} help={t('form.ifAny')} span={4} />
      {kazakh ? (
        <>
          <TextField name={`${at}.kk.surname`} label={t('field.surnameKk')} span={4} />
          <TextField name={`${at}.kk.given`} label={t('field.givenKk')} span={4} />
          <TextField name={`${at}.kk.patronymic`} label={t('field.patronymicKk')} span={4} />
        </>
      ) : (
        <Button
          sx={{ gridColumn: 'span 12', justifySelf: 'start', ml: -1.75 }}
          onClick={() => {
            setValue(`${at}.kk`, { surname: '', given: '', patronymic: '' }, { shouldDirty: true });
          }}
        >
          {t('form.addKazakh')}
        </Button>
      )}
    </>
  );
}

function IdentityFields({ at }: { at: 'identity' | 'spouse.identity' }) {
  const { t } = useTranslation('candidates');
  const { setValue } = useFormContext();
  const identity = useWatch({ name: at }) as Identity | null;
  if (!identity)
    return (
      <Button
        sx={{ gridColumn: 'span 12', justifySelf: 'start', ml: -1.75 }}
        onClick={() => {
          setValue(at, NO_IDENTITY, { shouldDirty: true });
        }}
      >
        {t('form.addIdentity')}
      </Button>
    );
  const russian = identity.kind === 'ru-passport';
  return (
    <>
      <SelectField
        name={`${at}.kind`}
        label={t('field.identityKind')}
        options={IDENTITY_KINDS.map((value) => ({ value, label: t(`identityKind.${value}`) }))}
        span={6}
      />
      {identity.kind !== 'kz-id-card' && <TextField name={`${at}.series`} label={t('field.series')} span={2} />}
      <TextField name={`${at}.number`} label={t('field.number')} span={identity.kind === 'kz-id-card' ? 6 : 4} />
      <TextField name={`${at}.issuer`} label={t('field.issuer')} span={russian ? 8 : 12} />
      {russian && <TextField name={`${at}.issuerCode`} label={t('field.issuerCode')} span={4} />}
      <DateField name={`${at}.issuedOn`} label={t('field.issuedOn')} span={6} />
      <DateField name={`${at}.validTo`} label={t('field.validTo')} span={6} />
    </>
  );
}

function SpouseFields() {
  const { t } = useTranslation('candidates');
  const { setValue } = useFormContext();
  const [status, spouse] = [useWatch({ name: 'maritalStatus' }) as string, useWatch({ name: 'spouse' }) as unknown];
  if (spouse) {
    return (
      <>
        <NameFields at="spouse.name" />
        <DateField name="spouse.birthDate" label={t('field.birthDate')} span={6} />
        <TextField name="spouse.iin" label={t('field.iin')} span={6} />
        <IdentityFields at="spouse.identity" />
        <Button
          color="inherit"
          sx={{ gridColumn: 'span 12', justifySelf: 'start', color: 'text.secondary' }}
          onClick={() => {
            setValue('spouse', null, { shouldDirty: true });
          }}
        >
          {t('form.removeSpouse')}
        </Button>
      </>
    );
  }
  if (status !== 'married') return null;
  return (
    <Button
      sx={{ gridColumn: 'span 12', justifySelf: 'start', ml: -1.75 }}
      onClick={() => {
        setValue('spouse', { name: EMPTY.name, birthDate: null, identity: null, iin: null }, { shouldDirty: true });
      }}
    >
      {t('form.addSpouse')}
    </Button>
  );
}

function Contact() {
  const { t } = useTranslation('candidates');
  return (
    <FormSection id="contact" title={t('form.contact')}>
      <FieldGrid>
        <TextField name="phone" label={t('field.phone')} type="tel" inputMode="tel" />
        <TextField name="email" label={t('field.email')} type="email" />
        <TextField name="registeredAddress" label={t('field.registeredAddress')} span={12} />
        <TextField name="actualAddress" label={t('field.actualAddress')} help={t('form.sameAddress')} span={12} />
        <TextField name="occupation" label={t('field.occupation')} span={12} />
      </FieldGrid>
    </FormSection>
  );
}

export function CandidateFormFields() {
  const { t } = useTranslation('candidates');
  const houses = useAsk('institutions.list', {}).data ?? [];
  const options = (values: readonly string[], key: string) => values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return (
    <>
      <FormSection id="person" title={t('form.person')}>
        <FieldGrid>
          <NameFields at="name" />
          <DateField name="birthDate" label={t('field.birthDate')} empty="" />
          <SelectField name="citizenship" label={t('field.citizenship')} options={options(CITIZENSHIPS, 'citizenship')} span={4} />
          <RadioField name="sex" label={t('field.sex')} options={options(SEXES, 'sex')} row span={4} />
        </FieldGrid>
      </FormSection>
      <Contact />
      <FormSection id="numbers" title={t('form.numbers')} note={t('form.numbersNote')}>
        <FieldGrid>
          <TextField name="iin" label={t('field.iin')} help={t('form.iinHelp')} />
          <IdentityFields at="identity" />
        </FieldGrid>
      </FormSection>
      <FormSection id="family" title={t('form.family')}>
        <FieldGrid>
          <SelectField name="maritalStatus" label={t('field.maritalStatus')} options={options(MARITAL_STATUSES, 'marital')} span={6} />
          <SpouseFields />
        </FieldGrid>
      </FormSection>
      <FormSection id="household" title={t('form.household')} note={t('form.householdNote')}>
        <HouseholdFields />
      </FormSection>
      <FormSection id="work" title={t('form.work')}>
        <FieldGrid>
          <ChipsField
            name="institutionIds"
            label={t('field.institutionIds')}
            help={t('form.housesHelp')}
            options={houses.filter((house) => !house.closed).map((house) => ({ value: house.id, label: house.shortName }))}
            span={12}
          />
          <TextAreaField name="note" label={t('field.note')} />
        </FieldGrid>
      </FormSection>
    </>
  );
}
