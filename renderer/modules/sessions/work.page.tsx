import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Output } from '../../../shared/contract/api';
import { CaseSubject } from '../../../shared/modules/sessions/casework.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { asDate, useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useCan } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { Answer, Banner, Page, PageHeader, StatusChip } from '../../ui';
import { work } from './casework-paths';
import { ClosingPart } from './components/closing-part';
import { DisclosuresPart } from './components/disclosures-part';
import { PlanPart } from './components/plan-part';
import { RequestsPart } from './components/requests-part';
import { SealedSheet } from './components/sealed-sheet';
import { SessionsPart } from './components/sessions-part';

type Whole = Output<'sessions.casework'>;

function Parts({ subject, whole }: { subject: CaseSubject; whole: Whole }) {
  const closed = whole.closedOn !== null;
  return (
    <SealedSheet>
      <DisclosuresPart lines={whole.disclosures} />
      <RequestsPart subject={subject} requests={whole.requests} />
      <SessionsPart subject={subject} sessions={whole.sessions} mayMeet={whole.blocked === null} />
      <PlanPart subject={subject} plans={whole.plans} ratings={whole.ratings} closed={closed} />
      <ClosingPart subject={subject} closings={whole.closings} closed={closed} />
    </SealedSheet>
  );
}

function Header({ subject, whole }: { subject: CaseSubject; whole: Whole | undefined }) {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const may = useCan('casework.write');
  const card = useAsk('clinical.subject', { subject });
  const facts = card.data;
  usePsychologyCrumbs(useMemo(() => [{ label: t('tab'), to: work.room() }, { label: facts?.name ?? '' }], [t, facts]));
  const meta = [
    facts?.code ?? '',
    facts?.birthDate ? format.age(asDate(facts.birthDate)) : '',
    facts?.responsibleName ? t('row.led', { name: facts.responsibleName }) : '',
  ].filter((part) => part !== '');
  return (
    <PageHeader
      title={<span data-private>{facts?.name ?? ''}</span>}
      aside={t('tab')}
      meta={meta.join(' · ')}
      status={whole?.closedOn && <StatusChip tone="mute" word={t('section.closed', { date: format.date(whole.closedOn) })} />}
      actions={
        <>
          <Button component={Link} to={paths.clinicalCase(subject.kind, subject.id)}>
            {t('action.toCase')}
          </Button>
          {may && (
            <Button variant="outlined" component={Link} to={work.form(subject, 'disclosure')}>
              {t('action.disclose')}
            </Button>
          )}
          {may && whole?.blocked === null && (
            <Button variant="contained" component={Link} to={work.form(subject, 'session')}>
              {t('action.writeSession')}
            </Button>
          )}
        </>
      }
    />
  );
}

/** One person's individual work: what was asked, what is planned, what was held, how it ended. */
export function WorkPage() {
  const { kind = '', id = '' } = useParams();
  const subject = CaseSubject.safeParse({ kind, id });
  return <Page>{subject.success && <Work subject={subject.data} />}</Page>;
}

function Work({ subject }: { subject: CaseSubject }) {
  const { t } = useTranslation('sessions');
  const whole = useAsk('sessions.casework', { subject });
  return (
    <>
      <Header subject={subject} whole={whole.data} />
      <Answer of={whole}>
        {(value) => (
          <>
            {value.blocked && (
              <Box sx={{ mb: 2 }}>
                <Banner tone="warn" title={t(`errors.${value.blocked.code}`)} />
              </Box>
            )}
            <Parts subject={subject} whole={value} />
          </>
        )}
      </Answer>
    </>
  );
}
