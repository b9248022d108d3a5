import { useDeferredValue, useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import { MentorId } from '../../../shared/kernel/ids';
import { PersonName } from '../../../shared/kernel/names';
import { isPlainDate } from '../../../shared/kernel/plain-date';
import { MentorFields } from '../../../shared/modules/candidates/candidates.model';
import { newId } from '../../lib/new-id';
import { paths } from '../../lib/paths';
import { useAct, useAsk } from '../../lib/query';
import { FormPage, Page, useAppForm, useCrumbs, type AppForm } from '../../ui';
import { CandidateFormFields, EMPTY, tidy, useCandidateSections, useFieldLabel } from './candidate-form';
import { DuplicatesNotice } from './components/duplicates-notice';

/** Looks for the same person while the card is being filled in. */
function useDuplicates(form: AppForm<z.input<typeof MentorFields>, MentorFields>) {
  const values = useWatch({ control: form.control });
  const name = PersonName.safeParse({ ru: values.name?.ru, kk: null });
  const asked = useDeferredValue(
    JSON.stringify({
      name: name.success ? name.data : null,
      iin: values.iin ? values.iin.slice(0, 12) : null,
      phone: (values.phone ?? '').slice(0, 40),
      birthDate: values.birthDate && isPlainDate(values.birthDate) ? values.birthDate : null,
      identityNumber: values.identity?.number ? values.identity.number.slice(0, 40) : null,
      exceptId: null,
    }),
  );
  const input = JSON.parse(asked) as Parameters<typeof useAsk<'candidates.duplicates'>>[1];
  return useAsk('candidates.duplicates', input, { enabled: name.success, keep: true }).data ?? [];
}

export function CandidateNewPage() {
  const { t } = useTranslation('candidates');
  const navigate = useNavigate();
  const [id] = useState(() => newId(MentorId));
  const [seen, setSeen] = useState(false);
  const create = useAct('candidates.create');
  const form = useAppForm<z.input<typeof MentorFields>, MentorFields>(MentorFields, EMPTY);
  const found = useDuplicates(form);
  const sections = useCandidateSections();
  const label = useFieldLabel();
  useCrumbs(useMemo(() => [{ label: t('nav'), to: paths.candidates() }, { label: t('add') }], [t]));
  return (
    <Page flush>
      <FormPage
        form={form}
        title={t('add')}
        sections={sections}
        draftKey="candidates/new"
        fieldLabel={label}
        notice={<DuplicatesNotice found={found} seen={seen} onSeen={setSeen} />}
        onSave={(fields) => create.mutateAsync({ id, fields: tidy(fields), knownDuplicates: seen ? found.map((one) => one.id) : [] })}
        onDone={() => {
          void navigate(paths.candidate(id));
        }}
        onCancel={() => {
          void navigate(paths.candidates());
        }}
      >
        <CandidateFormFields />
      </FormPage>
    </Page>
  );
}
