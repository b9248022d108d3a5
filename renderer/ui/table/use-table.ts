import { useCallback, useDeferredValue, useMemo, useState } from 'react';

export interface Sort {
  field: string;
  direction: 'asc' | 'desc';
}

/** What a saved view keeps: everything that decides which rows are seen and how. */
export interface TableView {
  search: string;
  filters: Record<string, string[]>;
  sort: Sort | null;
  hidden: string[];
}

export interface Table {
  view: TableView;
  /** The view's search, a beat behind the typing. */
  search: string;
  cursor: string | null;
  pageIndex: number;
  compact: boolean;
  selected: string[];
  setSearch: (search: string) => void;
  setFilter: (key: string, values: string[]) => void;
  setSort: (sort: Sort | null) => void;
  setHidden: (hidden: string[]) => void;
  apply: (view: TableView) => void;
  next: (cursor: string) => void;
  previous: () => void;
  toggleDensity: () => void;
  setSelected: (ids: string[]) => void;
}

/** The state of one list. Pages are chained by the keyset cursors that the program hands out, so a page never shifts under the reader. */
export function useTable(initial: Partial<TableView> = {}): Table {
  const [view, setView] = useState<TableView>({ search: '', filters: {}, sort: null, hidden: [], ...initial });
  const [cursors, setCursors] = useState<string[]>([]);
  const [compact, setCompact] = useState(true);
  const [selected, setSelected] = useState<string[]>([]);
  const search = useDeferredValue(view.search);
  const change = useCallback((patch: Partial<TableView>) => {
    setCursors([]);
    setSelected([]);
    setView((before) => ({ ...before, ...patch }));
  }, []);
  return useMemo(
    () => ({
      view,
      search,
      cursor: cursors.at(-1) ?? null,
      pageIndex: cursors.length,
      compact,
      selected,
      setSearch: (text) => {
        change({ search: text });
      },
      setFilter: (key, values) => {
        const { [key]: _, ...others } = view.filters;
        change({ filters: values.length > 0 ? { ...others, [key]: values } : others });
      },
      setSort: (sort) => {
        change({ sort });
      },
      setHidden: (hidden) => {
        setView((before) => ({ ...before, hidden }));
      },
      apply: change,
      next: (cursor) => {
        setCursors((before) => [...before, cursor]);
      },
      previous: () => {
        setCursors((before) => before.slice(0, -1));
      },
      toggleDensity: () => {
        setCompact((before) => !before);
      },
      setSelected,
    }),
    [view, search, cursors, compact, selected, change],
  );
}
