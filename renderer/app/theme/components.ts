import { ChevronDown } from 'lucide-react';
import { arrowIcon, checkedIcon, indeterminateIcon, uncheckedIcon } from './check-icons';
import { alpha, type Components, type CssVarsTheme, type Theme } from '@mui/material/styles';

type Overrides = Components<Omit<Theme, 'components' | 'palette'> & CssVarsTheme>;
type Themed = Theme & CssVarsTheme;

/** Colours as CSS variables, so that light and dark share one sheet. */
export const ink = (theme: Themed | Theme): NonNullable<Theme['vars']>['palette'] =>
  (theme.vars ?? theme).palette as NonNullable<Theme['vars']>['palette'];

const FIELD_HEIGHT = 36;
const focusRing = (theme: Theme) => ({ outline: `2px solid ${ink(theme).primary.main}`, outlineOffset: 2 });

const controls: Overrides = {
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: { root: ({ theme }) => ({ fontFamily: 'inherit', '&.Mui-focusVisible': focusRing(theme) }) },
  },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: ({ theme }) => ({
        height: FIELD_HEIGHT,
        padding: '0 14px',
        whiteSpace: 'nowrap',
        flex: 'none',
        '& svg': { flex: 'none' },
        '&.MuiButton-contained.Mui-disabled': {
          backgroundColor: ink(theme).paperInk.sunk,
          color: ink(theme).paperInk.ink3,
          boxShadow: `inset 0 0 0 1px ${ink(theme).divider}`,
        },
        '&.MuiButton-outlined.Mui-disabled, &.MuiButton-text.Mui-disabled': { color: ink(theme).paperInk.ink3 },
        '& .MuiButton-startIcon': { marginLeft: -2, marginRight: 7 },
      }),
      sizeSmall: { height: 30, padding: '0 11px', fontSize: 13.5 },
      text: { padding: '0 8px' },
      outlined: ({ theme, ownerState }) =>
        ownerState.color === 'error'
          ? { backgroundColor: ink(theme).background.paper, borderColor: `color-mix(in srgb, ${ink(theme).error.main} 55%, transparent)` }
          : {
              color: ink(theme).text.primary,
              backgroundColor: ink(theme).background.paper,
              borderColor: `color-mix(in srgb, ${ink(theme).paperInk.fieldLine} 62%, transparent)`,
            },
    },
  },
  MuiIconButton: {
    styleOverrides: {
      root: ({ theme }) => ({ borderRadius: 6, width: 32, height: 32, padding: 0, color: ink(theme).text.secondary }),
      sizeSmall: { width: 26, height: 26 },
    },
  },
  MuiCheckbox: {
    defaultProps: { size: 'small', icon: uncheckedIcon, checkedIcon, indeterminateIcon },
    styleOverrides: { root: ({ theme }) => ({ padding: 4, '&.Mui-focusVisible': { ...focusRing(theme), borderRadius: 6 } }) },
  },
  MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 4 } } },
  MuiLink: { styleOverrides: { root: { textUnderlineOffset: 3, textDecorationThickness: 1 } } },
};

