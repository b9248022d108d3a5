import { useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ATTENDANCES, CANCELLED_BY, RISK_LEVELS, SessionFields, type SessionRecord } from '../../../shared/modules/sessions/appointments.model';
import type { CaseSubject } from '../../../shared/modules/sessions/casework.model';
import { today } from '../../lib/format';
import { useAct } from '../../lib/query';
import {
  changesOf,
  DateField,
  FieldGrid,
  FormPage,
  FormSection,
  NumberField,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
  useAppForm,
} from '../../ui';

type Values = z.input<typeof SessionFields>;

export const newSession = (): SessionFields => ({
  onDate: today(),
  atTime: '10:00',
  minutes: 45,
  place: '',
  method: '',
  attendance: 'came',
  cancelledBy: null,
  note: '',
  childWords: '',
  riskLevel: 'none',
  riskText: '',
});

function Fields() {
  const { t } = useTranslation('sessions');
  const attendance = useWatch<Values, 'attendance'>({ name: 'attendance' });
  const risk = useWatch<Values, 'riskLevel'>({ name: 'riskLevel' });
  const options = (values: readonly string[], key: string) => values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return (
    <>
      <FormSection id="when" title={t('form.when')}>
        <FieldGrid>
          <DateField name="onDate" label={t('field.onDate')} span={4} />
          <TextField name="atTime" label={t('field.atTime')} span={3} inputMode="numeric" maxLength={5} />
          <NumberField name="minutes" label={t('field.minutes')} span={2} />
          <TextField name="place" label={t('field.place')} span={6} />
          <TextField name="method" label={t('field.method')} span={6} />
          <RadioField name="attendance" label={t('field.attendance')} row options={options(ATTENDANCES, 'attendance')} />
          {attendance === 'cancelled' && (
            <SelectField name="cancelledBy" label={t('field.cancelledBy')} options={options(CANCELLED_BY, 'by')} span={6} />
          )}
        </FieldGrid>
      </FormSection>
      <FormSection id="note" title={t('form.note')} note={t('form.noteHint')}>
        <FieldGrid>
          <TextAreaField name="note" label={t('field.note')} rows={8} />
          <TextAreaField name="childWords" label={t('field.childWords')} help={t('form.wordsHint')} rows={3} />
        </FieldGrid>
      </FormSection>
      <FormSection id="risk" title={t('form.risk')} note={t('form.riskHint')}>
        <FieldGrid>
          <RadioField name="riskLevel" label={t('field.riskLevel')} row options={options(RISK_LEVELS, 'risk')} />
          {risk !== 'none' && <TextAreaField name="riskText" label={t('field.riskText')} rows={3} />}
        </FieldGrid>
      </FormSection>
    </>
  );
}

interface SessionFormProps {
  id: string;
  subject: CaseSubject;
  name: string;
  /** What is already written; null for a note that begins here. */
  record: SessionRecord | null;
  onDone: () => void;
  onCancel: () => void;
}

export function SessionForm({ id, subject, name, record, onDone, onCancel }: SessionFormProps) {
  const { t } = useTranslation('sessions');
  const create = useAct('sessions.createNote');
  const change = useAct('sessions.changeNote');
  // The form keeps what it was opened with: another window's words are compared on saving, not slipped in.
  const [opened] = useState(record);
  const form = useAppForm<Values, SessionFields>(SessionFields, opened?.fields ?? newSession());
  const sections = useMemo(
    () => [
      { id: 'when', title: t('form.when'), fields: ['onDate', 'atTime', 'minutes', 'place', 'method', 'attendance', 'cancelledBy'] },
      { id: 'note', title: t('form.note'), fields: ['note', 'childWords'] },
      { id: 'risk', title: t('form.risk'), fields: ['riskLevel', 'riskText'] },
    ],
    [t],
  );
  return (
    <FormPage
      form={form}
      title={<span data-private>{t('form.session', { name })}</span>}
      intro={t('sealed')}
      sections={sections}
      draftKey={`clinical/session/${opened ? id : `${subject.kind}/${subject.id}`}`}
      fieldLabel={(field) => t(`field.${field}`)}
      saveLabel={t('form.keep')}
      onDone={onDone}
      onCancel={onCancel}
      onSave={(values, base) =>
        opened?.header
          ? change.mutateAsync({ id: id, changes: changesOf(base as SessionFields, values) })
          : create.mutateAsync({ id: id, subject, fields: values })
      }
    >
      <Fields />
    </FormPage>
  );
}
