import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { FileSpreadsheet } from 'lucide-react';
import { useRef, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { z } from 'zod';
import type { Output } from '../../../shared/contract/api';
import { RowId } from '../../../shared/kernel/ids';
import { PsychologyTabs } from '../../app/psychology/psychology-tabs';
import { api } from '../../lib/client';
import { fieldSentence, useErrorText } from '../../lib/error-text';
import { today, useFormat } from '../../lib/format';
import { newId } from '../../lib/new-id';
import { useAsk } from '../../lib/query';
import { useJob } from '../../lib/use-job';
import { isWireError } from '../../lib/wire-error';
import { Banner, Page, PageHeader, ProgressBar, Section, useAppForm } from '../../ui';
import { assessmentPaths } from './assessment-paths';
import { BatchForm, requestOf } from './batch-form';
import { BatchColumns, BatchCommon } from './components/batch-fields';
import { BatchResult } from './components/batch-result';
import { csvFile, guessedColumn, type CsvFile } from './csv-file';

type Checked = Output<'assessments.checkBatch'>;
type Form = ReturnType<typeof useBatchForm>;

function useBatchForm() {
  const [query] = useSearchParams();
  const { language } = useFormat();
  return useAppForm<z.input<typeof BatchForm>, BatchForm>(BatchForm, {
    hash: query.get('hash') ?? '',
    respondentColumn: '',
    dateColumn: '',
    sexColumn: '',
    ageColumn: '',
    birthDateColumn: '',
    male: '',
    female: '',
    missing: '',
    testDate: today(),
    language,
    respondent: 'self',
  });
}

function FilePick({ file, onPick }: { file: CsvFile | null; onPick: (file: CsvFile) => void }) {
  const { t } = useTranslation('assessments');
  const picker = useRef<HTMLInputElement>(null);
  const take = async (picked: File | undefined) => {
    if (picked) onPick(csvFile(picked.name, new Uint8Array(await picked.arrayBuffer())));
  };
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
        <Button variant="outlined" startIcon={<FileSpreadsheet size={16} strokeWidth={1.75} aria-hidden />} onClick={() => picker.current?.click()}>
          {t(file ? 'batch.anotherFile' : 'batch.file')}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".csv,.txt,text/csv,text/plain"
          aria-label={t('batch.file')}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        {file && <Typography data-private>{file.name}</Typography>}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: 760 }}>
        {t('batch.fileHelp')}
      </Typography>
      {file?.encoding === 'windows-1251' && (
        <Banner tone="warn" title={t('batch.oldEncoding')}>
          {file.headers.slice(0, 12).join(' · ')}
        </Banner>
      )}
      {file?.headers.length === 0 && <Banner tone="warn" title={t('batch.noHeaders')} />}
    </Box>
  );
}

/** A refusal of the whole file (too large, for one) says more than that the input is not right. */
const reasonOf = (error: unknown, sentence: (error: unknown) => string): string => {
  const wrong = isWireError(error) ? error.fields[0] : undefined;
  return wrong ? fieldSentence(wrong.code, wrong.params) : sentence(error);
};

/** Checking and importing. What is imported is exactly what was checked: any change of a field asks for a new check. */
function useBatch(form: Form, file: CsvFile | null) {
  const client = useQueryClient();
  const job = useJob();
  const [batchId, setBatchId] = useState(() => newId(RowId));
  const [state, setState] = useState<{ checked: Checked; of: string } | null>(null);
  const [imported, setImported] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [checking, setChecking] = useState(false);
  const stamp = JSON.stringify([form.watch(), file?.name, file?.text.length]);
  const check = form.handleSubmit(async (values) => {
    if (!file || checking) return;
    setError(null);
    setImported(null);
    setBatchId(newId(RowId));
    setChecking(true);
    await api.assessments
      .checkBatch(requestOf(values, file))
      .then((checked) => {
        setState({ checked, of: stamp });
      }, setError)
      .finally(() => {
        setChecking(false);
      });
  });
  const run = form.handleSubmit(async (values) => {
    if (!file || job.progress) return;
    setError(null);
    await job
      .run((jobId) => api.assessments.importBatch({ ...requestOf(values, file), batchId }, { jobId }))
      .then(async (done) => {
        setImported(done.imported);
        setState(null);
        await Promise.all([client.invalidateQueries({ queryKey: ['assessments'] }), client.invalidateQueries({ queryKey: ['clinical'] })]);
      }, setError);
  });
  return { checked: state?.of === stamp ? state.checked : null, imported, error, checking, check, run, job };
}

/** Answers of many respondents from one file: checked first, then all of it or nothing. */
export function BatchPage() {
  const { t } = useTranslation('assessments');
  const sentence = useErrorText();
  const form = useBatchForm();
  const [file, setFile] = useState<CsvFile | null>(null);
  const batch = useBatch(form, file);
  const cards = useAsk('assessments.instruments', {}).data?.filter((card) => !card.retired && card.items > 0) ?? [];
  const hash = form.watch('hash');
  const instrument = useAsk('assessments.instrument', { hash: hash }, { enabled: /^[0-9a-f]{64}$/.test(hash) }).data?.instrument;
  const pick = (picked: CsvFile) => {
    setFile(picked);
    for (const role of ['respondent', 'date', 'sex', 'age', 'birthDate'] as const)
      form.setValue(`${role}Column`, guessedColumn(role, picked.headers), { shouldDirty: true });
  };
  const ready = batch.checked !== null && batch.checked.errorCount === 0 && batch.checked.rows > 0;
  return (
    <Page>
      <PsychologyTabs value="assessments" crumbs={[{ label: t('tab'), to: assessmentPaths.list() }, { label: t('batch.title') }]} />
      <Box sx={{ mt: 2 }}>
        <PageHeader title={t('batch.title')} meta={t('batch.intro')} />
      </Box>
      <FormProvider {...form}>
        <Box component="form" noValidate sx={{ maxWidth: 960 }} onSubmit={(event) => void batch.check(event)}>
          <Section title={t('batch.part.test')}>
            <BatchCommon cards={cards} />
          </Section>
          <Section title={t('batch.part.file')}>
            <FilePick file={file} onPick={pick} />
          </Section>
          {file && (
            <Section title={t('batch.part.columns')}>
              <BatchColumns file={file} />
            </Section>
          )}
          <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', my: 2.5 }}>
            <Button type="submit" variant={ready ? 'outlined' : 'contained'} disabled={!file || batch.checking || batch.job.progress !== null}>
              {t(batch.checking ? 'batch.checking' : 'batch.check')}
            </Button>
            {ready && (
              <Button variant="contained" disabled={batch.job.progress !== null} onClick={() => void batch.run()}>
                {t('batch.import', { count: batch.checked?.rows ?? 0 })}
              </Button>
            )}
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('batch.allOrNothing')}
            </Typography>
          </Box>
        </Box>
      </FormProvider>
      {batch.job.progress && <ProgressBar label={t('batch.importing')} progress={batch.job.progress} onCancel={batch.job.cancel} />}
      {batch.error !== null && (
        <Banner tone="alarm" title={reasonOf(batch.error, sentence)}>
          {t('batch.nothing')}
        </Banner>
      )}
      {batch.imported !== null && (
        <Banner
          tone="ok"
          title={t('batch.imported', { count: batch.imported })}
          actions={
            <Button variant="outlined" component={Link} to={assessmentPaths.list()}>
              {t('batch.toList')}
            </Button>
          }
        />
      )}
      {batch.checked && <BatchResult checked={batch.checked} instrument={instrument} />}
    </Page>
  );
}
