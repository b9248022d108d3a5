import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { RowId } from '../../../shared/kernel/ids';
import { MOST_GOALS } from '../../../shared/modules/assessments/goal-attainment';
import { PlanFields, type PlanGoal, type PlanRecord } from '../../../shared/modules/sessions/plan.model';
import { today } from '../../lib/format';
import { newId } from '../../lib/new-id';
import { useAct } from '../../lib/query';
import { isWireError, WireError } from '../../lib/wire-error';
import { changesOf, DateField, FieldGrid, FormPage, FormSection, SelectField, TextAreaField, TextField, useAppForm } from '../../ui';
import type { WorkFormProps } from './request-form';

type Values = z.input<typeof PlanFields>;

const newGoal = (): PlanGoal => ({ id: newId(RowId), title: '', levels: ['', '', '', '', ''], baseline: null, weight: 1, setOn: today() });

/** Which goals were added, changed and taken out, each with what the form was opened with. */
export function goalChanges(base: readonly PlanGoal[], values: readonly PlanGoal[]) {
  const before = new Map(base.map((goal) => [goal.id, goal]));
  const after = new Map(values.map((goal) => [goal.id, goal]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((id) => ({ id, from: before.get(id) ?? null, to: after.get(id) ?? null }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

function Goal({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { t } = useTranslation('sessions');
  const numbers = [-2, -1, 0, 1, 2];
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mb: 3 }}>
      <FieldGrid>
        <TextField name={`goals.${String(index)}.title`} label={t('plan.goalNo', { no: index + 1 })} span={12} />
        {numbers.map((level, place) => (
          <TextField key={level} name={`goals.${String(index)}.levels.${String(place)}`} label={t(`level.${String(level)}`)} span={12} />
        ))}
        <SelectField
          name={`goals.${String(index)}.baseline`}
          label={t('plan.baseline')}
          empty={t('plan.noBaseline')}
          options={numbers.map((level) => ({ value: level as never, label: t(`level.${String(level)}`) }))}
          span={6}
        />
        <SelectField
          name={`goals.${String(index)}.weight`}
          label={t('plan.weight')}
          options={[1, 2, 3, 4].map((weight) => ({ value: weight as never, label: String(weight) }))}
          span={3}
        />
        <DateField name={`goals.${String(index)}.setOn`} label={t('plan.setOn')} span={3} />
      </FieldGrid>
      <Button color="error" onClick={onRemove} sx={{ ml: -1 }}>
        {t('plan.removeGoal')}
      </Button>
    </Box>
  );
}

function Goals() {
  const { t } = useTranslation('sessions');
  const { fields, append, remove } = useFieldArray<Values, 'goals', 'key'>({ name: 'goals', keyName: 'key' });
  return (
    <>
      {fields.map((goal, index) => (
        <Goal
          key={goal.key}
          index={index}
          onRemove={() => {
            remove(index);
          }}
        />
      ))}
      {fields.length < MOST_GOALS && (
        <Button
          variant="outlined"
          onClick={() => {
            append(newGoal());
          }}
        >
          {t('plan.addGoal')}
        </Button>
      )}
    </>
  );
}

/** A conflict of one goal speaks of the goal's place in this form, where the panel can put the chosen one. */
function placed(error: unknown, goals: readonly PlanGoal[]): unknown {
  if (!isWireError(error) || error.conflicts.length === 0) return error;
  const conflicts = error.conflicts.map((conflict) => {
    const place = goals.findIndex((goal) => conflict.field === `goals.${goal.id}`);
    return place < 0 ? conflict : { ...conflict, field: `goals.${String(place)}` };
  });
  return new WireError({ kind: error.kind, code: error.code, conflicts });
}

/** What the form compares with: after a conflict, the colleague's goal stands where the panel put it. */
function baseGoals(base: Values, values: PlanFields): PlanGoal[] {
  return (base.goals as PlanGoal[]).map((goal) => {
    const place = values.goals.findIndex(({ id }) => id === goal.id);
    return ((base as Record<string, unknown>)[`goals.${String(place)}`] as PlanGoal | undefined) ?? goal;
  });
}

/** The plan that is being written: the draft, or a next version that begins with the goals of the signed one. */
export function PlanForm({ id, subject, name, plans, onDone, onCancel }: WorkFormProps & { plans: PlanRecord[] }) {
  const { t } = useTranslation('sessions');
  const create = useAct('sessions.createPlan');
  const change = useAct('sessions.changePlan');
  const [opened] = useState(() => plans.find(({ header }) => header.state === 'draft') ?? null);
  const [began] = useState<PlanFields>(() => opened?.fields ?? plans[0]?.fields ?? { focus: '', reviewOn: null, goals: [newGoal()] });
  const form = useAppForm<Values, PlanFields>(PlanFields, began);
  const sections = useMemo(
    () => [
      { id: 'focus', title: t('plan.focus'), fields: ['focus', 'reviewOn'] },
      { id: 'goals', title: t('plan.goals'), fields: ['goals'] },
    ],
    [t],
  );
  const save = async (values: PlanFields, base: Values) => {
    if (!opened) return create.mutateAsync({ id: id, subject, fields: values });
    const { focus, reviewOn } = changesOf(base as PlanFields, values);
    const changes = { ...(focus ? { focus } : {}), ...(reviewOn ? { reviewOn } : {}) };
    return change
      .mutateAsync({ id: opened.header.id, changes, goals: goalChanges(baseGoals(base, values), values.goals) })
      .catch((error: unknown) => {
        throw placed(error, values.goals);
      });
  };
  return (
    <FormPage
      form={form}
      title={<span data-private>{t('form.plan', { name })}</span>}
      intro={t('form.planHint')}
      sections={sections}
      draftKey={`clinical/plan/${opened?.header.id ?? `${subject.kind}/${subject.id}`}`}
      fieldLabel={(field) => (field.startsWith('goals.') ? t('plan.goalNo', { no: Number(field.slice(6)) + 1 }) : t(`plan.${field}`))}
      fieldValue={(value, field) => (field.startsWith('goals.') ? goalInWords(value as PlanGoal | null) : String((value as string | null) ?? ''))}
      saveLabel={t('form.keep')}
      onDone={onDone}
      onCancel={onCancel}
      onSave={save}
    >
      <FormSection id="focus" title={t('plan.focus')}>
        <FieldGrid>
          <TextAreaField name="focus" label={t('plan.focusLabel')} rows={3} />
          <DateField name="reviewOn" label={t('plan.reviewOn')} span={4} />
        </FieldGrid>
      </FormSection>
      <FormSection id="goals" title={t('plan.goals')} note={t('plan.goalsHint')}>
        <Goals />
      </FormSection>
    </FormPage>
  );
}

const goalInWords = (goal: PlanGoal | null): string => (goal === null ? '–' : [goal.title, ...goal.levels, `× ${String(goal.weight)}`].join(' · '));
