import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { GroupCard, SharedLine } from '../../../../shared/modules/art-therapy/art-therapy.model';
import type { SealedLine } from '../../../../shared/modules/art-therapy/observation.model';
import { useFormat } from '../../../lib/format';
import { Section, StatusChip } from '../../../ui';

function State({ line, sealed }: { line: SharedLine; sealed: SealedLine | undefined }) {
  const { t } = useTranslation('art-therapy');
  if (line.shared.status !== 'held') return <StatusChip plain tone="mute" word={t(`shared.status.${line.shared.status}`)} />;
  if (!sealed) return <StatusChip plain tone="ok" word={t('shared.status.held')} />;
  return (
    <StatusChip plain tone={sealed.state === 'signed' ? 'seal' : sealed.state === 'draft' ? 'warn' : 'mute'} word={t(`state.${sealed.state}`)} />
  );
}

const cells = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 15,
  '& th, & td': { textAlign: 'left', fontWeight: 400, py: 1, pr: 2, borderTop: 1, borderColor: 'divider', verticalAlign: 'baseline' },
  '& thead th': { borderTop: 0, color: 'text.secondary', fontSize: 13.5, py: 0.5 },
} as const;

/** The series in the order of days, the newest first. With `sealed` also what the psychologist sees of each. */
export function SessionsPart({
  group,
  sealed,
  to,
  aside,
}: {
  group: GroupCard;
  sealed?: readonly SealedLine[] | undefined;
  to: (id: string) => string;
  aside?: ReactNode;
}) {
  const { t } = useTranslation('art-therapy');
  const format = useFormat();
  const rows = [...group.sessions].reverse();
  return (
    <Section title={t('shared.sessions')} count={group.sessions.length} aside={aside}>
      {rows.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>{t('shared.noSessions')}</Typography>
      ) : (
        <Box sx={{ overflowX: 'auto' }}>
          <Box component="table" sx={cells}>
            <thead>
              <tr>
                <th scope="col">{t('shared.no')}</th>
                <th scope="col">{t('field.theme')}</th>
                <th scope="col">{t('field.onDate')}</th>
                <th scope="col">{t('shared.came')}</th>
                {sealed && <th scope="col">{t('field.technique')}</th>}
                {sealed && <th scope="col">{t('series.sheets')}</th>}
                <th scope="col">{t('shared.state')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((line) => {
                const own = sealed?.find(({ id }) => id === line.id);
                return (
                  <tr key={line.id}>
                    <td>{line.no ?? '–'}</td>
                    <th scope="row">
                      <Link component={RouterLink} to={to(line.id)}>
                        {t('shared.quoted', { text: line.shared.theme })}
                      </Link>
                    </th>
                    <td>{format.short(line.shared.onDate)}</td>
                    <td>{line.shared.status === 'held' ? t('shared.countOf', { came: line.came, all: line.expected }) : '–'}</td>
                    {sealed && <td data-private>{own?.technique || '–'}</td>}
                    {sealed && <td>{own ? t('series.sheetsOf', { sheets: own.observations, drawings: own.drawings }) : '–'}</td>}
                    <td>
                      <State line={line} sealed={own} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </Box>
        </Box>
      )}
    </Section>
  );
}
