import { useMemo, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../../shared/contract/api';
import { RowId } from '../../../shared/kernel/ids';
import { LANGUAGES } from '../../../shared/kernel/roles';
import { RESPONDENTS } from '../../../shared/modules/assessments/instrument.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { api } from '../../lib/client';
import { today, useFormat } from '../../lib/format';
import { newId } from '../../lib/new-id';
import { useAct, useAsk } from '../../lib/query';
import {
  Banner,
  CheckField,
  DateField,
  FieldGrid,
  FormPage,
  FormSection,
  Page,
  SelectField,
  TextAreaField,
  TextField,
  useAppForm,
  useToast,
} from '../../ui';
import { assessmentPaths } from './assessment-paths';
import { wordIn } from './assessment-words';
import { ExternalScales } from './components/external-scales';
import { SealChoice } from './components/seal-fields';
import { WhoseField, type Whose } from './components/whose-field';
import { emptyRow, ExternalForm, fieldsOf, rowsOf, type ExternalValues } from './external-form';

type Card = Output<'assessments.instruments'>[number];

/** Which method: one of the library's, whose scales are then laid out, or any other by its name. */
function Template({ cards }: { cards: readonly Card[] }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  const toast = useToast();
  const form = useFormContext<ExternalValues>();
  const template = useWatch<ExternalValues, 'template'>({ name: 'template' });
  const caution = useAsk('assessments.instrument', { hash: template }, { enabled: template !== '' }).data?.instrument.caution;
  const lay = async (hash: string) => {
    if (hash === '') {
      form.setValue('fields.scales', [emptyRow()], { shouldDirty: true });
      return;
    }
    const { instrument } = await api.assessments.instrument({ hash: hash });
    form.setValue('fields.instrument', wordIn(instrument.title, format.language), { shouldDirty: true, shouldValidate: true });
    form.setValue('fields.respondent', instrument.audience.respondent, { shouldDirty: true });
    form.setValue('fields.scales', rowsOf(instrument, format.language), { shouldDirty: true });
  };
  const options = [
    { value: '', label: t('external.free') },
    ...cards.map((card) => ({ value: card.hash, label: wordIn(card.title, format.language) })),
  ];
  return (
    <>
      <SealChoice
        label={t('external.template')}
        span={12}
        value={options.some(({ value }) => value === template) ? template : ''}
        options={options}
        onChange={(hash) => {
          form.setValue('template', hash, { shouldDirty: true });
          lay(hash).catch(toast.fail);
        }}
      />
      {caution && (
        <div style={{ gridColumn: 'span 12' }}>
          <Banner tone="info" title={t('external.before')}>
            {wordIn(caution, format.language)}
          </Banner>
        </div>
      )}
    </>
  );
}

function Fields({ cards }: { cards: readonly Card[] }) {
  const { t } = useTranslation('assessments');
  const template = useWatch<ExternalValues, 'template'>({ name: 'template' });
  const definition = useAsk('assessments.instrument', { hash: template }, { enabled: template !== '' }).data?.instrument;
  return (
    <>
      <FormSection id="who" title={t('external.part.who')}>
        <FieldGrid>
          <WhoseField name="whose" />
          <DateField name="testDate" label={t('external.date')} span={4} />
          <TextField name="fields.place" label={t('external.place')} span={4} />
          <TextField name="fields.administeredBy" label={t('external.administeredBy')} span={4} />
          <SelectField
            name="fields.respondent"
            label={t('batch.respondent')}
            span={4}
            options={RESPONDENTS.map((value) => ({ value, label: t(`respondent.${value}`) }))}
          />
          <SelectField
            name="fields.language"
            label={t('batch.language')}
            span={4}
            options={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
          />
        </FieldGrid>
      </FormSection>
      <FormSection id="method" title={t('external.part.method')} note={t('external.methodNote')}>
        <FieldGrid>
          <Template cards={cards} />
          <TextField name="fields.instrument" label={t('external.instrument')} span={8} />
          <TextField name="fields.version" label={t('external.version')} span={4} />
        </FieldGrid>
      </FormSection>
      <FormSection id="scales" title={t('external.part.scales')} note={t('external.scalesNote')}>
        <ExternalScales definition={definition} />
      </FormSection>
      <FormSection id="end" title={t('external.part.end')}>
        <FieldGrid>
          <TextAreaField name="fields.note" label={t('external.note')} rows={3} />
          <CheckField name="fields.licenceConfirmed" label={t('external.licence')} />
        </FieldGrid>
      </FormSection>
    </>
  );
}

/** A test that was given and scored outside, by its own manual: its figures and no word of its questions. */
export function ExternalNewPage() {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const navigate = useNavigate();
  const [id] = useState(() => newId(RowId));
  const record = useAct('assessments.recordExternal', ['clinical']);
  const cards = useAsk('assessments.instruments', {}).data?.filter((card) => card.kind === 'external' && !card.retired) ?? [];
  const form = useAppForm<ExternalValues, ExternalForm>(ExternalForm, {
    whose: null as unknown as Whose,
    testDate: today(),
    template: '',
    fields: {
      instrument: '',
      version: '',
      place: '',
      administeredBy: '',
      language,
      respondent: 'self',
      scales: [emptyRow()],
      note: '',
      licenceConfirmed: false as unknown as true,
    },
  });
  usePsychologyCrumbs([{ label: t('tab'), to: assessmentPaths.list() }, { label: t('external.title') }]);
  const sections = useMemo(
    () => [
      { id: 'who', title: t('external.part.who'), fields: ['whose', 'testDate'] },
      { id: 'method', title: t('external.part.method'), fields: ['fields.instrument', 'fields.version'] },
      { id: 'scales', title: t('external.part.scales'), fields: ['fields.scales'] },
      { id: 'end', title: t('external.part.end'), fields: ['fields.note', 'fields.licenceConfirmed'] },
    ],
    [t],
  );
  return (
    <Page flush>
      <FormPage
        form={form}
        title={t('external.title')}
        intro={t('external.intro')}
        sections={sections}
        draftKey="clinical/external/new"
        saveLabel={t('external.sign')}
        onSave={(values) => record.mutateAsync({ id, subject: values.whose.subject, testDate: values.testDate, fields: fieldsOf(values) })}
        onDone={() => {
          void navigate(assessmentPaths.external(id), { replace: true });
        }}
        onCancel={() => {
          void navigate(assessmentPaths.list());
        }}
      >
        <Fields cards={cards} />
      </FormPage>
    </Page>
  );
}
