import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CaseSubject } from '../../../../shared/modules/sessions/casework.model';
import type { Subject } from '../../../../shared/modules/clinical/clinical.model';
import { today, useFormat } from '../../../lib/format';
import { useAsk } from '../../../lib/query';
import { Answer, Section, StatusChip } from '../../../ui';
import { work } from '../casework-paths';

function Work({ subject }: { subject: CaseSubject }) {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const whole = useAsk('sessions.casework', { subject });
  return (
    <Section
      title={t('tab')}
      aside={
        <Button size="small" component={Link} to={work.of(subject)}>
          {t('section.open')}
        </Button>
      }
    >
      <Answer of={whole}>
        {({ sessions, plans, disclosures, closedOn }) => {
          const held = sessions.filter((row) => row.attendance === 'came').length;
          const next = sessions.filter((row) => row.status === 'planned' && row.onDate >= today()).at(-1);
          const alarms = sessions.filter((row) => row.riskOpen).length + disclosures.filter((line) => line.completed === null).length;
          const goals = plans.find(({ header }) => header.state === 'signed')?.fields.goals.length ?? 0;
          const parts = [
            t('section.held', { count: held }),
            t('section.goals', { count: goals }),
            next ? t('section.next', { date: format.date(next.onDate), time: next.atTime }) : '',
            closedOn ? t('section.closed', { date: format.date(closedOn) }) : '',
          ].filter((part) => part !== '');
          return (
            <>
              <Typography sx={{ color: 'text.secondary' }}>{parts.join(' · ')}</Typography>
              {alarms > 0 && <StatusChip tone="alarm" word={t('section.alarms', { count: alarms })} />}
            </>
          );
        }}
      </Answer>
    </Section>
  );
}

/** Individual work in a few words on the page of the case. */
export function WorkSection({ subject }: { subject: Subject }) {
  const own = CaseSubject.safeParse(subject);
  return own.success ? <Work subject={own.data} /> : null;
}
