import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ListItemButton from '@mui/material/ListItemButton';
import Typography from '@mui/material/Typography';
import { FilePen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Output } from '../../../shared/contract/api';
import { useFormat } from '../../lib/format';
import { useCan } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { Answer, ErrorState, Page, PageHeader, Section, Skeleton, StatusChip } from '../../ui';
import { Paper } from './components/paper';
import { RoomTabs } from './components/room-tabs';
import { TemplateEditor } from './components/template-editor';

export type TemplateRow = Output<'documents.templates'>[number];
type Chosen = { id: string; version: string };

function Versions({
  row,
  chosen,
  onChoose,
  onEdit,
}: {
  row: TemplateRow;
  chosen: Chosen;
  onChoose: (version: string) => void;
  onEdit: (() => void) | null;
}) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  return (
    <Section
      title={t(`templates.of.${row.jurisdiction}`)}
      aside={
        onEdit && (
          <Button size="small" startIcon={<FilePen size={15} strokeWidth={1.75} aria-hidden />} onClick={onEdit}>
            {t('templates.edit')}
          </Button>
        )
      }
    >
      {row.versions.map((version) => (
        <ListItemButton
          key={version.version}
          selected={chosen.id === row.id && chosen.version === version.version}
          onClick={() => {
            onChoose(version.version);
          }}
          sx={{ display: 'block', height: 'auto', py: 0.75, px: 1 }}
        >
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <Typography sx={{ fontWeight: 500, flex: 1 }}>{t('templates.version', { version: version.version })}</Typography>
            {version.version === row.inForce && <StatusChip tone="ok" word={t('templates.inForce')} />}
          </Box>
          <Typography variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'normal' }}>
            {version.origin === 'built-in' ? t('templates.builtIn') : t('templates.own', { by: version.savedBy })}
            {', '}
            {t('templates.from', { date: format.date(version.inForceFrom) })}
          </Typography>
          {version.note !== '' && (
            <Typography variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'normal' }}>
              {version.origin === 'built-in' ? t(`templates.note.${row.jurisdiction}`) : version.note}
            </Typography>
          )}
        </ListItemButton>
      ))}
    </Section>
  );
}

function Preview({ chosen }: { chosen: Chosen }) {
  const { t } = useTranslation('documents');
  const paper = useAsk('documents.previewTemplate', { templateId: chosen.id, version: chosen.version, text: null, language: 'both' });
  if (paper.data)
    return <Paper base64={paper.data.base64} fileName={paper.data.fileName} printable={false} lead={<StatusChip word={t('templates.sample')} />} />;
  return paper.error ? (
    <ErrorState
      error={paper.error}
      onRetry={() => {
        void paper.refetch();
      }}
    />
  ) : (
    <Skeleton rows={8} />
  );
}

function Shelf({ rows }: { rows: TemplateRow[] }) {
  const { templateId } = useParams();
  const mayWrite = useCan('template.write');
  const start = rows.find(({ id }) => id === templateId) ?? rows[0];
  const [chosen, setChosen] = useState<Chosen | null>(start ? { id: start.id, version: start.inForce } : null);
  const [editing, setEditing] = useState<TemplateRow | null>(null);
  if (editing)
    return (
      <TemplateEditor
        row={editing}
        onClose={(version) => {
          if (version) setChosen({ id: editing.id, version });
          setEditing(null);
        }}
      />
    );
  if (!chosen) return null;
  return (
    <Box sx={{ flex: '1 1 0', minHeight: 0, display: 'grid', gridTemplateColumns: 'minmax(300px, 400px) minmax(0, 1fr)', gap: 3 }}>
      <Box sx={{ overflow: 'auto', pr: 1 }}>
        {rows.map((row) => (
          <Versions
            key={row.id}
            row={row}
            chosen={chosen}
            onChoose={(version) => {
              setChosen({ id: row.id, version });
            }}
            onEdit={
              mayWrite
                ? () => {
                    setEditing(row);
                  }
                : null
            }
          />
        ))}
      </Box>
      <Box sx={{ minHeight: 0, minWidth: 0, border: 1, borderColor: 'divider', borderRadius: '8px', overflow: 'hidden' }}>
        <Preview chosen={chosen} />
      </Box>
    </Box>
  );
}

/** The texts of the contracts: the program's own and the organisation's versions, each with the day it comes into force. */
export function TemplatesPage() {
  const { t } = useTranslation('documents');
  const rows = useAsk('documents.templates', {});
  return (
    <Page>
      <PageHeader title={t('templates.title')} meta={t('templates.text')} />
      <RoomTabs value="templates" />
      <Answer of={rows}>{(value) => <Shelf rows={value} />}</Answer>
    </Page>
  );
}
