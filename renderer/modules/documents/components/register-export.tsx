import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { InstitutionId } from '../../../../shared/kernel/ids';
import { line, requiredLine } from '../../../../shared/kernel/text';
import { api } from '../../../lib/client';
import { today, useFormat } from '../../../lib/format';
import { FormDialog, SelectField, TextField, useAppForm, useToast } from '../../../ui';
import { saveFile } from '../save-file';

const schemaOf = (kind: 'pdf' | 'xlsx') =>
  z.object({ year: z.string(), language: z.enum(['ru', 'kk']), reason: kind === 'xlsx' ? requiredLine(300) : line(300) });

/** The register of a year as a paper (A4, landscape) or as a table; the table leaves with a reason. */
export function RegisterExport({
  kind,
  years,
  institutionId,
  onClose,
}: {
  kind: 'pdf' | 'xlsx';
  years: number[];
  institutionId: InstitutionId | null;
  onClose: () => void;
}) {
  const { t } = useTranslation('documents');
  const { language } = useFormat();
  const toast = useToast();
  const now = today().slice(0, 4);
  const choices = [...new Set([now, ...years.map(String)])].sort().reverse();
  const form = useAppForm(schemaOf(kind), { year: now, language: language === 'kk' ? 'kk' : 'ru', reason: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t(`registerFile.${kind}`)}
      intro={t(`registerFile.${kind}Intro`)}
      saveLabel={t('act.saveDo')}
      onClose={onClose}
      onSave={async (values) => {
        const asked = { year: Number(values.year), institutionId, language: values.language };
        saveFile(kind === 'pdf' ? await api.documents.registerPdf(asked) : await api.documents.registerXlsx({ ...asked, reason: values.reason }));
        toast.show(t('act.saved'));
      }}
    >
      <SelectField name="year" label={t('filter.year')} options={choices.map((value) => ({ value, label: value }))} />
      <SelectField
        name="language"
        label={t('registerFile.language')}
        options={['ru', 'kk'].map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      {kind === 'xlsx' && <TextField name="reason" label={t('reason')} placeholder={t('registerFile.example')} span={12} />}
    </FormDialog>
  );
}
