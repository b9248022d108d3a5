import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import GlobalStyles from '@mui/material/GlobalStyles';
import { ThemeProvider as MuiThemeProvider, type Theme } from '@mui/material/styles';
import { AdapterDayjs } from '@mui/x-date-pickers/AdapterDayjs';
import { LocalizationProvider } from '@mui/x-date-pickers/LocalizationProvider';
import 'dayjs/locale/kk';
import 'dayjs/locale/ru';
import '@fontsource-variable/onest/index.css';
import '@fontsource-variable/literata/index.css';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/kernel/roles';
import { ink } from './components';
import { makeTheme } from './theme';

const content = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
/** The host writes a fresh nonce into the page; in a page served without one the placeholder stands for "no policy". */
const nonce = content.startsWith('__') ? '' : content;
const cache = createCache({ key: 'tirek', prepend: true, ...(nonce ? { nonce } : {}) });

const global = (theme: Theme) => ({
  'html, body, #root': { height: '100%' },
  body: { fontSynthesis: 'none', overflow: 'hidden' },
  'h1, h2, h3, p, ul, ol, dl, dd, figure, blockquote': { margin: 0, padding: 0 },
  'ul, ol': { listStyle: 'none' },
  // A link between records: the accent with a thin line; components of the kit bring their own class.
  'a:not([class])': { color: ink(theme).primary.main, textUnderlineOffset: 3, textDecorationThickness: 1 },
  ':focus-visible': { outline: `2px solid ${ink(theme).primary.main}`, outlineOffset: 2 },
  // Look-away key: names and their faces, wherever they stand.
  'html[data-look-away] [data-private]': { filter: 'blur(7px)', userSelect: 'none' as const },
  '#print-desk': { display: 'none' },
  '@media print': {
    'html, body': { height: 'auto', overflow: 'visible', background: '#fff' },
    'body > :not(#print-desk)': { display: 'none !important' },
    '#print-desk': { display: 'block' },
    '#print-desk img': { display: 'block', width: '100%', breakAfter: 'page' },
  },
  '@page': { margin: 0 },
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': { animationDuration: '0s !important', transitionDuration: '0s !important', scrollBehavior: 'auto !important' },
  },
});

export function ThemeProvider({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const language = i18n.language as Language;
  const theme = useMemo(() => makeTheme(language, nonce), [language]);
  return (
    <CacheProvider value={cache}>
      <MuiThemeProvider theme={theme} defaultMode="system" modeStorageKey="tirek.theme">
        <CssBaseline enableColorScheme />
        <GlobalStyles styles={global} />
        <LocalizationProvider dateAdapter={AdapterDayjs} adapterLocale={language}>
          {children}
        </LocalizationProvider>
      </MuiThemeProvider>
    </CacheProvider>
  );
}
