import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { z } from 'zod';
import { RowId } from '../../../shared/kernel/ids';
import { DisclosureFields, RouteFields, WORDS_OF } from '../../../shared/modules/sessions/casework.model';
import { timeOf, today } from '../../lib/format';
import { newId } from '../../lib/new-id';
import { useProfile } from '../../lib/profile';
import { useAct } from '../../lib/query';
import { Banner, CheckField, DateField, FieldGrid, FormPage, FormSection, SelectField, TextAreaField, TextField, useAppForm } from '../../ui';
import { emptyRoute, RouteInputs } from './components/routes-part';
import type { WorkFormProps } from './request-form';

/** The telling is part of the form only when somebody has been told already. */
const Schema = z.discriminatedUnion('told', [
  DisclosureFields.extend({ told: z.literal(true), route: RouteFields }),
  DisclosureFields.extend({ told: z.literal(false), route: z.unknown() }),
]);
type Values = z.input<typeof Schema>;

function Told() {
  const { t } = useTranslation('sessions');
  const told = useWatch<Values, 'told'>({ name: 'told' });
  return (
    <FieldGrid>
      <CheckField name="told" label={t('disclosure.told')} />
      {told && <RouteInputs prefix="route." />}
    </FieldGrid>
  );
}

function Facts() {
  const { t } = useTranslation('sessions');
  const wordsOf = useWatch<Values, 'wordsOf'>({ name: 'wordsOf' });
  return (
    <>
      <FormSection id="facts" title={t('disclosure.what')} note={t('disclosure.whatHint')}>
        <FieldGrid>
          <DateField name="onDate" label={t('field.onDate')} span={4} />
          <TextField name="atTime" label={t('field.atTime')} span={3} inputMode="numeric" maxLength={5} />
          <TextField name="place" label={t('field.place')} span={5} />
          <TextAreaField name="circumstances" label={t('disclosure.circumstances')} rows={2} />
          <TextAreaField name="facts" label={t('disclosure.facts')} rows={5} />
        </FieldGrid>
      </FormSection>
      <FormSection id="words" title={t('disclosure.words')} note={t('disclosure.wordsHint')}>
        <FieldGrid>
          <SelectField
            name="wordsOf"
            label={t('disclosure.wordsOf')}
            options={WORDS_OF.map((value) => ({ value, label: t(`wordsOf.${value}`) }))}
            span={5}
          />
          {wordsOf !== 'child' && <TextField name="wordsOfName" label={t('disclosure.wordsOfName')} span={7} />}
          <TextAreaField name="words" label={t('disclosure.verbatim')} rows={4} />
          <TextAreaField name="promised" label={t('disclosure.promised')} rows={2} />
        </FieldGrid>
      </FormSection>
    </>
  );
}

const FRESH = {
  place: '',
  circumstances: '',
  facts: '',
  wordsOf: 'child',
  wordsOfName: '',
  words: '',
  promised: '',
  sessionId: null,
  told: false,
} as const;

/** Kept as a draft in the vault while it is written; saved, it is signed in the same moment. */
export function DisclosureForm({ id, subject, name, onDone, onCancel }: WorkFormProps) {
  const { t } = useTranslation('sessions');
  const { name: own } = useProfile();
  const [rowId] = useState(() => newId(RowId));
  const disclose = useAct('sessions.disclose');
  const form = useAppForm<Values, z.output<typeof Schema>>(Schema, {
    ...FRESH,
    onDate: today(),
    atTime: timeOf(new Date()),
    route: emptyRoute(own),
  });
  const sections = useMemo(
    () => [
      { id: 'facts', title: t('disclosure.what'), fields: ['onDate', 'atTime', 'place', 'circumstances', 'facts'] },
      { id: 'words', title: t('disclosure.words'), fields: ['wordsOf', 'wordsOfName', 'words', 'promised'] },
      { id: 'route', title: t('disclosure.route'), fields: ['route'] },
    ],
    [t],
  );
  return (
    <FormPage
      form={form}
      title={<span data-private>{t('form.disclosure', { name })}</span>}
      intro={t('sealed')}
      notice={
        <Box sx={{ mb: 2.5 }}>
          <Banner tone="warn" title={t('disclosure.signedAtOnce')} />
        </Box>
      }
      sections={sections}
      draftKey={`clinical/disclosure/${subject.kind}/${subject.id}`}
      saveLabel={t('disclosure.sign')}
      onDone={onDone}
      onCancel={onCancel}
      onSave={(values) => {
        const { told, route, ...fields } = values;
        return disclose.mutateAsync({ id: id, subject, fields, route: told ? { rowId, fields: route } : null });
      }}
    >
      <Facts />
      <FormSection id="route" title={t('disclosure.route')} note={t('disclosure.routeHint')}>
        <Told />
      </FormSection>
    </FormPage>
  );
}
