import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ChildFields } from '../../../shared/modules/children/children.model';
import { IDENTITY_KINDS, LEGAL_STATUSES } from '../../../shared/modules/children/children.model';
import { useAsk } from '../../lib/query';
import {
  ChipsField,
  DateField,
  FieldGrid,
  FormSection,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
  type FormSectionInfo,
  type Option,
} from '../../ui';

export function useChildSections(): FormSectionInfo[] {
  const { t } = useTranslation('children');
  return useMemo(
    () => [
      { id: 'person', title: t('form.person'), fields: ['name', 'birthDate', 'sex', 'citizenship'] },
      { id: 'place', title: t('form.place'), fields: ['institutionId', 'programmeId', 'group', 'school', 'fileNumber'] },
      { id: 'numbers', title: t('form.numbers'), fields: ['personalNumber', 'identity'] },
      { id: 'status', title: t('form.status'), fields: ['legalStatus', 'legalBasis'] },
      { id: 'character', title: t('form.character'), fields: ['languages', 'interests', 'strengths', 'helps', 'upsets', 'notToAsk', 'safetyNote'] },
    ],
    [t],
  );
}

/** A field's name for the conflict panel. */
export const useFieldLabel = (): ((field: string) => string) => {
  const { t } = useTranslation('children');
  return (field) => t(`field.${field}`);
};

function useOptions() {
  const { t } = useTranslation('children');
  const houses = useAsk('institutions.list', {}).data ?? [];
  const programmes = useAsk('institutions.programmes', {}).data ?? [];
  const from = (values: readonly string[], key: string): Option[] => values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return {
    sexes: from(['female', 'male'], 'sex'),
    citizenships: from(['KZ', 'RU', 'other'], 'citizenship'),
    statuses: from(LEGAL_STATUSES, 'legalStatus'),
    papers: from(IDENTITY_KINDS, 'identityKind'),
    languages: from(['ru', 'kk', 'en'], 'language'),
    houses: houses.filter((house) => !house.closed).map((house) => ({ value: house.id, label: house.nameRu })),
    programmes: programmes.filter((programme) => !programme.closed).map((programme) => ({ value: programme.id, label: programme.name })),
  };
}

function NameFields() {
  const { t } = useTranslation('children');
  const { setValue } = useFormContext<ChildFields>();
  const kazakh = useWatch<ChildFields, 'name.kk'>({ name: 'name.kk' });
  return (
    <FieldGrid>
      <TextField name="name.ru.surname" label={t('field.surname')} span={4} />
      <TextField name="name.ru.given" label={t('field.given')} span={4} />
      <TextField name="name.ru.patronymic" label={t('field.patronymic')} help={t('form.ifAny')} span={4} />
      {kazakh ? (
        <>
          <TextField name="name.kk.surname" label={t('field.surnameKk')} span={4} />
          <TextField name="name.kk.given" label={t('field.givenKk')} span={4} />
          <TextField name="name.kk.patronymic" label={t('field.patronymicKk')} span={4} />
        </>
      ) : (
        <Button
          sx={{ gridColumn: 'span 12', justifySelf: 'start', ml: -1.75 }}
          onClick={() => {
            setValue('name.kk', { surname: '', given: '', patronymic: '' }, { shouldDirty: true });
          }}
        >
          {t('form.addKazakh')}
        </Button>
      )}
    </FieldGrid>
  );
}

function NumberFields() {
  const { t } = useTranslation('children');
  const { papers } = useOptions();
  const { setValue } = useFormContext<ChildFields>();
  const identity = useWatch<ChildFields, 'identity'>({ name: 'identity' });
  const citizenship = useWatch<ChildFields, 'citizenship'>({ name: 'citizenship' });
  return (
    <FieldGrid>
      <TextField name="personalNumber" label={t(citizenship === 'RU' ? 'field.snils' : 'field.iin')} help={t('form.numberHelp')} span={6} />
      {identity ? (
        <>
          <SelectField name="identity.kind" label={t('field.identityKind')} options={papers} span={6} />
          <TextField name="identity.series" label={t('field.series')} span={3} />
          <TextField name="identity.number" label={t('field.number')} span={3} />
          <DateField name="identity.issuedOn" label={t('field.issuedOn')} span={6} />
          <TextField name="identity.issuer" label={t('field.issuer')} span={12} />
        </>
      ) : (
        <Button
          sx={{ gridColumn: 'span 12', justifySelf: 'start', ml: -1.75 }}
          onClick={() => {
            setValue('identity', { kind: 'birth-certificate', series: '', number: '', issuer: '', issuedOn: null }, { shouldDirty: true });
          }}
        >
          {t('form.addIdentity')}
        </Button>
      )}
    </FieldGrid>
  );
}

/** The fields of a child's record, the same in a new card and in a correction. */
export function ChildFormFields() {
  const { t } = useTranslation('children');
  const options = useOptions();
  return (
    <>
      <FormSection id="person" title={t('form.person')}>
        <NameFields />
        <FieldGrid>
          <DateField name="birthDate" label={t('field.birthDate')} span={4} />
          <SelectField name="citizenship" label={t('field.citizenship')} options={options.citizenships} span={4} />
          <RadioField name="sex" label={t('field.sex')} options={options.sexes} row span={4} />
        </FieldGrid>
      </FormSection>
      <FormSection id="place" title={t('form.place')}>
        <FieldGrid>
          <SelectField name="institutionId" label={t('field.institutionId')} options={options.houses} span={6} />
          <SelectField name="programmeId" label={t('field.programmeId')} options={options.programmes} span={6} />
          <TextField name="group" label={t('field.group')} span={4} />
          <TextField name="school" label={t('field.school')} span={4} />
          <TextField name="fileNumber" label={t('field.fileNumber')} span={4} />
        </FieldGrid>
      </FormSection>
      <FormSection id="numbers" title={t('form.numbers')} note={t('form.noScans')}>
        <NumberFields />
      </FormSection>
      <FormSection id="status" title={t('form.status')}>
        <FieldGrid>
          <SelectField name="legalStatus" label={t('field.legalStatus')} options={options.statuses} span={6} />
          <TextField name="legalBasis" label={t('field.legalBasis')} help={t('form.legalBasisHelp')} span={12} />
        </FieldGrid>
      </FormSection>
      <FormSection id="character" title={t('form.character')} note={t('form.characterNote')}>
        <FieldGrid>
          <ChipsField name="languages" label={t('field.languages')} options={options.languages} span={6} />
          <ChipsField name="interests" label={t('field.interests')} help={t('form.chipsHelp')} span={6} />
          <ChipsField name="strengths" label={t('field.strengths')} span={6} />
          <TextAreaField name="helps" label={t('field.helps')} rows={2} />
          <TextAreaField name="upsets" label={t('field.upsets')} rows={2} />
          <TextAreaField name="notToAsk" label={t('field.notToAsk')} rows={2} />
          <TextAreaField name="safetyNote" label={t('field.safetyNote')} help={t('form.safetyHelp')} rows={2} />
        </FieldGrid>
      </FormSection>
    </>
  );
}
