import type { ColorSystemOptions } from '@mui/material/styles';

/** Values of the design tokens; every text on its ground has at least 4.5:1. */
export const colorSchemes: { light: ColorSystemOptions; dark: ColorSystemOptions } = {
  light: {
    palette: {
      background: { default: '#FAF8F4', paper: '#FFFEFC' },
      divider: '#E4DFD5',
      text: { primary: '#1E2522', secondary: '#4F5853', disabled: '#646B65' },
      primary: { main: '#0F5B54', dark: '#0B4741', light: '#E2EDE9', contrastText: '#FFFFFF' },
      success: { main: '#2C6632', light: '#E6F0E2' },
      warning: { main: '#7A4B00', light: '#FAEDD2' },
      error: { main: '#A1271C', light: '#FBE5E0' },
      info: { main: '#2B5580', light: '#E4ECF4' },
      seal: { main: '#5B4476', light: '#F3EEF6', contrastText: '#FFFFFF' },
      paperInk: { rail: '#F3F0E9', sunk: '#F0EDE5', hairline: '#E4DFD5', fieldLine: '#8B877B', ink3: '#646B65' },
      DataGrid: { bg: '#FAF8F4', headerBg: '#FAF8F4' },
    },
  },
  dark: {
    palette: {
      background: { default: '#171B1A', paper: '#1E2322' },
      divider: '#2F3635',
      text: { primary: '#E9E7E1', secondary: '#B3B9B3', disabled: '#969D97' },
      primary: { main: '#7CCABD', dark: '#98D8CD', light: '#1F3734', contrastText: '#0A2320' },
      success: { main: '#9BCF94', light: '#22331F' },
      warning: { main: '#E6BC6A', light: '#382C14' },
      error: { main: '#F2A397', light: '#3A1F1B', contrastText: '#0A2320' },
      info: { main: '#9CC3EA', light: '#1D2E40' },
      seal: { main: '#CDB5E3', light: '#241F2B', contrastText: '#171B1A' },
      paperInk: { rail: '#121514', sunk: '#232928', hairline: '#2F3635', fieldLine: '#78817D', ink3: '#969D97' },
      DataGrid: { bg: '#171B1A', headerBg: '#171B1A' },
    },
  },
};