const fields: Overrides = {
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: ({ theme }) => ({
        height: FIELD_HEIGHT,
        backgroundColor: ink(theme).background.paper,
        '&.MuiInputBase-multiline': { height: 'auto', padding: '7px 11px', '& textarea.MuiInputBase-input': { padding: 0, height: 'auto' } },
        '&.MuiAutocomplete-inputRoot': {
          height: 'auto',
          minHeight: FIELD_HEIGHT,
          paddingTop: '2px !important',
          paddingBottom: '2px !important',
          paddingLeft: 8,
        },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderWidth: 2 },
        '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderWidth: 2 },
        '&.Mui-disabled': { backgroundColor: ink(theme).paperInk.sunk },
      }),
      input: {
        padding: '0 11px',
        height: FIELD_HEIGHT,
        boxSizing: 'border-box',
        '&::placeholder': { color: 'var(--mui-palette-paperInk-ink3)', opacity: 1 },
      },
      notchedOutline: ({ theme }) => ({ top: 0, borderColor: ink(theme).paperInk.fieldLine, '& legend': { display: 'none' } }),
    },
  },
  MuiInputLabel: {
    defaultProps: { shrink: true },
    styleOverrides: {
      root: ({ theme }) => ({
        position: 'static',
        transform: 'none',
        maxWidth: 'none',
        whiteSpace: 'normal',
        overflow: 'visible',
        fontSize: 13.5,
        lineHeight: '18px',
        fontWeight: 500,
        marginBottom: 5,
        color: ink(theme).text.primary,
        pointerEvents: 'auto',
        '&.Mui-focused, &.Mui-error, &.Mui-disabled': { color: ink(theme).text.primary },
        '& .MuiFormLabel-asterisk': { display: 'none' },
      }),
    },
  },
  MuiFormHelperText: {
    styleOverrides: {
      root: ({ theme }) => ({
        margin: '5px 0 0',
        fontSize: 13,
        lineHeight: '18px',
        color: ink(theme).paperInk.ink3,
        '&.Mui-error': { color: ink(theme).error.main },
      }),
    },
  },
  MuiFormControlLabel: { styleOverrides: { root: { marginLeft: -4, marginRight: 16, gap: 4 } } },
  MuiSelect: {
    defaultProps: { IconComponent: ChevronDown },
    styleOverrides: {
      select: { lineHeight: `${String(FIELD_HEIGHT)}px`, minHeight: '0 !important', '&.MuiSelect-select': { paddingRight: 34 } },
      icon: { width: 16, height: 16, top: 'calc(50% - 8px)', right: 10 },
    },
  },
  MuiAutocomplete: {
    defaultProps: { popupIcon: arrowIcon },
    styleOverrides: { tag: { margin: 2 }, input: { height: '30px !important', padding: '0 4px !important' } },
  },
  MuiPickersOutlinedInput: {
    styleOverrides: {
      root: ({ theme }) => ({ height: FIELD_HEIGHT, padding: '0 4px 0 11px', backgroundColor: ink(theme).background.paper }),
      sectionsContainer: { padding: 0, lineHeight: '34px' },
      notchedOutline: ({ theme }) => ({ top: 0, borderColor: ink(theme).paperInk.fieldLine, '& legend': { display: 'none' } }),
    },
  },
};

