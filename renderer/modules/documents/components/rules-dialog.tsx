import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RowId } from '../../../../shared/kernel/ids';
import { PlainDate } from '../../../../shared/kernel/plain-date';
import { requiredLine } from '../../../../shared/kernel/text';
import { today } from '../../../lib/format';
import { newId } from '../../../lib/new-id';
import { useProfile } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { DateField, FormDialog, NumberField, TextAreaField, TextField, useAppForm, useToast } from '../../../ui';
import type { RulePackRecord } from '../rules.page';

/** A dot in a name would be read as a level of the form. */
const keyOf = (name: string): string => name.replaceAll('.', '/');
const nameOf = (key: string): string => key.replaceAll('/', '.');

const Schema = z.object({
  inForceFrom: PlainDate,
  sourceNote: requiredLine(2000),
  checkedBy: requiredLine(200),
  checkedOn: PlainDate,
  values: z.record(z.string(), z.number().int().min(0).max(1200).nullable()),
});

/** The organisation's own periods: from which day, who read which act. Earlier papers keep the rules they were issued by. */
export function RulesDialog({ pack, own, onClose }: { pack: RulePackRecord; own: RulePackRecord | undefined; onClose: () => void }) {
  const { t } = useTranslation('documents');
  const profile = useProfile();
  const toast = useToast();
  const save = useAct('documents.saveRuleParameters');
  const [id] = useState(() => newId(RowId));
  const periods = useMemo(
    () =>
      Object.entries({ ...pack.parameters, ...own?.parameters }).filter(
        (entry): entry is [string, number | null] => entry[1] === null || typeof entry[1] === 'number',
      ),
    [pack, own],
  );
  const form = useAppForm<z.input<typeof Schema>, z.output<typeof Schema>>(Schema, {
    inForceFrom: today(),
    sourceNote: '',
    checkedBy: profile.name,
    checkedOn: today(),
    values: Object.fromEntries(periods.map(([name, value]) => [keyOf(name), value])),
  });
  return (
    <FormDialog
      open
      form={form}
      title={t('rules.edit')}
      intro={t('rules.editIntro')}
      wide
      onClose={onClose}
      onSave={async ({ values, ...rest }) => {
        // Only what differs from the program's pack is the organisation's own; the rest goes on following the pack.
        const parameters = Object.fromEntries(
          Object.entries(values)
            .map(([key, value]) => [nameOf(key), value] as const)
            .filter(([name, value]) => pack.parameters[name] !== value),
        );
        await save.mutateAsync({ id, jurisdiction: pack.jurisdiction, parameters, ...rest });
        toast.show(t('rules.saved'));
      }}
    >
      {periods.map(([name]) => (
        <NumberField key={name} name={`values.${keyOf(name)}`} label={t(`parameter.${name}`, { defaultValue: name })} span={6} />
      ))}
      <TextAreaField name="sourceNote" label={t('rules.sourceNote')} help={t('rules.sourceHelp')} rows={2} />
      <DateField name="inForceFrom" label={t('editor.inForceFrom')} />
      <TextField name="checkedBy" label={t('rules.checkedBy')} span={4} />
      <DateField name="checkedOn" label={t('rules.checkedOn')} />
    </FormDialog>
  );
}
