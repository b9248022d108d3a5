import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Output } from '../../../shared/contract/api';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { useErrorText } from '../../lib/error-text';
import { useFormat } from '../../lib/format';
import { useAct, useAsk } from '../../lib/query';
import { Answer, Banner, Facts, Page, PageHeader, Section, useToast } from '../../ui';
import { assessmentPaths } from './assessment-paths';
import { wordIn } from './assessment-words';
import { ItemsPart, ScalesPart } from './components/definition-parts';
import { SheetTable } from './components/sheet-table';

type Checked = Output<'assessments.checkDefinition'>;

function PickFile({ again, onPick }: { again: boolean; onPick: (text: string) => void }) {
  const { t } = useTranslation('assessments');
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          void file?.text().then(onPick);
        }}
      />
      <Button
        variant={again ? 'outlined' : 'contained'}
        startIcon={<FileUp size={16} strokeWidth={1.75} aria-hidden />}
        onClick={() => picker.current?.click()}
      >
        {t(again ? 'import.again' : 'import.pick')}
      </Button>
    </>
  );
}

/** Everything that is wrong, each with its place in the file. */
function Errors({ errors }: { errors: Checked['errors'] }) {
  const { t } = useTranslation('assessments');
  return (
    <>
      <Box sx={{ mb: 2 }}>
        <Banner tone="alarm" title={t('import.errors', { count: errors.length })}>
          {t('import.nothingKept')}
        </Banner>
      </Box>
      <SheetTable label={t('import.what')} heads={[{ word: t('import.path') }, { word: t('import.what') }]}>
        {errors.map(({ path, code, params }, index) => (
          <tr key={`${String(index)}${path}`}>
            <Box component="td" sx={{ fontFamily: 'monospace', fontSize: 13.5, overflowWrap: 'anywhere', width: '38%' }}>
              {path}
            </Box>
            <td>{t(`definition.${code}`, { ...params })}</td>
          </tr>
        ))}
      </SheetTable>
    </>
  );
}

/** What the file holds, before it is kept; and the promise that it may be used. */
function Ready({ text, checked }: { text: string; checked: Checked & { instrument: NonNullable<Checked['instrument']> } }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const navigate = useNavigate();
  const toast = useToast();
  const sentence = useErrorText();
  const [rights, setRights] = useState(false);
  const keep = useAct('assessments.importDefinition');
  const { instrument, known, hash } = checked;
  const go = async () => {
    const card = await keep.mutateAsync({ text, rightsConfirmed: true });
    toast.show(t('import.done'));
    void navigate(assessmentPaths.instrument(card.hash));
  };
  return (
    <>
      <Box sx={{ mb: 2 }}>
        {known === 'new' && <Banner tone="ok" title={t('import.ready')} />}
        {known === 'taken' && <Banner tone="alarm" title={t('import.taken')} />}
        {known === 'same' && (
          <Banner
            title={t('import.same')}
            actions={
              hash && (
                <Button variant="outlined" component={Link} to={assessmentPaths.instrument(hash)}>
                  {t('import.open')}
                </Button>
              )
            }
          />
        )}
      </Box>
      <Section title={wordIn(instrument.title, language)} aside={t('library.version', { version: instrument.version })}>
        <Facts
          items={[
            {
              label: t('instrument.rights'),
              value: [t(`rights.${instrument.rights.status}`), wordIn(instrument.rights.notice, language)].filter(Boolean).join('. '),
            },
            { label: t('instrument.source'), value: instrument.rights.source },
          ]}
        />
        {known === 'new' && (
          <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', mt: 1.5 }}>
            <FormControlLabel
              control={
                <Checkbox
                  checked={rights}
                  onChange={(_, on) => {
                    setRights(on);
                  }}
                />
              }
              label={t('import.confirm')}
            />
            <Button
              variant="contained"
              disabled={!rights || keep.isPending}
              onClick={() => {
                go().catch(() => undefined);
              }}
            >
              {t('import.keep')}
            </Button>
          </Box>
        )}
        {keep.error && (
          <Typography role="alert" variant="body2" sx={{ color: 'error.main', mt: 1 }}>
            {sentence(keep.error)}
          </Typography>
        )}
      </Section>
      <ScalesPart instrument={instrument} />
      <ItemsPart instrument={instrument} />
    </>
  );
}

function Reading({ text }: { text: string }) {
  const check = useAsk('assessments.checkDefinition', { text });
  return (
    <Answer of={check}>
      {(checked) =>
        checked.instrument ? <Ready text={text} checked={{ ...checked, instrument: checked.instrument }} /> : <Errors errors={checked.errors} />
      }
    </Answer>
  );
}

const LIMIT = 2_200_000;

/** A definition file is read and shown first; nothing is kept before the psychologist says so. */
export function ImportPage() {
  const { t } = useTranslation('assessments');
  const [text, setText] = useState<string | null>(null);
  usePsychologyCrumbs([
    { label: t('tab'), to: assessmentPaths.list() },
    { label: t('list.library'), to: assessmentPaths.library() },
    { label: t('import.title') },
  ]);
  return (
    <Page>
      <PageHeader title={t('import.title')} actions={text !== null && <PickFile again onPick={setText} />} />
      {text === null && (
        <Box sx={{ maxWidth: 640 }}>
          <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('import.intro')}</Typography>
          <PickFile again={false} onPick={setText} />
          <Typography variant="body2" sx={{ mt: 2 }}>
            <MuiLink component={Link} to={assessmentPaths.library()}>
              {t('library.title')}
            </MuiLink>
          </Typography>
        </Box>
      )}
      {text !== null &&
        (text.length > LIMIT ? <Errors errors={[{ path: '$', code: 'FILE.TOO_LARGE' }]} /> : <Reading key={text.length} text={text} />)}
    </Page>
  );
}
