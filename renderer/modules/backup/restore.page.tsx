import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import type { Output } from '../../../shared/contract/api';
import { WizardFrame } from '../../app/session/frame';
import { newPassword, passwordField, samePasswords } from '../../app/session/new-password';
import { api } from '../../lib/client';
import { useErrorText } from '../../lib/error-text';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { isWireError } from '../../lib/wire-error';
import { Banner, Facts, ProgressBar, useAppForm, useSubmit } from '../../ui';
import { FolderBrowser } from './components/folder-browser';
import { NewAdministrator, Preview } from './components/restore-steps';
import { emptySheet, isWhole, SheetCells, sheetText } from './components/sheet-cells';

const STEPS = ['file', 'sheet', 'person', 'done'] as const;
const Schema = z.object({ administratorId: z.string().min(1), ...newPassword }).superRefine(samePasswords);

function Restored({ result }: { result: Output<'restore.run'> }) {
  const { t } = useTranslation('backup');
  const format = useFormat();
  return (
    <>
      <Banner tone="ok" title={t('restore.doneTitle', { when: format.dateTime(result.madeAt) })}>
        {t('restore.doneText', { name: result.name })}
      </Banner>
      <div style={{ marginTop: 16 }}>
        <Facts
          items={[{ label: t('restore.kept'), value: <span style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>{result.keptFolder}</span> }]}
        />
      </div>
    </>
  );
}

/**
 * Before anybody has signed in: file -> paper key -> what is in it, who gets the new password -> done.
 * Until the last button nothing is written, and the former folder is kept aside.
 */
export function RestorePage() {
  const { t } = useTranslation('backup');
  const sentence = useErrorText();
  const [at, setAt] = useState(0);
  const [folder, setFolder] = useState<string | null>(null);
  const [file, setFile] = useState<string | null>(null);
  const [groups, setGroups] = useState(emptySheet);
  const [preview, setPreview] = useState<Output<'restore.inspect'> | null>(null);
  const [result, setResult] = useState<Output<'restore.run'> | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [reading, setReading] = useState(false);
  const form = useAppForm(Schema, { administratorId: '', password: '', repeat: '' });
  const recoveryKey = sheetText(groups);
  const { submit, busy, error } = useSubmit(
    form,
    async ({ administratorId, password }) => {
      setResult(await api.restore.run({ file: file ?? '', recoveryKey, administratorId, password }));
      setGroups(emptySheet());
      setAt(3);
    },
    passwordField,
  );
  const inspect = async () => {
    if (reading) return;
    setReading(true);
    setFailure(null);
    try {
      const found = await api.restore.inspect({ file: file ?? '', recoveryKey });
      setPreview(found);
      form.setValue('administratorId', found.administrators[0]?.id ?? '');
      setAt(2);
    } catch (refusal) {
      setFailure(refusal);
    } finally {
      setReading(false);
    }
  };
  const back = () => {
    setFailure(null);
    setAt(at - 1);
  };
  const next = [
    <Button
      key="file"
      variant="contained"
      disabled={!file}
      onClick={() => {
        setAt(1);
      }}
    >
      {t('restore.next')}
    </Button>,
    <Button
      key="sheet"
      variant="contained"
      disabled={!isWhole(groups) || reading}
      onClick={() => {
        void inspect();
      }}
    >
      {t(reading ? 'restore.reading' : 'restore.inspect')}
    </Button>,
    <Button
      key="run"
      variant="contained"
      disabled={busy}
      onClick={() => {
        void submit();
      }}
    >
      {t('restore.run')}
    </Button>,
    // A fresh page: the program behind it now holds other records.
    <Button
      key="done"
      variant="contained"
      onClick={() => {
        window.location.hash = '#/';
        window.location.reload();
      }}
    >
      {t('restore.enter')}
    </Button>,
  ][at];
  const foot = (
    <>
      {next}
      {at === 0 && (
        <Button variant="outlined" component={Link} to={paths.today()}>
          {t('restore.leave')}
        </Button>
      )}
      {(at === 1 || at === 2) && (
        <Button variant="outlined" disabled={busy} onClick={back}>
          {t('restore.back')}
        </Button>
      )}
    </>
  );
  const step = STEPS[at] ?? 'file';
  const problem = failure ?? error;
  const wrong = isWireError(failure) ? Number(failure.params['group']) : undefined;
  return (
    <WizardFrame
      steps={STEPS.map((one) => t(`restore.step.${one}`))}
      current={at}
      note={t('restore.noteAside')}
      title={t(`restore.title.${step}`)}
      intro={t(`restore.intro.${step}`)}
      foot={foot}
    >
      <div style={{ marginTop: 20 }}>
        {at === 0 && (
          <FolderBrowser
            source="restore"
            folder={folder}
            onFolder={(path) => {
              setFolder(path);
              setFile(null);
            }}
            file={file}
            onFile={setFile}
          />
        )}
        {at === 1 && <SheetCells label={t('sheet.label')} groups={groups} wrong={wrong} onChange={setGroups} />}
        {at === 2 && preview && (
          <FormProvider {...form}>
            <Preview preview={preview} />
            <NewAdministrator administrators={preview.administrators} />
          </FormProvider>
        )}
        {at === 2 && busy && (
          <div style={{ marginTop: 16 }}>
            <ProgressBar label={t('restore.running')} progress={{ done: 0, total: 0 }} note={t('restore.runningNote')} />
          </div>
        )}
        {at === 3 && result && <Restored result={result} />}
      </div>
      {problem !== null && (
        <Typography role="alert" sx={{ color: 'error.main', mt: 2 }}>
          {sentence(problem)}
        </Typography>
      )}
    </WizardFrame>
  );
}
