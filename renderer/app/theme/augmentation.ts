import type { CSSProperties } from 'react';
import type {} from '@mui/x-data-grid/themeAugmentation';
import type {} from '@mui/x-date-pickers/themeAugmentation';

interface PaperInk {
  rail: string;
  sunk: string;
  hairline: string;
  fieldLine: string;
  ink3: string;
}

declare module '@mui/material/styles' {
  interface Palette {
    paperInk: PaperInk;
    seal: Palette['primary'];
  }
  interface PaletteOptions {
    paperInk?: PaperInk;
    seal?: PaletteOptions['primary'];
  }
  interface TypographyVariants {
    voice: CSSProperties;
  }
  interface TypographyVariantsOptions {
    voice?: CSSProperties;
  }
}
declare module '@mui/material/Typography' {
  interface TypographyPropsVariantOverrides {
    voice: true;
  }
}
declare module '@mui/material/Chip' {
  interface ChipPropsColorOverrides {
    seal: true;
  }
}
