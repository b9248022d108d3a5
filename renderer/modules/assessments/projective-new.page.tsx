import { useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { RowId } from '../../../shared/kernel/ids';
import { PlainDate } from '../../../shared/kernel/plain-date';
import { Language, LANGUAGES } from '../../../shared/kernel/roles';
import { line } from '../../../shared/kernel/text';
import { ProjectiveFields } from '../../../shared/modules/assessments/assessments.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { today, useFormat } from '../../lib/format';
import { newId } from '../../lib/new-id';
import { useAct } from '../../lib/query';
import { Banner, DateField, FieldGrid, FormPage, FormSection, Page, RadioField, SelectField, TextField, useAppForm } from '../../ui';
import { assessmentPaths } from './assessment-paths';
import { wordIn } from './assessment-words';
import { WhoseField, WhoseSchema, type Whose } from './components/whose-field';
import { formOf, METHODS, newProjective } from './projective.forms';

const Schema = z
  .object({
    whose: WhoseSchema,
    testDate: PlainDate,
    method: ProjectiveFields.shape.method,
    methodName: line(200),
    language: Language,
  })
  .refine(({ method, methodName }) => method !== 'other' || methodName !== '', { error: 'TEXT.REQUIRED', path: ['methodName'] });
type Values = z.input<typeof Schema>;

function Fields() {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const method = useWatch<Values, 'method'>({ name: 'method' });
  const form = formOf(method);
  return (
    <FormSection id="work" title={t('projective.new.work')}>
      <FieldGrid>
        <WhoseField name="whose" />
        <RadioField
          name="method"
          label={t('projective.new.method')}
          options={METHODS.map((value) => ({
            value,
            label: t(`projective.method.${value}`),
            note: wordIn(formOf(value)?.description, language),
          }))}
        />
        {method === 'other' && <TextField name="methodName" label={t('projective.field.methodName')} span={8} />}
        <DateField name="testDate" label={t('projective.new.date')} span={4} />
        <SelectField
          name="language"
          label={t('projective.new.language')}
          span={4}
          options={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
        />
        <div style={{ gridColumn: 'span 12' }}>
          <Banner tone="info" title={t('projective.before')}>
            {form ? wordIn(form.caution, language) : t('projective.caution')}
          </Banner>
        </div>
      </FieldGrid>
    </FormSection>
  );
}

/** Whose drawing, by which method: then the observation opens as a draft that saves itself. */
export function ProjectiveNewPage() {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const navigate = useNavigate();
  const [id] = useState(() => newId(RowId));
  const start = useAct('assessments.startProjective', ['clinical']);
  const form = useAppForm<Values, z.output<typeof Schema>>(Schema, {
    whose: null as unknown as Whose,
    testDate: today(),
    method: 'htp',
    methodName: '',
    language,
  });
  usePsychologyCrumbs([{ label: t('tab'), to: assessmentPaths.list() }, { label: t('projective.new.title') }]);
  const sections = useMemo(
    () => [{ id: 'work', title: t('projective.new.work'), fields: ['whose', 'method', 'methodName', 'testDate', 'language'] }],
    [t],
  );
  return (
    <Page flush>
      <FormPage
        form={form}
        title={t('projective.new.title')}
        sections={sections}
        draftKey="clinical/projective/new"
        saveLabel={t('projective.new.start')}
        onSave={(values) => {
          const title = formOf(values.method)?.title;
          const methodName = values.method === 'other' ? values.methodName : wordIn(title, values.language);
          return start.mutateAsync({
            id,
            subject: values.whose.subject,
            testDate: values.testDate,
            fields: newProjective(values.method, methodName, values.language),
          });
        }}
        onDone={() => {
          void navigate(assessmentPaths.projective(id), { replace: true });
        }}
        onCancel={() => {
          void navigate(assessmentPaths.list());
        }}
      >
        <Fields />
      </FormPage>
    </Page>
  );
}
