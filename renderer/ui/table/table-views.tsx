import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MuiTextField from '@mui/material/TextField';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowId } from '../../../shared/kernel/ids';
import { newId } from '../../lib/new-id';
import { useAct, useAsk } from '../../lib/query';
import { ConfirmDialog } from '../confirm-dialog';
import { Tabs } from '../tabs';
import { useToast } from '../toast';
import type { Table, TableView } from './use-table';

const EMPTY: TableView = { search: '', filters: {}, sort: null, hidden: [] };

function parse(state: string): TableView {
  try {
    return { ...EMPTY, ...(JSON.parse(state) as Partial<TableView>) };
  } catch {
    return EMPTY;
  }
}

/** A person's own arrangements of a list, as tabs. */
export function TableViews({ list, table, start }: { list: string; table: Table; start: TableView }) {
  const { t } = useTranslation('ui');
  const toast = useToast();
  const [current, setCurrent] = useState('all');
  const [naming, setNaming] = useState<string | null>(null);
  const views = useAsk('settings.views', { list }).data ?? [];
  const save = useAct('settings.saveView');
  const remove = useAct('settings.removeView');
  const chosen = views.find((view) => view.id === current);
  const choose = (id: string) => {
    setCurrent(id);
    const view = views.find((item) => item.id === id);
    table.apply(view ? parse(view.state) : start);
  };
  const keep = async () => {
    const id = newId(RowId);
    await save.mutateAsync({ id, list, name: (naming ?? '').trim(), state: JSON.stringify(table.view) });
    setNaming(null);
    setCurrent(id);
    toast.show(t('table.viewSaved'));
  };
  const drop = (view: { id: RowId; name: string; state: string }) => {
    remove.mutate(
      { id: view.id },
      {
        onSuccess: () => {
          choose('all');
          toast.show(t('table.viewRemoved'), () => {
            save.mutate({ id: view.id, list, name: view.name, state: view.state });
          });
        },
        onError: toast.fail,
      },
    );
  };
  return (
    <>
      <Tabs
        label={t('table.views')}
        items={[{ value: 'all', label: t('table.all') }, ...views.map((view) => ({ value: view.id, label: view.name }))]}
        value={current}
        onChange={choose}
        end={
          <Box sx={{ display: 'flex', alignItems: 'center' }}>
            {chosen && (
              <IconButton
                size="small"
                aria-label={t('table.removeView', { name: chosen.name })}
                onClick={() => {
                  drop(chosen);
                }}
              >
                <Trash2 size={15} strokeWidth={1.75} aria-hidden />
              </IconButton>
            )}
            <Button
              size="small"
              color="inherit"
              sx={{ color: 'text.secondary' }}
              startIcon={<Plus size={14} aria-hidden />}
              onClick={() => {
                setNaming('');
              }}
            >
              {t('table.saveView')}
            </Button>
          </Box>
        }
      />
      <ConfirmDialog
        open={naming !== null}
        question={t('table.saveView')}
        consequence={null}
        dangerous={false}
        confirm={t('form.save')}
        cancel={t('form.cancel')}
        onConfirm={keep}
        onCancel={() => {
          setNaming(null);
        }}
      >
        <MuiTextField
          fullWidth
          label={t('table.viewName')}
          value={naming ?? ''}
          onChange={(event) => {
            setNaming(event.target.value.slice(0, 80));
          }}
          sx={{ mt: 1 }}
        />
      </ConfirmDialog>
    </>
  );
}
