import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionRow } from '../../../../shared/modules/sessions/appointments.model';
import type { CaseSubject } from '../../../../shared/modules/sessions/casework.model';
import { today } from '../../../lib/format';
import { useCan } from '../../../lib/profile';
import { Section } from '../../../ui';
import { PlanDialog } from './appointment-dialogs';
import { SessionLine } from './session-line';

const FIRST = 12;

/** What is planned, nearest first; then what was held, newest first. */
export function SessionsPart({ subject, sessions, mayMeet }: { subject: CaseSubject; sessions: SessionRow[]; mayMeet: boolean }) {
  const { t } = useTranslation('sessions');
  const may = useCan('casework.write') && mayMeet;
  const [planning, setPlanning] = useState(false);
  const [all, setAll] = useState(false);
  const day = today();
  const ahead = sessions.filter((row) => row.status === 'planned' && row.onDate >= day).reverse();
  const before = sessions.filter((row) => !ahead.includes(row));
  const shown = [...ahead, ...before];
  return (
    <Section
      title={t('part.sessions')}
      count={sessions.length}
      aside={
        may && (
          <Button
            size="small"
            onClick={() => {
              setPlanning(true);
            }}
          >
            {t('planning.add')}
          </Button>
        )
      }
    >
      {shown.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('row.none')}
        </Typography>
      ) : (
        <Box component="ul">
          {(all ? shown : shown.slice(0, FIRST)).map((row) => (
            <SessionLine key={row.id} row={row} day={day} />
          ))}
        </Box>
      )}
      {shown.length > FIRST && !all && (
        <Button
          size="small"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('row.all', { count: shown.length })}
        </Button>
      )}
      {planning && (
        <PlanDialog
          subject={subject}
          onClose={() => {
            setPlanning(false);
          }}
        />
      )}
    </Section>
  );
}
