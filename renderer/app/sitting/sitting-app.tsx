import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Hand } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/client';
import { ThemeProvider } from '../theme/theme-provider';
import { Question } from './question';
import { said } from './said';
import { useSitting, type Sitting, type SittingState } from './use-sitting';

/** Files are closed and keys wiped; what comes next is the sign-in. */
async function leave(): Promise<void> {
  await api.session.lock({}).catch(() => undefined);
  window.location.reload();
}

const LOOK_MS = 15_000;
const PRESENT_MS = 30_000;

/** Whoever reads and thinks is present; a window that was locked meanwhile shows the sign-in and not the last question. */
function usePresence(): void {
  useEffect(() => {
    let told = 0;
    const present = (): void => {
      if (performance.now() - told < PRESENT_MS) return;
      told = performance.now();
      void api.session.touch({}).catch(() => undefined);
    };
    const look = setInterval(() => {
      void api.session
        .status({})
        .then(({ sitting }) => {
          if (!sitting) window.location.reload();
        })
        .catch(() => undefined);
    }, LOOK_MS);
    window.addEventListener('pointermove', present);
    window.addEventListener('keydown', present);
    return () => {
      clearInterval(look);
      window.removeEventListener('pointermove', present);
      window.removeEventListener('keydown', present);
    };
  }, []);
}

/** The page of the person who is tested: the questions and nothing else of the program, until somebody signs in again. */
export function SittingApp({ sitting }: { sitting: Sitting | null }) {
  return (
    <ThemeProvider>
      <Box component="main" sx={{ minHeight: '100%', height: '100%', overflow: 'auto', display: 'flex', flexDirection: 'column' }}>
        {sitting ? <Test sitting={sitting} /> : <Nothing />}
      </Box>
    </ThemeProvider>
  );
}

function Test({ sitting }: { sitting: Sitting }) {
  const { t } = useTranslation('app');
  const state = useSitting(sitting);
  usePresence();
  const { place } = state;
  return (
    <>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', p: 2 }}>
        <Button variant="outlined" size="large" startIcon={<Hand size={18} aria-hidden />} onClick={() => void leave()} sx={{ minHeight: 48 }}>
          {t('sitting.call')}
        </Button>
      </Box>
      <Box sx={{ flex: 1, display: 'flex', justifyContent: 'center', px: 3, pb: 4 }}>
        {place.at === 'intro' && <Intro sitting={sitting} state={state} />}
        {place.at === 'question' && <Question sitting={sitting} state={state} item={place.item} number={place.number} of={place.of} />}
        {place.at === 'end' && <End sitting={sitting} state={state} />}
      </Box>
    </>
  );
}

const large = { minHeight: 60, fontSize: 19, px: 4 } as const;

function Intro({ sitting, state }: { sitting: Sitting; state: SittingState }) {
  const { t } = useTranslation('app');
  const begun = Object.keys(state.answers).length > 0;
  const { instructions, stem } = sitting.instrument;
  const words = [said(instructions, sitting.language), said(stem, sitting.language)].filter((text) => text !== '');
  return (
    <Box sx={{ maxWidth: 760, width: '100%', pt: 4 }}>
      <Typography component="h1" sx={{ fontSize: 30, fontWeight: 600 }}>
        {t(begun ? 'sitting.welcomeBack' : 'sitting.welcome')}
      </Typography>
      {words.map((text) => (
        <Typography key={text} sx={{ fontSize: 19, mt: 2 }}>
          {text}
        </Typography>
      ))}
      <Typography sx={{ fontSize: 19, mt: 2 }}>{t('sitting.noWrong')}</Typography>
      <Button variant="contained" autoFocus onClick={state.begin} sx={{ ...large, mt: 4 }}>
        {t(begun ? 'sitting.goOn' : 'sitting.begin')}
      </Button>
    </Box>
  );
}

function End({ sitting, state }: { sitting: Sitting; state: SittingState }) {
  const { t } = useTranslation('app');
  const [closing, setClosing] = useState(false);
  const close = async (): Promise<void> => {
    setClosing(true);
    // A test that cannot be closed here (nothing answered) stays open for the psychologist; the window is locked either way.
    await api.assessments.finish({ id: sitting.id }).catch(() => undefined);
    await leave();
  };
  return (
    <Box sx={{ maxWidth: 760, width: '100%', pt: 4 }}>
      <Typography component="h1" sx={{ fontSize: 30, fontWeight: 600 }}>
        {t('sitting.thanks')}
      </Typography>
      <Typography sx={{ fontSize: 19, mt: 2 }}>{t('sitting.thanksText')}</Typography>
      <Box sx={{ display: 'flex', gap: 2, mt: 4, flexWrap: 'wrap' }}>
        <Button variant="contained" autoFocus disabled={closing} onClick={() => void close()} sx={large}>
          {t('sitting.done')}
        </Button>
        <Button disabled={closing} onClick={state.again} sx={large}>
          {t('sitting.lookAgain')}
        </Button>
      </Box>
    </Box>
  );
}

/** The test was finished or taken back in another window. */
function Nothing() {
  const { t } = useTranslation('app');
  return (
    <Box sx={{ m: 'auto', textAlign: 'center', p: 4 }}>
      <Typography component="h1" sx={{ fontSize: 28, fontWeight: 600 }}>
        {t('sitting.thanks')}
      </Typography>
      <Button variant="contained" onClick={() => void leave()} sx={{ ...large, mt: 4 }}>
        {t('sitting.done')}
      </Button>
    </Box>
  );
}
