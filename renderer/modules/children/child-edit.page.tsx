import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { z } from 'zod';
import type { Output } from '../../../shared/contract/api';
import { spokenName } from '../../../shared/kernel/names';
import { ChildFields } from '../../../shared/modules/children/children.model';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useAct, useAsk } from '../../lib/query';
import { Answer, changesOf, FormPage, Page, useAppForm, useCrumbs } from '../../ui';
import { ChildFormFields, useChildSections, useFieldLabel } from './child-form';

type Child = Output<'children.get'>;

function EditForm({ child }: { child: Child }) {
  const { t } = useTranslation('children');
  const { language } = useFormat();
  const navigate = useNavigate();
  const update = useAct('children.update');
  // The form keeps what it was opened with: what a colleague saves meanwhile is compared on saving, not slipped in.
  const [opened] = useState(child.fields);
  const form = useAppForm<z.input<typeof ChildFields>, ChildFields>(ChildFields, opened);
  const sections = useChildSections();
  const label = useFieldLabel();
  const title = spokenName(opened.name, language);
  useCrumbs(
    useMemo(
      () => [{ label: t('nav'), to: paths.children() }, { label: title, to: paths.child(child.id) }, { label: t('edit') }],
      [t, title, child.id],
    ),
  );
  const back = () => {
    void navigate(paths.child(child.id, 'profile'));
  };
  return (
    <FormPage
      form={form}
      title={title}
      intro={t('form.maskedIntro')}
      sections={sections}
      draftKey={`children/${child.id}`}
      fieldLabel={label}
      onDone={back}
      onCancel={back}
      onSave={(values, base) => update.mutateAsync({ id: child.id, changes: changesOf(base as ChildFields, values) })}
    >
      <ChildFormFields />
    </FormPage>
  );
}

export function ChildEditPage() {
  const { id = '' } = useParams();
  const child = useAsk('children.get', { id: id });
  return (
    <Page flush>
      <Answer of={child}>{(value) => <EditForm child={value} />}</Answer>
    </Page>
  );
}
