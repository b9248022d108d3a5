import { createTheme, type Theme } from '@mui/material/styles';
import { enUS as coreEn, kkKZ as coreKk, ruRU as coreRu } from '@mui/material/locale';
import { ruRU as gridRu } from '@mui/x-data-grid/locales';
import { enUS as pickersEn, kzKZ as pickersKk, ruRU as pickersRu } from '@mui/x-date-pickers/locales';
import type { Language } from '../../../shared/kernel/roles';
import './augmentation';
import { components } from './components';
import { gridTextsKk } from './grid-texts.kk';
import { colorSchemes } from './palette';

const LOCALES: Record<Language, object[]> = {
  ru: [coreRu, gridRu, pickersRu],
  kk: [coreKk, { components: { MuiDataGrid: { defaultProps: { localeText: gridTextsKk } } } }, pickersKk],
  en: [coreEn, pickersEn],
};

const SHADOW = '0 1px 2px #1e25220f, 0 10px 28px #1e25221f';
const stillMotion = () =>
  typeof window !== 'undefined' && typeof window.matchMedia === 'function' && window.matchMedia('(prefers-reduced-motion: reduce)').matches;

const durations = (still: boolean) =>
  still
    ? { shortest: 0, shorter: 0, short: 0, standard: 0, complex: 0, enteringScreen: 0, leavingScreen: 0 }
    : { shortest: 120, shorter: 120, short: 120, standard: 200, complex: 200, enteringScreen: 200, leavingScreen: 120 };

/** The theme of the design tokens, in a language (MUI keeps its own words in the theme). */
export const makeTheme = (language: Language, nonce = ''): Theme =>
  createTheme(
    {
      cssVariables: { colorSchemeSelector: 'data-theme' },
      colorSchemes,
      shape: { borderRadius: 6 },
      spacing: 8,
      shadows: ['none', ...Array<string>(24).fill(SHADOW)] as unknown as Theme['shadows'],
      typography: {
        fontFamily: "'Onest Variable', 'Noto Sans', sans-serif",
        htmlFontSize: 16,
        fontSize: 15,
        h1: { fontSize: 26, lineHeight: '32px', fontWeight: 600, letterSpacing: '-.012em' },
        h2: { fontSize: 16, lineHeight: '24px', fontWeight: 600 },
        h3: { fontSize: 15, lineHeight: '22px', fontWeight: 600 },
        subtitle1: { fontSize: 15, lineHeight: '22px', fontWeight: 500 },
        body1: { fontSize: 15, lineHeight: '22px' },
        body2: { fontSize: 13, lineHeight: '18px' },
        caption: { fontSize: 12, lineHeight: '16px' },
        button: { fontSize: 14, lineHeight: '20px', fontWeight: 500, textTransform: 'none', letterSpacing: 0 },
        voice: { fontFamily: "'Literata Variable', 'Noto Serif', serif", fontSize: 18, lineHeight: '29px' },
      },
      transitions: {
        duration: durations(stillMotion()),
        easing: { easeInOut: 'cubic-bezier(.2,0,0,1)', easeOut: 'cubic-bezier(.2,0,0,1)', sharp: 'cubic-bezier(.2,0,0,1)' },
      },
      components: components(nonce),
    },
    ...LOCALES[language],
  );
