import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTexts } from '../../lib/i18n';
import { makeQueryClient } from '../../lib/query';
import { ToastProvider } from '../toast';
import { DataTable } from './data-table';
import { useTable, type Table } from './use-table';

vi.mock('../../lib/client', () => ({ call: () => Promise.resolve([]), api: {} }));

interface Row {
  id: string;
  name: string;
}
const people: Row[] = [
  { id: 'a', name: 'Айгерим С.' },
  { id: 'b', name: 'Дамир О.' },
  { id: 'c', name: 'Мадияр К.' },
];

function List({ rows: all, onOpen, see }: { rows: Row[]; onOpen: (row: Row) => void; see: (table: Table) => void }) {
  const table = useTable();
  see(table);
  const rows = all.filter((person) => person.name.includes(table.view.search));
  return (
    <div style={{ width: 900, height: 500 }}>
      <DataTable
        list="people"
        label="Люди"
        table={table}
        rows={rows}
        total={rows.length}
        nextCursor={rows.length > 0 ? 'k2' : null}
        columns={[{ field: 'name', header: 'Имя', sortable: true, width: 300, render: (row) => row.name }]}
        placeholder="Имя"
        onOpen={onOpen}
        empty={<p>Здесь будут люди</p>}
        selection={(ids) => <button type="button">Позвать {ids.length}</button>}
      />
    </div>
  );
}

function open(rows = people) {
  const onOpen = vi.fn();
  let table: Table | undefined;
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ToastProvider>
        <List
          rows={rows}
          onOpen={onOpen}
          see={(now) => {
            table = now;
          }}
        />
      </ToastProvider>
    </QueryClientProvider>,
  );
  return { onOpen, table: () => table as Table };
}

const row = (name: string) => screen.getByText(name).closest<HTMLElement>('[role="row"]') as HTMLElement;

beforeAll(() => {
  startTexts('ru');
});
afterEach(cleanup);

describe('a list', () => {
  it('opens the record under the cursor by Enter, and only that one', () => {
    const { onOpen } = open();
    const cell = within(row('Дамир О.')).getByText('Дамир О.').closest<HTMLElement>('[role="gridcell"]') as HTMLElement;
    fireEvent.keyDown(cell, { key: 'Enter' });
    expect(onOpen.mock.calls.map(([opened]) => (opened as Row).id)).toEqual(['b']);
  });

  it('moves the keyboard cursor by arrows', async () => {
    open();
    const cell = within(row('Айгерим С.')).getByText('Айгерим С.').closest<HTMLElement>('[role="gridcell"]') as HTMLElement;
    cell.focus();
    fireEvent.mouseUp(cell);
    fireEvent.click(cell);
    fireEvent.keyDown(cell, { key: 'ArrowDown' });
    await waitFor(() => {
      expect(document.activeElement?.closest('[role="row"]')?.getAttribute('data-id')).toBe('b');
    });
  });

  it('a chosen row brings the selection bar; the choice is dropped when the rows are asked for anew', () => {
    const { table } = open();
    fireEvent.click(within(row('Мадияр К.')).getByRole('checkbox'));
    expect(screen.getByRole('toolbar').textContent).toContain('Позвать 1');
    fireEvent.change(screen.getByRole('searchbox', { name: 'Поиск' }), { target: { value: 'Мад' } });
    expect(table().selected).toEqual([]);
    expect(screen.queryByRole('toolbar')).toBeNull();
  });

  it('pages by the cursor that it was given and begins again when the search changes', () => {
    const { table } = open();
    fireEvent.click(screen.getByRole('button', { name: 'Следующая страница' }));
    expect(table().cursor).toBe('k2');
    fireEvent.change(screen.getByRole('searchbox', { name: 'Поиск' }), { target: { value: 'Айг' } });
    expect(table().cursor).toBeNull();
  });

  it('an empty list says what belongs there', () => {
    open([]);
    expect(screen.getByText('Здесь будут люди')).toBeTruthy();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('a search that finds nothing offers to drop the conditions, and the rows come back', () => {
    open();
    fireEvent.change(screen.getByRole('searchbox', { name: 'Поиск' }), { target: { value: 'нет такого' } });
    expect(screen.getByText('Ничего не нашлось')).toBeTruthy();
    expect(screen.queryByText('Здесь будут люди')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Убрать все условия' }));
    expect(screen.getByText('Айгерим С.')).toBeTruthy();
  });
});
