import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Subject } from '../../../shared/modules/clinical/clinical.model';
import { CaseSections } from '../../app/psychology/case-sections';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { asDate, useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useProfile } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { Answer, Page, PageHeader, Section, StatusChip } from '../../ui';
import { HandOverDialog, TakeOverDialog } from './components/case-dialogs';
import { CaseTimeline } from './components/case-timeline';
import { Handovers } from './components/handovers';

/** One person's side of the psychologist's room: what each room holds, and everything in the order of time. */
export function CasePage() {
  const { kind = '', id = '' } = useParams();
  const subject = Subject.safeParse({ kind, id });
  return subject.success ? <Case subject={subject.data} /> : <Page>{null}</Page>;
}

function Case({ subject }: { subject: Subject }) {
  const { t } = useTranslation('clinical');
  const card = useAsk('clinical.subject', { subject });
  usePsychologyCrumbs([{ label: card.data?.name ?? '' }]);
  return (
    <Page>
      <Answer of={card}>
        {(facts) => (
          <>
            <CaseHeader subject={subject} facts={facts} />
            <CaseSections subject={subject} place="case" />
            <Section title={t('timeline.title')}>
              <CaseTimeline subject={subject} />
            </Section>
            <Handovers subject={subject} />
          </>
        )}
      </Answer>
    </Page>
  );
}

interface Facts {
  name: string;
  code: string;
  birthDate: string | null;
  responsibleId: string | null;
  responsibleName: string | null;
}

/** Whoever leads the case hands it over; anybody else takes it over. */
function PassOn({ subject, facts }: { subject: Subject; facts: Facts }) {
  const { t } = useTranslation('clinical');
  const { userId } = useProfile();
  const [asking, setAsking] = useState(false);
  const mine = facts.responsibleId === userId;
  const close = () => {
    setAsking(false);
  };
  return (
    <>
      <Button
        variant="outlined"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t(mine ? 'hand.action' : 'take.action')}
      </Button>
      {asking && mine && <HandOverDialog subject={subject} name={facts.name} onClose={close} />}
      {asking && !mine && <TakeOverDialog of={{ subject }} name={facts.name} onClose={close} />}
    </>
  );
}

function CaseHeader({ subject, facts }: { subject: Subject; facts: Facts }) {
  const { t } = useTranslation('clinical');
  const format = useFormat();
  const { clinical } = useProfile();
  const file = subject.kind === 'child' ? paths.child(subject.id) : subject.kind === 'mentor' ? paths.candidate(subject.id) : null;
  const meta = [
    facts.code,
    facts.birthDate ? format.age(asDate(facts.birthDate)) : '',
    facts.responsibleName ? t('responsible', { name: facts.responsibleName }) : '',
  ].filter((part) => part !== '');
  return (
    <PageHeader
      title={<span data-private>{facts.name}</span>}
      meta={meta.join(' · ')}
      status={<StatusChip tone="seal" word={t('sealed')} />}
      actions={
        <>
          {clinical === 'held' && facts.responsibleId !== null && <PassOn subject={subject} facts={facts} />}
          {file && (
            <Button variant="outlined" component={Link} to={file}>
              {t(subject.kind === 'child' ? 'toChild' : 'toMentor')}
            </Button>
          )}
        </>
      }
    />
  );
}
