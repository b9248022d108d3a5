import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { RowId } from '../../../shared/kernel/ids';
import { CaseSubject } from '../../../shared/modules/sessions/casework.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { newId } from '../../lib/new-id';
import { useAsk } from '../../lib/query';
import { Answer, Page } from '../../ui';
import { work } from './casework-paths';
import { ClosingForm } from './closing-form';
import { DisclosureForm } from './disclosure-form';
import { PlanForm } from './plan-form';
import { RequestForm } from './request-form';
import { SessionForm } from './session-form';

/** One of the forms of a person's work, at an address of its own. */
export function WorkFormPage() {
  const { kind = '', id = '', form = '' } = useParams();
  const subject = CaseSubject.safeParse({ kind, id });
  return <Page flush>{subject.success && <Form key={form} subject={subject.data} form={form} />}</Page>;
}

function Form({ subject, form }: { subject: CaseSubject; form: string }) {
  const { t } = useTranslation('sessions');
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const [recordId] = useState(() => newId(RowId));
  const card = useAsk('clinical.subject', { subject });
  const whole = useAsk('sessions.casework', { subject });
  const name = card.data?.name ?? '';
  usePsychologyCrumbs(
    useMemo(
      () => [{ label: t('tab'), to: work.room() }, { label: name, to: work.of(subject) }, { label: t(`part.${form}`) }],
      [t, name, subject, form],
    ),
  );
  const back = () => {
    void navigate(work.of(subject));
  };
  const common = { id: recordId, subject, name, onDone: back, onCancel: back };
  const toSession = () => {
    void navigate(work.session(recordId));
  };
  const toDisclosure = () => {
    void navigate(work.disclosure(recordId));
  };
  return (
    <Answer of={whole}>
      {({ plans, requests, closings }) => {
        if (form === 'session') return <SessionForm {...common} record={null} onDone={toSession} />;
        if (form === 'disclosure') return <DisclosureForm {...common} onDone={toDisclosure} />;
        if (form === 'plan') return <PlanForm {...common} plans={plans} />;
        if (form === 'closing') return <ClosingForm {...common} closings={closings} />;
        return (
          <RequestForm {...common} draft={requests.find(({ header }) => header.state === 'draft' && header.id === query.get('record')) ?? null} />
        );
      }}
    </Answer>
  );
}
