import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { z } from 'zod';
import type { Output } from '../../../shared/contract/api';
import { spokenName } from '../../../shared/kernel/names';
import { MentorFields } from '../../../shared/modules/candidates/candidates.model';
import { paths } from '../../lib/paths';
import { useFormat } from '../../lib/format';
import { useAct, useAsk } from '../../lib/query';
import { Answer, changesOf, FormPage, Page, useAppForm, useCrumbs } from '../../ui';
import { CandidateFormFields, tidy, useCandidateSections, useFieldLabel } from './candidate-form';

function EditForm({ mentor }: { mentor: Output<'candidates.get'> }) {
  const { t } = useTranslation('candidates');
  const { language } = useFormat();
  const navigate = useNavigate();
  const update = useAct('candidates.update', ['documents', 'mentorships']);
  // What the form was opened with: a colleague's change is compared on saving, not slipped in.
  const [opened] = useState(mentor.fields);
  const form = useAppForm<z.input<typeof MentorFields>, MentorFields>(MentorFields, opened);
  const sections = useCandidateSections();
  const label = useFieldLabel();
  const title = spokenName(opened.name, language);
  useCrumbs(
    useMemo(
      () => [{ label: t('nav'), to: paths.candidates() }, { label: title, to: paths.candidate(mentor.id) }, { label: t('edit') }],
      [t, title, mentor.id],
    ),
  );
  const back = () => {
    void navigate(paths.candidate(mentor.id, 'profile'));
  };
  return (
    <FormPage
      form={form}
      title={title}
      intro={t('form.maskedIntro')}
      sections={sections}
      draftKey={`candidates/${mentor.id}`}
      fieldLabel={label}
      onDone={back}
      onCancel={back}
      onSave={(values, base) => update.mutateAsync({ id: mentor.id, changes: changesOf(base as MentorFields, tidy(values)) })}
    >
      <CandidateFormFields />
    </FormPage>
  );
}

export function CandidateEditPage() {
  const { id = '' } = useParams();
  const mentor = useAsk('candidates.get', { id: id });
  return (
    <Page flush>
      <Answer of={mentor}>{(value) => <EditForm mentor={value} />}</Answer>
    </Page>
  );
}
