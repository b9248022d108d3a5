import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { Output } from '../../../../shared/contract/api';
import type { RowId } from '../../../../shared/kernel/ids';
import { spokenName } from '../../../../shared/kernel/names';
import { useFormat } from '../../../lib/format';
import { useCan } from '../../../lib/profile';
import { useAsk } from '../../../lib/query';
import { sentenceOf } from '../../../lib/error-text';
import { Banner, Section } from '../../../ui';
import { desk } from '../documents.paths';
import { BatchIssue, type Batch } from './batch-issue';
import { DropDraftDialog } from './drop-draft-dialog';

export type Draft = Output<'documents.getDraft'>;

function DraftRow({
  draft,
  chosen,
  onChoose,
  onDrop,
}: {
  draft: Draft;
  chosen: boolean;
  onChoose: ((on: boolean) => void) | null;
  onDrop: () => void;
}) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const names = draft.children.map(({ name }) => spokenName(name, format.language)).join(', ');
  const { termFrom, termTo } = draft.terms;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 1.5,
        alignItems: 'center',
        minHeight: 46,
        borderTop: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 1, borderColor: 'divider' },
      }}
    >
      {onChoose && (
        <Checkbox
          checked={chosen}
          onChange={(_, on) => {
            onChoose(on);
          }}
          slotProps={{ input: { 'aria-label': t('batch.choose', { names }) } }}
        />
      )}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Link component={RouterLink} to={desk.contract(draft.id)} color="inherit" sx={{ fontWeight: 500 }} data-private>
          {t('draft.people', { children: names, mentor: spokenName(draft.mentor.name, format.language) })}
        </Link>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {termFrom && termTo ? t('draft.term', format.span(termFrom, termTo)) : t('draft.noTerm')}
          {draft.corrects && `, ${t('draft.corrects')}`}
        </Typography>
      </Box>
      <Typography variant="body2" sx={{ color: 'paperInk.ink3' }}>
        {t('draft.changed', { when: format.relative(draft.updatedAt) })}
      </Typography>
      <IconButton aria-label={t('draft.drop', { names })} onClick={onDrop}>
        <Trash2 size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </Box>
  );
}

function BatchResult({ batch, drafts, onClose }: { batch: Batch; drafts: Draft[]; onClose: () => void }) {
  const { t } = useTranslation('documents');
  const { language } = useFormat();
  const nameOf = (id: RowId) =>
    drafts
      .find((draft) => draft.id === id)
      ?.children.map(({ name }) => spokenName(name, language))
      .join(', ') ?? '';
  return (
    <Box sx={{ my: 1.5 }}>
      <Banner
        tone={batch.refused.length > 0 || batch.cancelled ? 'warn' : 'ok'}
        title={t(batch.cancelled ? 'batch.stopped' : 'batch.done', { count: batch.issued.length })}
        actions={
          <Link component="button" onClick={onClose}>
            {t('batch.close')}
          </Link>
        }
      >
        {batch.issued.map(({ number }) => number).join(', ')}
        {batch.refused.map(({ draftId, code }) => (
          <div key={draftId}>
            <Link component={RouterLink} to={desk.contract(draftId)} data-private>
              {nameOf(draftId)}
            </Link>
            {': '}
            {code === 'CONTRACT.GATE_CLOSED' ? t('batch.gateClosed') : (sentenceOf(code, { count: 1 }) ?? t('batch.refused'))}
          </div>
        ))}
      </Banner>
    </Box>
  );
}

/** Contracts in work, oldest thought last; several can be issued at once. */
export function DraftsList() {
  const { t } = useTranslation('documents');
  const mayIssue = useCan('document.issue');
  const drafts = useAsk('documents.drafts', {});
  const [chosen, setChosen] = useState<RowId[]>([]);
  const [dropping, setDropping] = useState<Draft | null>(null);
  const [batch, setBatch] = useState<{ result: Batch; drafts: Draft[] } | null>(null);
  const rows = drafts.data ?? [];
  if (rows.length === 0 && !batch) return null;
  return (
    <Box sx={{ mb: 3 }}>
      <Section title={t('draft.title')} count={rows.length}>
        {batch && (
          <BatchResult
            batch={batch.result}
            drafts={batch.drafts}
            onClose={() => {
              setBatch(null);
            }}
          />
        )}
        <Box component="ul">
          {rows.map((draft) => (
            <DraftRow
              key={draft.id}
              draft={draft}
              chosen={chosen.includes(draft.id)}
              onDrop={() => {
                setDropping(draft);
              }}
              onChoose={
                mayIssue && rows.length > 1
                  ? (on) => {
                      setChosen(on ? [...chosen, draft.id] : chosen.filter((id) => id !== draft.id));
                    }
                  : null
              }
            />
          ))}
        </Box>
        <BatchIssue
          draftIds={chosen}
          onDone={(result) => {
            setBatch({ result, drafts: rows });
            setChosen([]);
          }}
        />
      </Section>
      {dropping && (
        <DropDraftDialog
          draftId={dropping.id}
          onClose={() => {
            setDropping(null);
          }}
        />
      )}
    </Box>
  );
}