const surfaces: Overrides = {
  // The first line of a row is no heading: MUI would print it as h6 and break the order of headings.
  MuiTypography: { defaultProps: { variantMapping: { subtitle1: 'div', subtitle2: 'div', voice: 'div' } } },
  MuiBackdrop: { styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'rgb(30 37 34 / 32%)' } } } },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiMenu: { defaultProps: { slotProps: { paper: { elevation: 8 } } } },
  MuiMenuItem: { styleOverrides: { root: { minHeight: 34, fontSize: 14.5, gap: 10 } } },
  MuiDialog: { styleOverrides: { paper: { borderRadius: 12, padding: '24px 26px 20px', boxShadow: '0 1px 2px #1e25220f, 0 10px 28px #1e25221f' } } },
  MuiDialogTitle: { styleOverrides: { root: { padding: 0, fontSize: 18, lineHeight: '26px', fontWeight: 600 } } },
  MuiDialogContent: { styleOverrides: { root: { padding: '8px 0 0' } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '20px 0 0', gap: 8, '& > :not(style) ~ :not(style)': { marginLeft: 0 } } } },
  MuiChip: {
    styleOverrides: {
      root: { height: 22, borderRadius: 4, fontSize: 13, fontWeight: 500 },
      icon: { fontSize: 14, color: 'inherit', marginLeft: 6, marginRight: -3 },
      label: { paddingLeft: 8, paddingRight: 8 },
    },
  },
  MuiAlert: {
    styleOverrides: {
      root: { borderRadius: 8, padding: '13px 16px', fontSize: 15, lineHeight: '22px' },
      icon: { padding: '1px 0 0', marginRight: 14 },
      message: { padding: 0 },
      action: { padding: 0, margin: 0, marginLeft: 'auto' },
    },
  },
  MuiTabs: {
    styleOverrides: { root: ({ theme }) => ({ minHeight: 40, borderBottom: `1px solid ${ink(theme).divider}` }), indicator: { height: 2 } },
  },
  MuiTab: {
    styleOverrides: {
      root: ({ theme }) => ({
        minHeight: 40,
        minWidth: 0,
        padding: '9px 0',
        marginRight: 22,
        fontSize: 14.5,
        fontWeight: 400,
        color: ink(theme).text.secondary,
        '&.Mui-selected': { fontWeight: 500, color: ink(theme).text.primary },
        '&.Mui-focusVisible': { outlineOffset: -2, borderRadius: 4 },
      }),
    },
  },
  MuiListItemButton: {
    styleOverrides: {
      root: ({ theme }) => ({
        minHeight: 34,
        borderRadius: 6,
        '&.Mui-selected, &.Mui-selected:hover': {
          backgroundColor: ink(theme).primary.light,
          '& .MuiListItemIcon-root': { color: ink(theme).primary.main },
          '& .MuiListItemText-primary': { fontWeight: 500 },
        },
      }),
    },
  },
  // The first column stands at the page's edge, like every other text; rows are parted by a hairline.
  MuiTableCell: {
    styleOverrides: {
      root: ({ theme }) => ({
        padding: '7px 16px 7px 0',
        fontSize: 14,
        lineHeight: '20px',
        borderBottom: `1px solid ${ink(theme).divider}`,
        '&:last-of-type': { paddingRight: 0 },
      }),
      head: ({ theme }) => ({ fontSize: 13, fontWeight: 500, color: ink(theme).text.secondary, borderBottomColor: ink(theme).paperInk.fieldLine }),
    },
  },
  MuiTooltip: { defaultProps: { enterDelay: 500 }, styleOverrides: { tooltip: { fontSize: 13, lineHeight: '18px' } } },
  MuiSkeleton: { defaultProps: { animation: false } },
  MuiLinearProgress: {
    styleOverrides: { root: ({ theme }) => ({ height: 5, borderRadius: 3, backgroundColor: ink(theme).paperInk.sunk }), bar: { borderRadius: 3 } },
  },
};

const grid = (nonce: string): Overrides => ({
  MuiDataGrid: {
    defaultProps: { rowHeight: 34, columnHeaderHeight: 34, disableColumnMenu: true, ...(nonce ? { nonce } : {}) },
    styleOverrides: {
      root: ({ theme }) => ({
        border: 0,
        borderRadius: 0,
        fontSize: 14,
        '--DataGrid-t-color-border-base': ink(theme).divider,
        '--DataGrid-rowBorderColor': ink(theme).divider,
        '--rowBorderColor': ink(theme).divider,
        '& .MuiDataGrid-sortIcon': { width: 16, height: 16 },
        '& .MuiDataGrid-cell--textRight': { fontVariantNumeric: 'tabular-nums' },
        '& .MuiDataGrid-columnHeaders > [role=row]': { borderBottom: `1px solid ${alpha('#8B877B', 0.5)}` },
      }),
      cell: ({ theme }) => ({
        borderTop: `1px solid ${ink(theme).divider}`,
        display: 'flex',
        alignItems: 'center',
        '&:focus, &:focus-within': { outlineOffset: -2 },
      }),
      columnHeader: { '&:focus, &:focus-within': { outlineOffset: -2 } },
      columnHeaderTitle: { fontSize: 13, fontWeight: 500 },
      columnSeparator: { display: 'none' },
      row: ({ theme }) => ({
        cursor: 'pointer',
        '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: `color-mix(in srgb, ${ink(theme).primary.light} 60%, transparent)` },
      }),
    },
  },
});

export const components = (nonce: string): Overrides => ({ ...controls, ...fields, ...surfaces, ...grid(nonce) });
