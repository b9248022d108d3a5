import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { z } from 'zod';
import type { Output } from '../../../shared/contract/api';
import { ProgrammeId } from '../../../shared/kernel/ids';
import { DEFAULT_NOTE_TERM_DAYS, DEFAULT_PREPARATION, ProgrammeFields } from '../../../shared/modules/institutions/institutions.model';
import { api } from '../../lib/client';
import { newId } from '../../lib/new-id';
import { paths } from '../../lib/paths';
import { useAct, useAsk } from '../../lib/query';
import { Answer, EmptyState, FormPage, Page, useAppForm, useCrumbs } from '../../ui';
import { ProgrammeFormFields } from './components/programme-fields';
import { useFieldWords } from './field-words';
import { institutionPaths } from './institution-paths';
import { useVersionedSave } from './use-versioned-save';

type Programme = Output<'institutions.programmes'>[number];
type Values = z.infer<typeof ProgrammeFields>;

const EMPTY: Values = {
  name: '',
  jurisdiction: 'kz',
  minAge: 8,
  maxAge: 17,
  ageRule: 'warn',
  minMentorAge: 25,
  workingLanguages: ['ru'],
  rulePack: '',
  preparationSteps: DEFAULT_PREPARATION,
  noteTermDays: DEFAULT_NOTE_TERM_DAYS,
  closed: false,
};

function fieldsOf({ id: _id, version: _version, ...fields }: Programme): Values {
  return fields;
}

function ProgrammeForm({ programme }: { programme: Programme | null }) {
  const { t } = useTranslation('institutions');
  const navigate = useNavigate();
  const write = useAct('institutions.saveProgramme', ['children']);
  const [id] = useState(() => programme?.id ?? newId(ProgrammeId));
  const [opened] = useState(() => (programme ? fieldsOf(programme) : EMPTY));
  const form = useAppForm<z.input<typeof ProgrammeFields>, Values>(ProgrammeFields, opened);
  const save = useVersionedSave<Values>(
    programme?.version ?? 0,
    (version, fields) => write.mutateAsync({ id, version, fields }),
    async () => (await api.institutions.programmes({})).find((row) => row.id === id),
  );
  const words = useFieldWords();
  const title = programme ? programme.name : t('programme.new');
  useCrumbs(
    useMemo(
      () => [
        { label: t('administration'), to: paths.administration() },
        { label: t('programme.list'), to: institutionPaths.programmes() },
        { label: title },
      ],
      [t, title],
    ),
  );
  const back = () => {
    void navigate(institutionPaths.programmes());
  };
  const sections = [
    { id: 'names', title: t('section.programme'), fields: ['name', 'jurisdiction', 'workingLanguages', 'rulePack'] },
    { id: 'ages', title: t('section.ages'), fields: ['minAge', 'maxAge', 'ageRule', 'minMentorAge'] },
    { id: 'steps', title: t('section.steps'), fields: ['preparationSteps'] },
    { id: 'notes', title: t('section.notes'), fields: ['noteTermDays'] },
    ...(programme ? [{ id: 'state', title: t('section.state'), fields: ['closed'] }] : []),
  ];
  return (
    <FormPage
      form={form}
      title={title}
      intro={t('programme.intro')}
      sections={sections}
      draftKey={`programmes/${programme ? programme.id : 'new'}`}
      fieldLabel={words.label}
      fieldValue={words.show}
      onSave={save}
      onDone={back}
      onCancel={back}
    >
      <ProgrammeFormFields fresh={!programme} />
    </FormPage>
  );
}

export function ProgrammePage() {
  const { t } = useTranslation('institutions');
  const { id = '' } = useParams();
  const programmes = useAsk('institutions.programmes', {});
  return (
    <Page flush>
      {id === 'new' ? (
        <ProgrammeForm key="new" programme={null} />
      ) : (
        <Answer of={programmes}>
          {(rows) => {
            const programme = rows.find((row) => row.id === id);
            return programme ? <ProgrammeForm key={programme.id} programme={programme} /> : <EmptyState title={t('absent')} />;
          }}
        </Answer>
      )}
    </Page>
  );
}
