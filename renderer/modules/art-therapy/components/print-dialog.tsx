import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Language, LANGUAGES } from '../../../../shared/kernel/roles';
import { requiredLine } from '../../../../shared/kernel/text';
import { useFormat } from '../../../lib/format';
import { FormDialog, SelectField, TextField, useAppForm, useToast } from '../../../ui';

const Schema = z.object({ language: Language, reason: requiredLine(500) });

/** What leaves the room leaves it with a reason, which stands in the journal. */
export function PrintDialog({
  title,
  intro,
  onPrint,
  onClose,
}: {
  title: string;
  intro: string;
  onPrint: (choice: { language: Language; reason: string }) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation('art-therapy');
  const toast = useToast();
  const { language } = useFormat();
  const form = useAppForm(Schema, { language, reason: '' });
  return (
    <FormDialog
      open
      form={form}
      title={title}
      intro={intro}
      saveLabel={t('print.save')}
      onClose={onClose}
      onSave={async (choice) => {
        await onPrint(choice);
        toast.show(t('print.done'));
      }}
    >
      <SelectField
        name="language"
        label={t('print.language')}
        span={5}
        options={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      <TextField name="reason" label={t('print.reason')} span={12} />
    </FormDialog>
  );
}
