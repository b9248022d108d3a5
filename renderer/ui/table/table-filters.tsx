import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Chip from '@mui/material/Chip';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import OutlinedInput from '@mui/material/OutlinedInput';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { Columns3, Plus, Rows2, Rows3, Search, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Option } from '../form/choice-fields';
import type { Table } from './use-table';

export interface Filter {
  key: string;
  label: string;
  options: readonly Option[];
}

const pill = { height: 30, borderRadius: '15px', fontSize: 13.5, fontWeight: 400 } as const;

/** Search as one types, the conditions as chips, what was found, and how the rows look. */
export function TableFilters({
  table,
  filters,
  placeholder,
  found,
  columns,
}: {
  table: Table;
  filters: readonly Filter[];
  placeholder: string;
  found: number | undefined;
  columns: readonly { field: string; header: string }[];
}) {
  const { t } = useTranslation('ui');
  return (
    <Box role="search" sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 1, flexWrap: 'wrap' }}>
      <OutlinedInput
        value={table.view.search}
        onChange={(event) => {
          table.setSearch(event.target.value);
        }}
        placeholder={placeholder}
        startAdornment={
          <InputAdornment position="start" sx={{ mr: 0 }}>
            <Search size={16} strokeWidth={1.75} aria-hidden />
          </InputAdornment>
        }
        inputProps={{ 'aria-label': t('table.search'), type: 'search' }}
        sx={{ width: 268, height: 32, pl: 1.25, '& input::-webkit-search-cancel-button': { display: 'none' } }}
      />
      {filters
        .filter((filter) => table.view.filters[filter.key])
        .map((filter) => (
          <ActiveFilter
            key={filter.key}
            filter={filter}
            values={table.view.filters[filter.key] ?? []}
            onRemove={() => {
              table.setFilter(filter.key, []);
            }}
          />
        ))}
      {filters.length > 0 && <AddFilter table={table} filters={filters} />}
      <Box sx={{ ml: 'auto', display: 'flex', gap: 0.75, alignItems: 'center' }}>
        {found !== undefined && (
          <Typography variant="body2" role="status" sx={{ color: 'text.secondary', mr: 1 }}>
            {t('table.found', { count: found })}
          </Typography>
        )}
        <Tooltip title={t(table.compact ? 'table.comfortable' : 'table.compact')}>
          <IconButton aria-label={t('table.density')} aria-pressed={!table.compact} onClick={table.toggleDensity}>
            {table.compact ? <Rows3 size={17} strokeWidth={1.75} aria-hidden /> : <Rows2 size={17} strokeWidth={1.75} aria-hidden />}
          </IconButton>
        </Tooltip>
        <ColumnChoice table={table} columns={columns} />
      </Box>
    </Box>
  );
}

function ActiveFilter({ filter, values, onRemove }: { filter: Filter; values: string[]; onRemove: () => void }) {
  const { t } = useTranslation('ui');
  const names = values.map((value) => filter.options.find((option) => option.value === value)?.label ?? value).join(', ');
  return (
    <Chip
      label={`${filter.label}: ${names}`}
      onDelete={onRemove}
      deleteIcon={<X size={14} role="img" aria-label={t('table.removeFilter', { name: filter.label })} />}
      sx={{
        ...pill,
        border: 1,
        borderColor: 'color-mix(in srgb, var(--mui-palette-primary-main) 35%, transparent)',
        backgroundColor: 'primary.light',
        '& .MuiChip-deleteIcon': { color: 'paperInk.ink3', mr: 1 },
      }}
    />
  );
}

function useMenu() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return {
    anchor,
    open: (event: { currentTarget: HTMLElement }) => {
      setAnchor(event.currentTarget);
    },
    close: () => {
      setAnchor(null);
    },
  };
}

function AddFilter({ table, filters }: { table: Table; filters: readonly Filter[] }) {
  const { t } = useTranslation('ui');
  const menu = useMenu();
  return (
    <>
      <Chip
        variant="outlined"
        clickable
        icon={<Plus size={14} aria-hidden />}
        label={t('table.addFilter')}
        onClick={menu.open}
        aria-haspopup="menu"
        sx={{ ...pill, borderStyle: 'dashed', color: 'text.secondary' }}
      />
      <Menu anchorEl={menu.anchor} open={menu.anchor !== null} onClose={menu.close} slotProps={{ paper: { sx: { maxHeight: 420 } } }}>
        {filters.flatMap((filter): ReactNode[] => [
          <ListSubheader key={filter.key} sx={{ lineHeight: '28px', fontSize: 12, backgroundColor: 'inherit' }}>
            {filter.label}
          </ListSubheader>,
          ...filter.options.map((option) => {
            const values = table.view.filters[filter.key] ?? [];
            const on = values.includes(option.value);
            return (
              <MenuItem
                key={`${filter.key}.${option.value}`}
                role="menuitemcheckbox"
                aria-checked={on}
                onClick={() => {
                  table.setFilter(filter.key, on ? values.filter((value) => value !== option.value) : [...values, option.value]);
                }}
              >
                <Checkbox checked={on} tabIndex={-1} disableRipple slotProps={{ input: { 'aria-hidden': true } }} />
                {option.label}
              </MenuItem>
            );
          }),
        ])}
      </Menu>
    </>
  );
}

function ColumnChoice({ table, columns }: { table: Table; columns: readonly { field: string; header: string }[] }) {
  const { t } = useTranslation('ui');
  const menu = useMenu();
  return (
    <>
      <Tooltip title={t('table.columns')}>
        <IconButton aria-label={t('table.columns')} aria-haspopup="menu" onClick={menu.open}>
          <Columns3 size={17} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={menu.anchor} open={menu.anchor !== null} onClose={menu.close}>
        {columns.slice(1).map((column) => {
          const shown = !table.view.hidden.includes(column.field);
          return (
            <MenuItem
              key={column.field}
              role="menuitemcheckbox"
              aria-checked={shown}
              onClick={() => {
                table.setHidden(shown ? [...table.view.hidden, column.field] : table.view.hidden.filter((field) => field !== column.field));
              }}
            >
              <Checkbox checked={shown} tabIndex={-1} disableRipple slotProps={{ input: { 'aria-hidden': true } }} />
              {column.header}
            </MenuItem>
          );
        })}
      </Menu>
    </>
  );
}
