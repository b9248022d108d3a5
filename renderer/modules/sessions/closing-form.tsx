import { useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { CLOSING_REASONS, ClosingFields, type ClosingRecord } from '../../../shared/modules/sessions/casework.model';
import { today } from '../../lib/format';
import { useAct } from '../../lib/query';
import { changesOf, CheckField, DateField, FieldGrid, FormPage, FormSection, SelectField, TextAreaField, useAppForm } from '../../ui';
import type { WorkFormProps } from './request-form';

type Values = z.input<typeof ClosingFields>;

const FRESH = (): ClosingFields => ({
  onDate: today(),
  reason: 'goals-reached',
  reached: '',
  recommendations: '',
  followUp: false,
  followUpWhy: '',
  followUpUntil: null,
});

function FollowUp() {
  const { t } = useTranslation('sessions');
  const open = useWatch<Values, 'followUp'>({ name: 'followUp' });
  return (
    <FieldGrid>
      <CheckField name="followUp" label={t('field.followUp')} />
      {open && (
        <>
          <TextAreaField name="followUpWhy" label={t('field.followUpWhy')} rows={2} />
          <DateField name="followUpUntil" label={t('field.followUpUntil')} help={t('form.untilHint')} span={5} />
        </>
      )}
    </FieldGrid>
  );
}

/** What was reached and what is recommended; signed on the person's page, where it closes the work. */
export function ClosingForm({ id, subject, name, closings, onDone, onCancel }: WorkFormProps & { closings: ClosingRecord[] }) {
  const { t } = useTranslation('sessions');
  const create = useAct('sessions.createClosing');
  const change = useAct('sessions.changeClosing');
  const [opened] = useState(() => closings.find(({ header }) => header.state === 'draft') ?? null);
  const form = useAppForm<Values, ClosingFields>(ClosingFields, opened?.fields ?? FRESH());
  const sections = useMemo(
    () => [
      { id: 'reached', title: t('form.reached'), fields: ['onDate', 'reason', 'reached', 'recommendations'] },
      { id: 'after', title: t('form.after'), fields: ['followUp', 'followUpWhy', 'followUpUntil'] },
    ],
    [t],
  );
  return (
    <FormPage
      form={form}
      title={<span data-private>{t('form.closing', { name })}</span>}
      intro={t('sealed')}
      sections={sections}
      draftKey={`clinical/closing/${subject.kind}/${subject.id}`}
      fieldLabel={(field) => t(`field.${field}`)}
      saveLabel={t('form.keep')}
      onDone={onDone}
      onCancel={onCancel}
      onSave={(values, base) =>
        opened
          ? change.mutateAsync({ id: opened.header.id, changes: changesOf(base as ClosingFields, values) })
          : create.mutateAsync({ id: id, subject, fields: values })
      }
    >
      <FormSection id="reached" title={t('form.reached')}>
        <FieldGrid>
          <DateField name="onDate" label={t('field.closedOn')} span={4} />
          <SelectField
            name="reason"
            label={t('field.reason')}
            options={CLOSING_REASONS.map((value) => ({ value, label: t(`closingReason.${value}`) }))}
            span={8}
          />
          <TextAreaField name="reached" label={t('field.reached')} rows={5} />
          <TextAreaField name="recommendations" label={t('field.recommendations')} rows={5} />
        </FieldGrid>
      </FormSection>
      <FormSection id="after" title={t('form.after')} note={t('form.afterHint')}>
        <FollowUp />
      </FormSection>
    </FormPage>
  );
}
