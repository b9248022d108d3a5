import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type FormEvent } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Output } from '../../../shared/contract/api';
import { readLine } from '../../../shared/modules/audit/audit.rules';
import { AdministrationTabs } from '../../app/administration/administration-tabs';
import { api } from '../../lib/client';
import { useErrorText } from '../../lib/error-text';
import { useCan } from '../../lib/profile';
import { useJob } from '../../lib/use-job';
import { FieldGrid, Page, PageHeader, ProgressBar, SealedArea, Section, TextAreaField, useAppForm, useSubmit } from '../../ui';
import { JournalTabs } from './components/journal-tabs';
import { MonthlyLine } from './components/monthly-line';
import { VerdictView } from './components/verdict';

type Which = 'records' | 'clinical';

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const Schema = z.object({
  lines: z.string().refine((text) => linesOf(text).every((line) => readLine(line) !== null), { error: 'JOURNAL.LINE_MISTYPED' }),
  recoveryKey: z
    .string()
    .trim()
    .max(400)
    .refine((text) => text === '' || text.length >= 10, { error: 'RECOVERY.CHECKSUM' }),
});

function CheckForm({ which }: { which: Which }) {
  const { t } = useTranslation('audit');
  const sentence = useErrorText();
  const job = useJob();
  const [verdict, setVerdict] = useState<Output<'audit.verify'> | null>(null);
  const form = useAppForm(Schema, { lines: '', recoveryKey: '' });
  const { submit, busy, error } = useSubmit(form, async ({ lines, recoveryKey }) => {
    setVerdict(null);
    const input = { lines: linesOf(lines), ...(recoveryKey === '' ? {} : { recoveryKey }) };
    setVerdict(await job.run((jobId) => (which === 'records' ? api.audit.verify(input, { jobId }) : api.audit.verifyClinical(input, { jobId }))));
  });
  return (
    <FormProvider {...form}>
      <Box
        component="form"
        noValidate
        aria-label={t('check.title')}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        <FieldGrid>
          {which === 'records' && <TextAreaField name="lines" label={t('check.lines')} help={t('check.linesHelp')} rows={2} />}
          <TextAreaField name="recoveryKey" label={t(`check.key.${which}`)} help={t('check.keyHelp')} rows={2} />
        </FieldGrid>
        <Box sx={{ my: 2, minHeight: 36 }}>
          {job.progress ? (
            <ProgressBar label={t('check.running')} progress={job.progress} onCancel={job.cancel} />
          ) : (
            <Button type="submit" variant="contained" disabled={busy}>
              {t('check.start')}
            </Button>
          )}
        </Box>
        {error !== null && (
          <Typography role="alert" sx={{ color: 'error.main', mb: 2 }}>
            {sentence(error)}
          </Typography>
        )}
      </Box>
      {verdict && (
        <Box sx={{ mb: 3 }}>
          <VerdictView verdict={verdict} />
        </Box>
      )}
    </FormProvider>
  );
}

function Check({ which }: { which: Which }) {
  const { t } = useTranslation('audit');
  const sealed = !useCan(which === 'records' ? 'journal.read' : 'journal.clinical');
  return (
    <Page>
      <AdministrationTabs value="journal" />
      <JournalTabs value={which} />
      <PageHeader title={t('check.title')} meta={t('check.intro')} />
      <Box sx={{ maxWidth: 760, '& > section + section': { mt: 3 } }}>
        {sealed ? <SealedArea title={t('sealed.title')}>{t('sealed.text')}</SealedArea> : <CheckForm which={which} />}
        {which === 'records' && !sealed && (
          <Section title={t('line.title')} ruled>
            <MonthlyLine />
          </Section>
        )}
      </Box>
    </Page>
  );
}

export const CheckPage = () => <Check which="records" />;
export const ClinicalCheckPage = () => <Check which="clinical" />;
