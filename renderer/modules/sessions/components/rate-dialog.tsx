import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { PlainDate } from '../../../../shared/kernel/plain-date';
import { RowId } from '../../../../shared/kernel/ids';
import { requiredLine } from '../../../../shared/kernel/text';
import { noteText } from '../../../../shared/modules/clinical/clinical.model';
import type { PlanRecord } from '../../../../shared/modules/sessions/plan.model';
import { today } from '../../../lib/format';
import { newId } from '../../../lib/new-id';
import { useProfile } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { useDraft } from '../../../lib/use-draft';
import { DateField, FormDialog, SelectField, TextAreaField, TextField, useAppForm } from '../../../ui';
import { levelWord } from '../level';

/** A goal that is left out is null here, and not named in the rating. */
const Schema = z.object({
  ratedOn: PlainDate,
  rater: requiredLine(200),
  note: noteText(4000),
  levels: z.array(z.literal([-2, -1, 0, 1, 2]).nullable()),
});

/** Each goal by the words of its own levels, so that nobody rates a bare number. */
export function RateDialog({ plan, onClose }: { plan: PlanRecord; onClose: () => void }) {
  const { t } = useTranslation('sessions');
  const { name } = useProfile();
  const [id] = useState(() => newId(RowId));
  const rate = useAct('sessions.rateGoals');
  const { goals } = plan.fields;
  const form = useAppForm<z.input<typeof Schema>, z.output<typeof Schema>>(Schema, {
    ratedOn: today(),
    rater: name,
    note: '',
    levels: goals.map(() => null),
  });
  const draft = useDraft(`clinical/rating/${plan.header.id}`, form);
  return (
    <FormDialog
      open
      wide
      form={form}
      title={t('course.rateTitle')}
      intro={t('course.rateIntro')}
      onClose={onClose}
      onSave={async ({ levels, ...rest }) => {
        const named = goals.flatMap((goal, index) =>
          levels[index] === null || levels[index] === undefined ? [] : [[goal.id, levels[index]] as const],
        );
        await rate.mutateAsync({ id, planId: plan.header.id, fields: { ...rest, levels: Object.fromEntries(named) } });
        await draft.forget();
      }}
    >
      <DateField name="ratedOn" label={t('course.ratedOn')} span={4} />
      <TextField name="rater" label={t('course.rater')} span={8} />
      {goals.map((goal, index) => (
        <SelectField
          key={goal.id}
          name={`levels.${String(index)}`}
          label={goal.title}
          empty={t('course.notRated')}
          options={goal.levels.map((words, place) => ({
            value: (place - 2) as never,
            label: `${levelWord(place - 2)} · ${words}`,
          }))}
          span={12}
        />
      ))}
      <TextAreaField name="note" label={t('course.note')} rows={2} />
    </FormDialog>
  );
}
