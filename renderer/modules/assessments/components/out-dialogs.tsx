import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Input } from '../../../../shared/contract/api';
import { Language, LANGUAGES } from '../../../../shared/kernel/roles';
import { requiredLine } from '../../../../shared/kernel/text';
import { useFormat } from '../../../lib/format';
import { useAct } from '../../../lib/query';
import { FormDialog, SelectField, TextField, useAppForm, useToast } from '../../../ui';
import { MEDIA, saveBytes } from '../save-bytes';

const Report = z.object({ language: Language, reason: requiredLine(500) });
const Export = Report.extend({ format: z.enum(['xlsx', 'csv']) });

function useLanguages() {
  const { t } = useTranslation('assessments');
  return LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }));
}

/** A full report as a confidential paper, with its reason. */
export function ReportDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const toast = useToast();
  const report = useAct('assessments.report');
  const form = useAppForm(Report, { language, reason: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('out.reportTitle')}
      intro={t('out.reportIntro')}
      saveLabel={t('out.save')}
      onClose={onClose}
      onSave={async (values) => {
        const file = await report.mutateAsync({ id: id, ...values });
        saveBytes(file.pdf, file.fileName, MEDIA.pdf);
        toast.show(t('out.saved'));
      }}
    >
      <SelectField name="language" label={t('out.language')} span={12} options={useLanguages()} />
      <TextField name="reason" label={t('out.reason')} help={t('out.reasonHelp')} span={12} />
    </FormDialog>
  );
}

type Scope = Pick<Input<'assessments.exportScores'>, 'subject' | 'instrumentId' | 'batchId'>;

/** Scores of one person, one questionnaire, or the whole room. */
export function ExportDialog({ scope, onClose }: { scope: Scope; onClose: () => void }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const toast = useToast();
  const send = useAct('assessments.exportScores');
  const form = useAppForm(Export, { language, reason: '', format: 'xlsx' });
  return (
    <FormDialog
      open
      form={form}
      title={t('out.exportTitle')}
      intro={t('out.exportIntro')}
      saveLabel={t('out.save')}
      onClose={onClose}
      onSave={async (values) => {
        const file = await send.mutateAsync({ ...scope, ...values });
        saveBytes(file.data, file.fileName, MEDIA[values.format]);
        toast.show(t('out.saved'));
      }}
    >
      <SelectField
        name="format"
        label={t('out.format')}
        span={6}
        options={[
          { value: 'xlsx', label: t('result.xlsx') },
          { value: 'csv', label: t('result.csv') },
        ]}
      />
      <SelectField name="language" label={t('out.language')} span={6} options={useLanguages()} />
      <TextField name="reason" label={t('out.reason')} help={t('out.reasonHelp')} span={12} />
    </FormDialog>
  );
}
