import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { z } from 'zod';
import type { Output } from '../../../shared/contract/api';
import { InstitutionId } from '../../../shared/kernel/ids';
import { InstitutionFields } from '../../../shared/modules/institutions/institutions.model';
import { api } from '../../lib/client';
import { newId } from '../../lib/new-id';
import { paths } from '../../lib/paths';
import { useAct, useAsk } from '../../lib/query';
import { Answer, EmptyState, FormPage, Page, useAppForm, useCrumbs } from '../../ui';
import { HouseFields } from './components/house-fields';
import { useFieldWords } from './field-words';
import { institutionPaths } from './institution-paths';
import { useVersionedSave } from './use-versioned-save';

type House = Output<'institutions.list'>[number];
type Values = z.infer<typeof InstitutionFields>;

const EMPTY: Values = {
  nameRu: '',
  nameKk: '',
  shortName: '',
  jurisdiction: 'kz',
  registrationNumber: '',
  addressRu: '',
  addressKk: '',
  placeRu: '',
  placeKk: '',
  phone: '',
  headName: '',
  headNameGenitive: '',
  headPostRu: '',
  headPostKk: '',
  headBasisRu: '',
  headBasisKk: '',
  authorityId: null,
  closed: false,
};

function fieldsOf({ id: _id, version: _version, ...fields }: House): Values {
  return fields;
}

function HouseForm({ house }: { house: House | null }) {
  const { t } = useTranslation('institutions');
  const navigate = useNavigate();
  const write = useAct('institutions.save');
  const [id] = useState(() => house?.id ?? newId(InstitutionId));
  const [opened] = useState(() => (house ? fieldsOf(house) : EMPTY));
  const form = useAppForm<z.input<typeof InstitutionFields>, Values>(InstitutionFields, opened);
  const save = useVersionedSave<Values>(
    house?.version ?? 0,
    (version, fields) => write.mutateAsync({ id, version, fields }),
    async () => (await api.institutions.list({})).find((row) => row.id === id),
  );
  const words = useFieldWords();
  const title = house ? house.shortName : t('house.new');
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
    { id: 'names', title: t('section.names'), fields: ['nameRu', 'nameKk', 'shortName', 'jurisdiction', 'registrationNumber', 'authorityId'] },
    { id: 'contacts', title: t('section.contacts'), fields: ['addressRu', 'addressKk', 'placeRu', 'placeKk', 'phone'] },
    { id: 'head', title: t('section.head'), fields: ['headName', 'headNameGenitive', 'headPostRu', 'headPostKk', 'headBasisRu', 'headBasisKk'] },
    ...(house ? [{ id: 'state', title: t('section.state'), fields: ['closed'] }] : []),
  ];
  return (
    <FormPage
      form={form}
      title={title}
      intro={t('house.intro')}
      sections={sections}
      draftKey={`institutions/${house ? house.id : 'new'}`}
      fieldLabel={words.label}
      fieldValue={words.show}
      onSave={save}
      onDone={back}
      onCancel={back}
    >
      <HouseFields fresh={!house} />
    </FormPage>
  );
}

export function HousePage() {
  const { t } = useTranslation('institutions');
  const { id = '' } = useParams();
  const houses = useAsk('institutions.list', {});
  return (
    <Page flush>
      {id === 'new' ? (
        <HouseForm key="new" house={null} />
      ) : (
        <Answer of={houses}>
          {(rows) => {
            const house = rows.find((row) => row.id === id);
            return house ? <HouseForm key={house.id} house={house} /> : <EmptyState title={t('absent')} />;
          }}
        </Answer>
      )}
    </Page>
  );
}
