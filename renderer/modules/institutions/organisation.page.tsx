import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import type { Output } from '../../../shared/contract/api';
import { OrganisationFields } from '../../../shared/modules/institutions/institutions.model';
import { api } from '../../lib/client';
import { paths } from '../../lib/paths';
import { useAct, useAsk } from '../../lib/query';
import { Answer, FieldGrid, FormPage, FormSection, Page, TextField, useAppForm, useCrumbs } from '../../ui';
import { useFieldWords } from './field-words';
import { institutionPaths } from './institution-paths';
import { useVersionedSave } from './use-versioned-save';

type Values = z.infer<typeof OrganisationFields>;

function OrganisationForm({ organisation }: { organisation: Output<'institutions.organisation'> }) {
  const { t } = useTranslation('institutions');
  const navigate = useNavigate();
  const write = useAct('institutions.saveOrganisation', ['session']);
  const [{ version, ...opened }] = useState(organisation);
  const form = useAppForm<z.input<typeof OrganisationFields>, Values>(OrganisationFields, opened);
  const save = useVersionedSave<Values>(
    version,
    (at, fields) => write.mutateAsync({ version: at, fields }),
    () => api.institutions.organisation({}),
  );
  const words = useFieldWords();
  const back = () => {
    void navigate(institutionPaths.list());
  };
  const sections = [
    { id: 'names', title: t('section.names'), fields: ['nameRu', 'nameKk', 'registrationNumber'] },
    { id: 'contacts', title: t('section.contacts'), fields: ['addressRu', 'addressKk', 'phone', 'email'] },
  ];
  return (
    <FormPage
      form={form}
      title={t('organisation.title')}
      intro={t('organisation.intro')}
      sections={sections}
      draftKey="organisation"
      fieldLabel={words.label}
      fieldValue={words.show}
      onSave={save}
      onDone={back}
      onCancel={back}
    >
      <FormSection id="names" title={t('section.names')}>
        <FieldGrid>
          <TextField name="nameRu" label={t('field.nameRu')} span={12} autoFocus />
          <TextField name="nameKk" label={t('field.nameKk')} span={12} />
          <TextField name="registrationNumber" label={t('field.registrationNumber')} help={t('registrationHelp')} inputMode="numeric" span={6} />
        </FieldGrid>
      </FormSection>
      <FormSection id="contacts" title={t('section.contacts')}>
        <FieldGrid>
          <TextField name="addressRu" label={t('field.addressRu')} span={12} />
          <TextField name="addressKk" label={t('field.addressKk')} span={12} />
          <TextField name="phone" label={t('field.phone')} type="tel" span={6} />
          <TextField name="email" label={t('field.email')} type="email" span={6} />
        </FieldGrid>
      </FormSection>
    </FormPage>
  );
}

export function OrganisationPage() {
  const { t } = useTranslation('institutions');
  const organisation = useAsk('institutions.organisation', {});
  useCrumbs(
    useMemo(
      () => [
        { label: t('administration'), to: paths.administration() },
        { label: t('title'), to: institutionPaths.list() },
        { label: t('organisation.title') },
      ],
      [t],
    ),
  );
  return (
    <Page flush>
      <Answer of={organisation}>{(value) => <OrganisationForm organisation={value} />}</Answer>
    </Page>
  );
}
