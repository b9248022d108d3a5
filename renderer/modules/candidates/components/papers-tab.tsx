import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { CircleCheck, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '../../../../shared/kernel/names';
import { today, useFormat } from '../../../lib/format';
import { useCan } from '../../../lib/profile';
import { EmptyState, Section, StatusChip } from '../../../ui';
import type { Mentor } from '../candidate.page';
import { personOf, stateOf, type MentorPaper } from '../paper-state';
import { PaperDialog } from './paper-dialog';
import { StrikePaperDialog } from './strike-paper-dialog';

type Asking = { kind: 'add' } | { kind: 'edit' | 'strike'; paper: MentorPaper } | null;

function PaperRow({ mentor, paper, mayWrite, ask }: { mentor: Mentor; paper: MentorPaper; mayWrite: boolean; ask: (asking: Asking) => void }) {
  const { t } = useTranslation('candidates');
  const format = useFormat();
  const state = stateOf(paper, today());
  const spouse = mentor.fields.spouse ? displayName(mentor.fields.spouse.name, format.language) : t('person.spouse');
  return (
    <TableRow sx={{ '& td': { textDecoration: paper.struckOn === null ? 'none' : 'line-through', verticalAlign: 'top' } }}>
      <TableCell sx={{ fontWeight: 500 }}>{t(`kind.${paper.kind}`)}</TableCell>
      <TableCell data-private>{personOf(mentor, paper.subject, { mentor: displayName(mentor.fields.name, format.language), spouse })}</TableCell>
      <TableCell>{paper.number}</TableCell>
      <TableCell>{paper.issuedOn ? format.short(paper.issuedOn) : ''}</TableCell>
      <TableCell>
        <StatusChip
          plain
          tone={state.tone === 'ok' ? 'mute' : state.tone}
          {...(state.tone === 'ok' ? { icon: CircleCheck } : {})}
          word={t(`paperState.${state.key}`, { date: paper.validUntil ? format.short(paper.validUntil) : '' })}
        />
        {paper.struckReason !== '' && (
          <Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: 13 }}>
            {paper.struckReason}
          </Box>
        )}
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap', py: 0.25 }}>
        {mayWrite && paper.struckOn === null && (
          <>
            <Button
              size="small"
              onClick={() => {
                ask({ kind: 'edit', paper });
              }}
            >
              {t('paper.edit')}
            </Button>
            <Button
              size="small"
              color="inherit"
              sx={{ color: 'text.secondary' }}
              onClick={() => {
                ask({ kind: 'strike', paper });
              }}
            >
              {t('paper.strike')}
            </Button>
          </>
        )}
      </TableCell>
    </TableRow>
  );
}

export function PapersTab({ mentor }: { mentor: Mentor }) {
  const { t } = useTranslation('candidates');
  const mayWrite = useCan('mentor.write');
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => {
    setAsking(null);
  };
  const add = mayWrite && (
    <Button
      variant="contained"
      startIcon={<Plus size={16} aria-hidden />}
      onClick={() => {
        setAsking({ kind: 'add' });
      }}
    >
      {t('paper.add')}
    </Button>
  );
  const sorted = [...mentor.papers].sort((a, b) => Number(a.struckOn !== null) - Number(b.struckOn !== null));
  return (
    <>
      {mentor.papers.length === 0 ? (
        <EmptyState title={t('paper.empty')} actions={add}>
          {t('paper.emptyText')}
        </EmptyState>
      ) : (
        <Section title={t('tab.papers')} aside={add}>
          <Table size="small" aria-label={t('tab.papers')}>
            <TableHead>
              <TableRow>
                {['kind', 'whose', 'number', 'issuedOn', 'valid'].map((column) => (
                  <TableCell key={column}>{t(`paper.${column}`)}</TableCell>
                ))}
                <TableCell align="right">{t('paper.acts')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {sorted.map((paper) => (
                <PaperRow key={paper.id} mentor={mentor} paper={paper} mayWrite={mayWrite} ask={setAsking} />
              ))}
            </TableBody>
          </Table>
        </Section>
      )}
      {asking?.kind === 'add' && <PaperDialog mentor={mentor} paper={null} onClose={close} />}
      {asking?.kind === 'edit' && <PaperDialog mentor={mentor} paper={asking.paper} onClose={close} />}
      {asking?.kind === 'strike' && <StrikePaperDialog mentor={mentor} paper={asking.paper} onClose={close} />}
    </>
  );
}
