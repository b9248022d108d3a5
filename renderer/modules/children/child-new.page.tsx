import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { z } from 'zod';
import { ChildId } from '../../../shared/kernel/ids';
import { ChildFields } from '../../../shared/modules/children/children.model';
import type { Output } from '../../../shared/contract/api';
import { api } from '../../lib/client';
import { newId } from '../../lib/new-id';
import { paths } from '../../lib/paths';
import { useAct } from '../../lib/query';
import { isWireError } from '../../lib/wire-error';
import { Banner, FieldGrid, FormPage, Page, TextField, useAppForm, useCrumbs } from '../../ui';
import { ChildFormFields, useChildSections } from './child-form';

type Duplicate = Output<'children.duplicates'>[number];

const Schema = ChildFields.extend({ ageReason: ChildFields.shape.legalBasis });
const EMPTY = {
  name: { ru: { surname: '', given: '', patronymic: '' }, kk: null },
  birthDate: '',
  sex: 'female',
  citizenship: 'KZ',
  identity: null,
  personalNumber: '',
  legalStatus: 'without-care',
  legalBasis: '',
  institutionId: '',
  programmeId: '',
  group: '',
  school: '',
  fileNumber: '',
  languages: [],
  interests: [],
  strengths: [],
  helps: '',
  upsets: '',
  notToAsk: '',
  safetyNote: '',
  ageReason: '',
} as unknown as z.input<typeof Schema>;

function Duplicates({ found, onKnown }: { found: Duplicate[]; onKnown: () => void }) {
  const { t } = useTranslation('children');
  return (
    <Banner
      tone="warn"
      title={t('duplicates.title', { count: found.length })}
      actions={
        <Button variant="outlined" size="small" onClick={onKnown}>
          {t('duplicates.another')}
        </Button>
      }
    >
      {found.map((one) => (
        <span key={one.id} data-private style={{ display: 'block' }}>
          {one.shortName === '' ? (
            one.code
          ) : (
            <Link to={paths.child(one.id)}>
              {one.shortName}, {one.code}
            </Link>
          )}
          {`, ${String(one.birthYear)}. ${one.reasons.map((reason) => t(`duplicates.reason.${reason}`)).join(', ')}`}
        </span>
      ))}
    </Banner>
  );
}

/** A new card. People who may be the same child are shown before it is made, with the reason for each. */
export function ChildNewPage() {
  const { t } = useTranslation('children');
  const navigate = useNavigate();
  const create = useAct('children.create');
  const [id] = useState(() => newId(ChildId));
  const [found, setFound] = useState<Duplicate[]>([]);
  const [known, setKnown] = useState<ChildId[]>([]);
  const [needsAge, setNeedsAge] = useState(false);
  const form = useAppForm(Schema, EMPTY);
  const sections = useChildSections();
  useCrumbs(useMemo(() => [{ label: t('nav'), to: paths.children() }, { label: t('new') }], [t]));
  const save = async ({ ageReason, ...fields }: z.output<typeof Schema>) => {
    try {
      await create.mutateAsync({ id, fields, knownDuplicates: known, ageReason });
    } catch (failure) {
      if (isWireError(failure) && failure.code === 'CHILD.AGE_NEEDS_REASON') setNeedsAge(true);
      if (isWireError(failure) && failure.code === 'CHILD.LIKELY_DUPLICATE') {
        setFound(
          await api.children.duplicates({
            name: fields.name,
            personalNumber: fields.personalNumber,
            birthDate: fields.birthDate,
            identityNumber: fields.identity?.number ?? '',
            exceptId: null,
          }),
        );
      }
      throw failure;
    }
  };
  return (
    <Page flush>
      <FormPage
        form={form}
        title={t('new')}
        intro={t('form.intro')}
        sections={sections}
        draftKey="children/new"
        saveLabel={t('form.create')}
        onSave={save}
        onDone={() => {
          void navigate(paths.child(id));
        }}
        onCancel={() => {
          void navigate(paths.children());
        }}
        notice={
          <>
            {found.length > 0 && (
              <Duplicates
                found={found}
                onKnown={() => {
                  setKnown(found.map((one) => one.id));
                  setFound([]);
                }}
              />
            )}
            {needsAge && (
              <FieldGrid>
                <TextField name="ageReason" label={t('field.ageReason')} help={t('form.ageHelp')} span={12} autoFocus />
              </FieldGrid>
            )}
          </>
        }
      >
        <ChildFormFields />
      </FormPage>
    </Page>
  );
}
