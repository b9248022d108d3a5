import Button from '@mui/material/Button';
import { UserPlus } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ROLES } from '../../../shared/kernel/roles';
import { AdministrationTabs } from '../../app/administration/administration-tabs';
import { useCan } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { DataTable, EmptyState, Page, PageHeader, StatusChip, useTable, type Column, type Filter, type Table } from '../../ui';
import { keyStateOf, rolesOf, useScopeWords, useUntil, type Person } from './person-words';
import { userPaths } from './user-paths';

function columnsOf(t: TFunction, scope: (person: Person) => string, until: (instant: string) => string): Column<Person>[] {
  return [
    { field: 'name', header: t('column.name'), width: 180, flex: 1.2, sortable: true, render: (person) => person.name },
    { field: 'post', header: t('column.post'), width: 140, flex: 1, render: (person) => person.post },
    { field: 'roles', header: t('column.roles'), width: 170, flex: 1.2, render: (person) => rolesOf(t, person) },
    { field: 'scope', header: t('column.scope'), width: 140, flex: 1, render: scope },
    { field: 'keys', header: t('column.keys'), width: 190, render: (person) => <StatusChip plain {...keyStateOf(t, person)} /> },
    {
      field: 'until',
      header: t('column.until'),
      width: 150,
      render: (person) => (person.active && person.keys === 'invited' && person.codeUntil ? until(person.codeUntil) : ''),
    },
  ];
}

function useFilters(t: TFunction): Filter[] {
  return [
    { key: 'role', label: t('column.roles'), options: ROLES.map((role) => ({ value: role, label: t(`role.${role}.name`) })) },
    {
      key: 'standing',
      label: t('filter.standing'),
      options: [
        { value: 'works', label: t('filter.works') },
        { value: 'left', label: t('filter.left') },
      ],
    },
  ];
}

/** A house has dozens of colleagues, not thousands: the whole list is here, and is narrowed here. */
function shown(people: readonly Person[], table: Table): Person[] {
  const words = table.search
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const { role = [], standing = [] } = table.view.filters;
  const found = people
    .filter((person) => words.every((word) => `${person.name} ${person.post}`.toLocaleLowerCase().includes(word)))
    .filter((person) => role.length === 0 || person.roles.some((one) => role.includes(one)))
    .filter((person) => (standing.length === 0 ? true : standing.includes(person.active ? 'works' : 'left')));
  const turn = table.view.sort?.direction === 'desc' ? -1 : 1;
  return found.sort((a, b) => Number(b.active) - Number(a.active) || turn * a.name.localeCompare(b.name));
}

export function PeoplePage() {
  const { t } = useTranslation('users');
  const navigate = useNavigate();
  const mayWrite = useCan('user.write');
  const people = useAsk('users.list', {});
  const table = useTable({ sort: { field: 'name', direction: 'asc' } });
  const scope = useScopeWords(t);
  const until = useUntil();
  const filters = useFilters(t);
  const rows = people.data && shown(people.data, table);
  return (
    <Page>
      <AdministrationTabs value="users" />
      <PageHeader
        title={t('area.users')}
        actions={
          mayWrite && (
            <Button variant="contained" component={Link} to={userPaths.invite()} startIcon={<UserPlus size={17} strokeWidth={1.75} aria-hidden />}>
              {t('invite.action')}
            </Button>
          )
        }
      />
      <DataTable
        list="users"
        label={t('area.users')}
        table={table}
        columns={columnsOf(t, scope, until)}
        rows={rows}
        {...(rows ? { total: rows.length } : {})}
        pageSize={500}
        error={people.error}
        onRetry={() => {
          void people.refetch();
        }}
        filters={filters}
        placeholder={t('search')}
        onOpen={(person) => {
          void navigate(userPaths.person(person.id));
        }}
        empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      />
    </Page>
  );
}
