import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { REQUEST_FROM, RequestFields, URGENCIES, type CaseSubject, type RequestRecord } from '../../../shared/modules/sessions/casework.model';
import { today } from '../../lib/format';
import { useAct } from '../../lib/query';
import { changesOf, DateField, FieldGrid, FormPage, FormSection, RadioField, SelectField, TextAreaField, TextField, useAppForm } from '../../ui';

/** What every form of a person's work is given. */
export interface WorkFormProps {
  id: string;
  subject: CaseSubject;
  name: string;
  onDone: () => void;
  onCancel: () => void;
}

const FRESH = (): RequestFields => ({ from: 'staff', fromName: '', about: '', urgency: 'planned', receivedOn: today() });

export function RequestForm({ id, subject, name, draft, onDone, onCancel }: WorkFormProps & { draft: RequestRecord | null }) {
  const { t } = useTranslation('sessions');
  const create = useAct('sessions.createRequest');
  const change = useAct('sessions.changeRequest');
  const [opened] = useState(draft);
  const form = useAppForm<z.input<typeof RequestFields>, RequestFields>(RequestFields, opened?.fields ?? FRESH());
  const options = (values: readonly string[], key: string) => values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  const sections = useMemo(() => [{ id: 'request', title: t('part.request'), fields: ['from', 'fromName', 'about', 'urgency', 'receivedOn'] }], [t]);
  return (
    <FormPage
      form={form}
      title={<span data-private>{t('form.request', { name })}</span>}
      intro={t('sealed')}
      sections={sections}
      draftKey={`clinical/request/${opened?.header.id ?? `${subject.kind}/${subject.id}`}`}
      fieldLabel={(field) => t(`field.${field}`)}
      onDone={onDone}
      onCancel={onCancel}
      onSave={(values, base) =>
        opened
          ? change.mutateAsync({ id: opened.header.id, changes: changesOf(base as RequestFields, values) })
          : create.mutateAsync({ id: id, subject, fields: values })
      }
    >
      <FormSection id="request" title={t('part.request')}>
        <FieldGrid>
          <SelectField name="from" label={t('field.from')} options={options(REQUEST_FROM, 'from')} span={4} />
          <TextField name="fromName" label={t('field.fromName')} span={5} />
          <DateField name="receivedOn" label={t('field.receivedOn')} span={3} />
          <TextAreaField name="about" label={t('field.about')} rows={5} />
          <RadioField name="urgency" label={t('field.urgency')} row options={options(URGENCIES, 'urgency')} />
        </FieldGrid>
      </FormSection>
    </FormPage>
  );
}
