import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { z } from 'zod';
import type { Output } from '../../../shared/contract/api';
import { AuthorityId } from '../../../shared/kernel/ids';
import { AuthorityFields, JURISDICTIONS } from '../../../shared/modules/institutions/institutions.model';
import { api } from '../../lib/client';
import { newId } from '../../lib/new-id';
import { paths } from '../../lib/paths';
import { useAct, useAsk } from '../../lib/query';
import { Answer, EmptyState, FieldGrid, FormPage, FormSection, Page, RadioField, TextField, useAppForm, useCrumbs } from '../../ui';
import { useFieldWords } from './field-words';
import { institutionPaths } from './institution-paths';
import { useVersionedSave } from './use-versioned-save';

type Authority = Output<'institutions.authorities'>[number];
type Values = z.infer<typeof AuthorityFields>;

const EMPTY: Values = {
  nameRu: '',
  nameKk: '',
  jurisdiction: 'kz',
  addressRu: '',
  addressKk: '',
  phone: '',
  officialName: '',
  officialNameGenitive: '',
  officialPostRu: '',
  officialPostKk: '',
  officialBasisRu: '',
  officialBasisKk: '',
};

function fieldsOf({ id: _id, version: _version, ...fields }: Authority): Values {
  return fields;
}

function Fields({ fresh }: { fresh: boolean }) {
  const { t } = useTranslation('institutions');
  return (
    <>
      <FormSection id="names" title={t('section.names')}>
        <FieldGrid>
          <TextField name="nameRu" label={t('field.nameRu')} help={t('authority.nameHelp')} span={12} autoFocus={fresh} />
          <TextField name="nameKk" label={t('field.nameKk')} span={12} />
          <RadioField
            name="jurisdiction"
            label={t('field.jurisdiction')}
            row
            options={JURISDICTIONS.map((value) => ({ value, label: t(`jurisdiction.${value}`) }))}
          />
          <TextField name="addressRu" label={t('field.addressRu')} span={12} />
          <TextField name="addressKk" label={t('field.addressKk')} span={12} />
          <TextField name="phone" label={t('field.phone')} type="tel" span={6} />
        </FieldGrid>
      </FormSection>
      <FormSection id="official" title={t('section.official')} note={t('authority.officialNote')}>
        <FieldGrid>
          <TextField name="officialName" label={t('field.officialName')} span={6} />
          <TextField name="officialNameGenitive" label={t('field.officialNameGenitive')} help={t('genitiveHelp')} span={6} />
          <TextField name="officialPostRu" label={t('field.officialPostRu')} span={6} />
          <TextField name="officialPostKk" label={t('field.officialPostKk')} span={6} />
          <TextField name="officialBasisRu" label={t('field.officialBasisRu')} help={t('basisHelp')} span={6} />
          <TextField name="officialBasisKk" label={t('field.officialBasisKk')} span={6} />
        </FieldGrid>
      </FormSection>
    </>
  );
}

function AuthorityForm({ authority }: { authority: Authority | null }) {
  const { t } = useTranslation('institutions');
  const navigate = useNavigate();
  const write = useAct('institutions.saveAuthority');
  const [id] = useState(() => authority?.id ?? newId(AuthorityId));
  const [opened] = useState(() => (authority ? fieldsOf(authority) : EMPTY));
  const form = useAppForm<z.input<typeof AuthorityFields>, Values>(AuthorityFields, opened);
  const save = useVersionedSave<Values>(
    authority?.version ?? 0,
    (version, fields) => write.mutateAsync({ id, version, fields }),
    async () => (await api.institutions.authorities({})).find((row) => row.id === id),
  );
  const words = useFieldWords();
  const title = authority ? authority.nameRu : t('authority.new');
  useCrumbs(
    useMemo(
      () => [{ label: t('administration'), to: paths.administration() }, { label: t('title'), to: institutionPaths.list() }, { label: title }],
      [t, title],
    ),
  );
  const back = () => {
    void navigate(institutionPaths.list());
  };
  const sections = [
    { id: 'names', title: t('section.names'), fields: ['nameRu', 'nameKk', 'jurisdiction', 'addressRu', 'addressKk', 'phone'] },
    {
      id: 'official',
      title: t('section.official'),
      fields: ['officialName', 'officialNameGenitive', 'officialPostRu', 'officialPostKk', 'officialBasisRu', 'officialBasisKk'],
    },
  ];
  return (
    <FormPage
      form={form}
      title={title}
      sections={sections}
      draftKey={`authorities/${authority ? authority.id : 'new'}`}
      fieldLabel={words.label}
      fieldValue={words.show}
      onSave={save}
      onDone={back}
      onCancel={back}
    >
      <Fields fresh={!authority} />
    </FormPage>
  );
}

export function AuthorityPage() {
  const { t } = useTranslation('institutions');
  const { id = '' } = useParams();
  const authorities = useAsk('institutions.authorities', {});
  return (
    <Page flush>
      {id === 'new' ? (
        <AuthorityForm key="new" authority={null} />
      ) : (
        <Answer of={authorities}>
          {(rows) => {
            const authority = rows.find((row) => row.id === id);
            return authority ? <AuthorityForm key={authority.id} authority={authority} /> : <EmptyState title={t('absent')} />;
          }}
        </Answer>
      )}
    </Page>
  );
}
