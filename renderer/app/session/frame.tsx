import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../../shared/kernel/roles';
import { currentLanguage } from '../../lib/i18n';
import { Mark } from '../mark';
import { useSession } from './session-context';

interface WizardFrameProps {
  steps: readonly string[];
  current: number;
  note?: string;
  title: string;
  intro?: ReactNode;
  children: ReactNode;
  foot: ReactNode;
}

/** Steps at the left, one thing to do at the right, the way on at the foot. */
export function WizardFrame({ steps, current, note, title, intro, children, foot }: WizardFrameProps) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '264px minmax(0, 1fr)' }, height: '100%' }}>
      <Box
        component="aside"
        sx={{
          backgroundColor: 'paperInk.rail',
          borderRight: 1,
          borderColor: 'divider',
          p: '28px 24px 24px 28px',
          display: { xs: 'none', md: 'flex' },
          flexDirection: 'column',
        }}
      >
        <Mark size={24} fontSize={17} />
        <Box component="ol" sx={{ mt: 4.25 }}>
          {steps.map((step, index) => (
            <StepLine key={step} number={index + 1} name={step} done={index < current} now={index === current} />
          ))}
        </Box>
        {note && (
          <Typography variant="body2" sx={{ mt: 'auto', color: 'paperInk.ink3' }}>
            {note}
          </Typography>
        )}
      </Box>
      <Box component="main" sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}>
        <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: { xs: 4, md: 9 }, pt: { xs: 3, md: 5.5 }, pb: 3 }}>
          <Box sx={{ maxWidth: 800 }}>
            <Typography variant="h1">{title}</Typography>
            {intro && (
              <Typography component="div" sx={{ color: 'text.secondary', mt: 1, maxWidth: 680 }}>
                {intro}
              </Typography>
            )}
            {children}
          </Box>
        </Box>
        <Box
          sx={{
            flex: 'none',
            borderTop: 1,
            borderColor: 'divider',
            px: { xs: 4, md: 9 },
            py: { xs: 1, md: 2 },
            display: 'flex',
            gap: 1.75,
            alignItems: 'center',
          }}
        >
          {foot}
        </Box>
      </Box>
    </Box>
  );
}

function StepLine({ number, name, done, now }: { number: number; name: string; done: boolean; now: boolean }) {
  return (
    <Box
      component="li"
      aria-current={now ? 'step' : undefined}
      sx={{
        display: 'flex',
        gap: 1.5,
        alignItems: 'center',
        minHeight: 38,
        color: now ? 'text.primary' : done ? 'text.secondary' : 'paperInk.ink3',
        fontWeight: now ? 500 : 400,
      }}
    >
      <Box
        component="span"
        sx={{
          width: 22,
          height: 22,
          borderRadius: '50%',
          display: 'grid',
          placeItems: 'center',
          fontSize: 12,
          fontWeight: 500,
          flex: 'none',
          ...(done
            ? { color: 'success.main' }
            : now
              ? { backgroundColor: 'primary.main', color: 'primary.contrastText' }
              : { border: '1.5px solid', borderColor: 'divider' }),
        }}
      >
        {done ? <Check size={15} strokeWidth={2.5} aria-hidden /> : number}
      </Box>
      {name}
    </Box>
  );
}

/** The other two languages, in their own words. */
export function OtherLanguages() {
  const { t } = useTranslation('app');
  const { chooseLanguage } = useSession();
  return LANGUAGES.filter((language) => language !== currentLanguage()).map((language) => (
    <Box
      key={language}
      component="button"
      type="button"
      lang={language}
      onClick={() => {
        void chooseLanguage(language);
      }}
      sx={{
        font: 'inherit',
        border: 0,
        background: 'none',
        p: 0.5,
        m: -0.5,
        color: 'inherit',
        cursor: 'pointer',
        '&:hover': { color: 'text.primary' },
      }}
    >
      {t(`languageOwn.${language}`)}
    </Box>
  ));
}

/** Sign-in and its neighbours: the sheet, and at the right the lattice of a felt carpet's edge. */
export function DoorFrame({ children, foot }: { children: ReactNode; foot: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) 380px' }, height: '100%' }}>
      <Box
        component="main"
        sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, overflow: 'auto', pl: { xs: 4, md: 'min(184px, 13.5vw)' }, pr: 4, pt: 7 }}
      >
        <Mark size={26} fontSize={19} />
        <Box sx={{ flex: 1, maxWidth: 520, pt: 6.5, pb: 4 }}>{children}</Box>
        <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', pb: 4.5, fontSize: 13, color: 'paperInk.ink3', flexWrap: 'wrap' }}>{foot}</Box>
      </Box>
      <Lattice />
    </Box>
  );
}

const LINES = Array.from({ length: 17 }, (_, index) => index * 52);

function Lattice() {
  return (
    <Box
      aria-hidden
      sx={{
        display: { xs: 'none', md: 'block' },
        backgroundColor: 'paperInk.rail',
        borderLeft: 1,
        borderColor: 'divider',
        overflow: 'hidden',
        position: 'relative',
        color: 'color-mix(in srgb, var(--mui-palette-primary-main) 20%, var(--mui-palette-divider))',
      }}
    >
      <svg
        viewBox="0 0 416 768"
        preserveAspectRatio="xMidYMid slice"
        fill="none"
        stroke="currentColor"
        strokeWidth="1"
        width="100%"
        height="100%"
        style={{ position: 'absolute', inset: 0, opacity: 0.7 }}
      >
        {LINES.map((x) => (
          <path key={`a${String(x)}`} d={`M${String(x - 416)} 0q60 420 416 768`} />
        ))}
        {LINES.map((x) => (
          <path key={`b${String(x)}`} d={`M${String(x)} 0q-356 348 -416 768`} />
        ))}
        {LINES.map((x) => (
          <path key={`c${String(x)}`} d={`M${String(x + 468)} 0q60 420 416 768M${String(x + 884)} 0q-356 348 -416 768`} />
        ))}
      </svg>
    </Box>
  );
}
