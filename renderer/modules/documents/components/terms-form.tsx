import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useCallback, useEffect, useRef, useState } from 'react';
import { FormProvider, type Path } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ContractTerms, LAYOUTS, REGIMES } from '../../../../shared/modules/documents/documents.model';
import { useErrorText } from '../../../lib/error-text';
import { beforeLocking } from '../../../lib/lock';
import { useAct } from '../../../lib/query';
import { useShortcut } from '../../../lib/use-shortcut';
import {
  CheckField,
  ChipsField,
  ConflictPanel,
  DateField,
  FieldGrid,
  Section,
  SelectField,
  TextAreaField,
  TextField,
  useAppForm,
  useSubmit,
} from '../../../ui';
import type { Draft } from '../contract.page';
import { TimeField } from './time-field';
import { WeekdaysField } from './weekdays-field';

const QUIET_MS = 900;

function Fields() {
  const { t } = useTranslation('documents');
  const options = (values: readonly string[], key: string) => values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return (
    <>
      <Section title={t('terms.when')}>
        <FieldGrid>
          <DateField name="termFrom" label={t('terms.termFrom')} span={6} />
          <DateField name="termTo" label={t('terms.termTo')} span={6} />
          <SelectField name="regime" label={t('terms.regime')} options={options(REGIMES, 'regime')} span={12} />
          <WeekdaysField name="weekdays" />
          <TimeField name="takenAt" label={t('terms.takenAt')} span={6} />
          <TimeField name="returnedAt" label={t('terms.returnedAt')} span={6} />
          <CheckField name="overnight" label={t('terms.overnight')} />
        </FieldGrid>
      </Section>
      <Section title={t('terms.where')} ruled>
        <FieldGrid>
          <TextField name="place" label={t('terms.place')} span={12} />
          <TextField name="otherPlaces" label={t('terms.otherPlaces')} span={12} />
          <CheckField name="outOfTown" label={t('terms.outOfTown')} />
        </FieldGrid>
      </Section>
      <Section title={t('terms.conditions')} ruled>
        <FieldGrid>
          <TextAreaField name="conditionsRu" label={t('terms.conditionsRu')} />
          <TextAreaField name="conditionsKk" label={t('terms.conditionsKk')} />
        </FieldGrid>
      </Section>
      <Section title={t('terms.paper')} ruled>
        <FieldGrid>
          <TextField name="city" label={t('terms.city')} span={6} />
          <TextField name="cityKk" label={t('terms.cityKk')} span={6} />
          <DateField name="signedOn" label={t('terms.signedOn')} help={t('terms.signedOnHelp')} span={6} />
          <SelectField name="layout" label={t('terms.layout')} options={options(LAYOUTS, 'layout')} span={6} />
          <ChipsField name="languages" label={t('terms.languages')} options={options(['kk', 'ru'], 'language')} span={12} />
        </FieldGrid>
      </Section>
    </>
  );
}

/**
 * The terms keep themselves: a quiet second after the last change they are saved, and the paper at the right is drawn again.
 * What cannot be saved yet (half a date) waits, and the field says why.
 */
export function TermsForm({ draft, focus }: { draft: Draft; focus: string | null }) {
  const { t } = useTranslation('documents');
  const sentence = useErrorText();
  const save = useAct('documents.saveDraft');
  const [opened] = useState(draft.terms);
  const form = useAppForm(ContractTerms, opened);
  const stored = useRef<ContractTerms>(opened);
  const [savedOnce, setSavedOnce] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { submit, busy, error, conflicts, resolve } = useSubmit(form, async (values) => {
    const { terms } = await save.mutateAsync({ id: draft.id, from: stored.current, to: values });
    stored.current = terms;
    setSavedOnce(true);
  });
  const keep = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const whole = ContractTerms.safeParse(form.getValues());
    if (whole.success && JSON.stringify(whole.data) !== JSON.stringify(stored.current)) await submit();
  }, [form, submit]);
  useEffect(() => {
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          void keep();
        }, QUIET_MS);
      },
    });
    const leave = beforeLocking(keep);
    return () => {
      stop();
      leave();
      if (timer.current !== undefined) void keep();
    };
  }, [form, keep]);
  useEffect(() => {
    if (focus) form.setFocus(focus as Path<ContractTerms>);
  }, [form, focus]);
  useShortcut('ctrl+s', () => {
    void keep();
  });
  const settle = (choices: Parameters<typeof resolve>[0]) => {
    stored.current = { ...stored.current, ...Object.fromEntries(conflicts.map((conflict) => [conflict.field, conflict.theirs])) };
    resolve(choices);
    void keep();
  };
  return (
    <FormProvider {...form}>
      <Box
        component="form"
        noValidate
        aria-label={t('contract.terms')}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {conflicts.length > 0 && <ConflictPanel conflicts={conflicts} labelOf={(field) => t(`terms.${field}`)} onResolve={settle} />}
        <Fields />
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', mt: 2.5 }}>
          <Button type="submit" variant="outlined" disabled={busy}>
            {t('terms.save')}
          </Button>
          <Typography variant="body2" role={error === null ? 'status' : 'alert'} sx={{ color: error === null ? 'text.secondary' : 'error.main' }}>
            {error === null ? savedOnce && t('terms.saved') : sentence(error)}
          </Typography>
        </Box>
      </Box>
    </FormProvider>
  );
}
