import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { DataGrid, type GridColDef, type GridRowSelectionModel } from '@mui/x-data-grid';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Skeleton } from '../states';
import { TableFilters, type Filter } from './table-filters';
import { TableViews } from './table-views';
import type { Table } from './use-table';

export interface Column<R> {
  field: string;
  header: string;
  width?: number;
  /** Takes what is left, in this share. */
  flex?: number;
  align?: 'left' | 'right';
  sortable?: boolean;
  render: (row: R) => ReactNode;
}

interface DataTableProps<R extends { id: string }> {
  /** The name of the list among saved views; null where a search could hold words of the sealed vault, which views would carry out of it. */
  list: string | null;
  label: string;
  table: Table;
  columns: readonly Column<R>[];
  rows: readonly R[] | undefined;
  total?: number;
  nextCursor?: string | null;
  pageSize?: number;
  error?: unknown;
  onRetry?: () => void;
  filters?: readonly Filter[];
  placeholder: string;
  onOpen: (row: R) => void;
  /** Buttons of the selection bar; without them rows have no boxes. */
  selection?: (ids: string[]) => ReactNode;
  /** Shown when the list is empty and no condition is set: what belongs here, the first step. */
  empty: ReactNode;
}

/** A list of records: saved views, search and conditions, a real table, the selection bar with paging. Rows come a page at a time. */
export function DataTable<R extends { id: string }>(props: DataTableProps<R>) {
  const { table, columns, rows, filters = [], error } = props;
  const { t } = useTranslation('ui');
  const start = useRef(table.view);
  const narrowed = table.view.search !== '' || Object.keys(table.view.filters).length > 0;
  if (rows?.length === 0 && !narrowed && table.pageIndex === 0) return props.empty;
  return (
    <Box sx={{ flex: '1 1 0 !important', minHeight: 240, display: 'flex', flexDirection: 'column' }}>
      {props.list !== null && <TableViews list={props.list} table={table} start={start.current} />}
      <TableFilters table={table} filters={filters} placeholder={props.placeholder} found={props.total} columns={columns} />
      {error && rows === undefined ? <ErrorState error={error} {...(props.onRetry ? { onRetry: props.onRetry } : {})} /> : null}
      {!rows && !error && <Skeleton rows={8} />}
      {rows?.length === 0 && (
        <EmptyState
          title={t('table.nothing')}
          actions={
            <Button
              variant="outlined"
              onClick={() => {
                table.apply({ ...table.view, search: '', filters: {} });
              }}
            >
              {t('table.reset')}
            </Button>
          }
        >
          {t('table.nothingText')}
        </EmptyState>
      )}
      {rows && rows.length > 0 && <Grid {...props} rows={rows} />}
      {rows && rows.length > 0 && <Foot {...props} rows={rows} />}
    </Box>
  );
}

function Grid<R extends { id: string }>({ table, columns, rows, label, onOpen, selection }: DataTableProps<R> & { rows: readonly R[] }) {
  const definitions = useMemo(
    (): GridColDef[] =>
      columns.map((column) => ({
        field: column.field,
        headerName: column.header,
        sortable: column.sortable ?? false,
        ...(column.flex ? { flex: column.flex, minWidth: column.width ?? 100 } : { width: column.width ?? 120 }),
        align: column.align ?? 'left',
        headerAlign: column.align ?? 'left',
        renderCell: ({ row }: { row: R }) => column.render(row),
      })),
    [columns],
  );
  const selected: GridRowSelectionModel = { type: 'include', ids: new Set(table.selected) };
  const { sort } = table.view;
  return (
    <Box sx={{ flex: 1, minHeight: 0 }}>
      <DataGrid
        rows={rows as R[]}
        columns={definitions}
        aria-label={label}
        rowHeight={table.compact ? 34 : 46}
        columnVisibilityModel={Object.fromEntries(table.view.hidden.map((field) => [field, false]))}
        checkboxSelection={selection !== undefined}
        disableRowSelectionOnClick
        disableColumnFilter
        disableColumnResize
        hideFooter
        sortingMode="server"
        sortingOrder={['asc', 'desc']}
        sortModel={sort ? [{ field: sort.field, sort: sort.direction }] : []}
        onSortModelChange={([first]) => {
          table.setSort(first?.sort ? { field: first.field, direction: first.sort } : null);
        }}
        rowSelectionModel={selected}
        onRowSelectionModelChange={(model) => {
          table.setSelected(model.type === 'include' ? [...model.ids].map(String) : rows.map((row) => row.id).filter((id) => !model.ids.has(id)));
        }}
        onRowClick={({ row }: { row: R }) => {
          onOpen(row);
        }}
        onCellKeyDown={({ row, field }, event) => {
          if (event.key === 'Enter' && field !== '__check__') {
            event.preventDefault();
            onOpen(row as R);
          }
        }}
      />
    </Box>
  );
}

function Foot<R extends { id: string }>({ table, rows, total, nextCursor, pageSize = 50, selection }: DataTableProps<R> & { rows: readonly R[] }) {
  const { t } = useTranslation('ui');
  const from = table.pageIndex * pageSize + 1;
  const to = from + rows.length - 1;
  return (
    <Box sx={{ minHeight: 48, display: 'flex', gap: 1, alignItems: 'center', flex: 'none', borderTop: 1, borderColor: 'divider' }}>
      {selection && table.selected.length > 0 && (
        <Box role="toolbar" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <Typography sx={{ fontWeight: 500, mr: 0.5 }}>{t('table.selected', { count: table.selected.length })}</Typography>
          {selection(table.selected)}
          <Button
            size="small"
            color="inherit"
            sx={{ color: 'text.secondary' }}
            onClick={() => {
              table.setSelected([]);
            }}
          >
            {t('table.clear')}
          </Button>
        </Box>
      )}
      <Box sx={{ ml: 'auto', display: 'flex', gap: 0.5, alignItems: 'center' }}>
        <Typography variant="body2" sx={{ color: 'text.secondary', mr: 1 }}>
          {t(total === undefined ? 'table.rangeOnly' : 'table.range', { from, to, total })}
        </Typography>
        <IconButton aria-label={t('table.previous')} disabled={table.pageIndex === 0} onClick={table.previous}>
          <ChevronLeft size={17} aria-hidden />
        </IconButton>
        <IconButton
          aria-label={t('table.next')}
          disabled={!nextCursor}
          onClick={() => {
            if (nextCursor) table.next(nextCursor);
          }}
        >
          <ChevronRight size={17} aria-hidden />
        </IconButton>
      </Box>
    </Box>
  );
}
