import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { PsychologyTabs } from '../../app/psychology/psychology-tabs';
import { useCan } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { Answer, EmptyState, Page, PageHeader } from '../../ui';
import { assessmentPaths } from './assessment-paths';
import { ListFilters, type Narrowed } from './components/list-filters';
import { MeasurementsTable } from './components/measurements-table';
import { ExportDialog } from './components/out-dialogs';

const PAGE = 50;

function MoreMenu({ onExport }: { onExport: () => void }) {
  const { t } = useTranslation('assessments');
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => {
    setAnchor(null);
  };
  const go = (to: string) => () => {
    void navigate(to);
  };
  return (
    <>
      <Button
        variant="outlined"
        aria-haspopup="menu"
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
      >
        {t('list.more')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <MenuItem onClick={go(assessmentPaths.newExternal())}>{t('list.external')}</MenuItem>
        <MenuItem onClick={go(assessmentPaths.newProjective())}>{t('list.projective')}</MenuItem>
        <MenuItem onClick={go(assessmentPaths.batch())}>{t('list.batch')}</MenuItem>
        <MenuItem
          onClick={() => {
            close();
            onExport();
          }}
        >
          {t('list.export')}
        </MenuItem>
      </Menu>
    </>
  );
}

/** Newer and older pages, by the number that the last row carried. */
function Pages({ cursors, next, onChange }: { cursors: number[]; next: number | null; onChange: (cursors: number[]) => void }) {
  const { t } = useTranslation('assessments');
  if (cursors.length === 0 && next === null) return null;
  return (
    <Box sx={{ display: 'flex', gap: 1, mt: 1.5 }}>
      <Button
        variant="outlined"
        disabled={cursors.length === 0}
        onClick={() => {
          onChange(cursors.slice(0, -1));
        }}
      >
        {t('list.newer')}
      </Button>
      <Button
        variant="outlined"
        disabled={next === null}
        onClick={() => {
          if (next !== null) onChange([...cursors, next]);
        }}
      >
        {t('list.olderRows')}
      </Button>
    </Box>
  );
}

/** Every measurement of the room, newest first. */
export function AssessmentsPage() {
  const { t } = useTranslation('assessments');
  const may = useCan('assessment.write');
  const [narrowed, setNarrowed] = useState<Narrowed>({ subject: null, instrumentId: '', openAlerts: false });
  const [cursors, setCursors] = useState<number[]>([]);
  const [exporting, setExporting] = useState(false);
  const { subject, instrumentId, openAlerts } = narrowed;
  const before = cursors.at(-1);
  const scope = { ...(subject ? { subject } : {}), ...(instrumentId === '' ? {} : { instrumentId }) };
  const list = useAsk('assessments.list', { ...scope, openAlerts, limit: PAGE, ...(before === undefined ? {} : { before }) }, { keep: true });
  const isNarrowed = subject !== null || instrumentId !== '' || openAlerts;
  return (
    <Page>
      <PageHeader
        title={t('tab')}
        actions={
          <>
            <Button component={Link} to={assessmentPaths.library()} variant="outlined">
              {t('list.library')}
            </Button>
            {may && (
              <>
                <MoreMenu
                  onExport={() => {
                    setExporting(true);
                  }}
                />
                <Button
                  component={Link}
                  to={assessmentPaths.start()}
                  variant="contained"
                  startIcon={<Plus size={16} strokeWidth={1.75} aria-hidden />}
                >
                  {t('list.start')}
                </Button>
              </>
            )}
          </>
        }
      />
      <PsychologyTabs value="assessments" crumbs={[{ label: t('tab') }]} />
      <ListFilters
        value={narrowed}
        onChange={(value) => {
          setNarrowed(value);
          setCursors([]);
        }}
      />
      <Answer of={list} rows={8}>
        {({ rows, next }) =>
          rows.length === 0 && !isNarrowed ? (
            <EmptyState title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyState>
          ) : rows.length === 0 ? (
            <Typography sx={{ color: 'text.secondary', py: 2 }}>{t('list.nothing')}</Typography>
          ) : (
            <>
              <MeasurementsTable rows={rows} />
              <Pages cursors={cursors} next={next} onChange={setCursors} />
            </>
          )
        }
      </Answer>
      {exporting && (
        <ExportDialog
          scope={scope}
          onClose={() => {
            setExporting(false);
          }}
        />
      )}
    </Page>
  );
}
