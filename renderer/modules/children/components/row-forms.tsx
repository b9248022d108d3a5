import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowId } from '../../../../shared/kernel/ids';
import {
  ChildPaperFields,
  CONSENT_KINDS,
  ConsentFields,
  PlacementFields,
  RelativeFields,
  SiblingFields,
} from '../../../../shared/modules/children/children.model';
import { today } from '../../../lib/format';
import { newId } from '../../../lib/new-id';
import { useAct } from '../../../lib/query';
import { CheckField, DateField, FormDialog, SelectField, TextField, useAppForm } from '../../../ui';
import type { Child } from '../child.page';
import { ChildPicker } from './child-picker';

interface RowFormProps {
  child: Child;
  onClose: () => void;
}

const useRowId = (): RowId => useState(() => newId(RowId))[0];

export function ConsentDialog({ child, onClose }: RowFormProps) {
  const { t } = useTranslation('children');
  const rowId = useRowId();
  const save = useAct('children.saveConsent');
  const form = useAppForm(ConsentFields, { kind: 'processing', textVersion: '', signer: '', basis: '', signedOn: today(), validUntil: null });
  return (
    <FormDialog
      open
      form={form}
      title={t('row.add.consent')}
      intro={t('consent.intro')}
      onClose={onClose}
      onSave={(fields) => save.mutateAsync({ id: child.id, rowId, fields })}
    >
      <SelectField
        name="kind"
        label={t('consent.kind')}
        options={CONSENT_KINDS.map((value) => ({ value, label: t(`consentKind.${value}`) }))}
        span={12}
      />
      <TextField name="signer" label={t('consent.signer')} span={6} />
      <TextField name="basis" label={t('consent.basis')} placeholder={t('consent.basisExample')} span={6} />
      <TextField name="textVersion" label={t('consent.textVersion')} placeholder={t('consent.textExample')} span={12} />
      <DateField name="signedOn" label={t('consent.signedOn')} span={6} />
      <DateField name="validUntil" label={t('consent.validUntil')} help={t('consent.noEndHelp')} span={6} />
    </FormDialog>
  );
}

export function PaperDialog({ child, onClose }: RowFormProps) {
  const { t } = useTranslation('children');
  const rowId = useRowId();
  const save = useAct('children.savePaper');
  const form = useAppForm(ChildPaperFields, { kind: 'birth-certificate', number: '', issuedOn: null, issuer: '', validUntil: null, note: '' });
  return (
    <FormDialog open form={form} title={t('row.add.paper')} onClose={onClose} onSave={(fields) => save.mutateAsync({ id: child.id, rowId, fields })}>
      <SelectField
        name="kind"
        label={t('paper.kind')}
        options={ChildPaperFields.shape.kind.options.map((value) => ({ value, label: t(`paperKind.${value}`) }))}
        span={8}
      />
      <TextField name="number" label={t('field.number')} span={4} />
      <DateField name="issuedOn" label={t('field.issuedOn')} span={6} />
      <DateField name="validUntil" label={t('consent.validUntil')} span={6} />
      <TextField name="issuer" label={t('field.issuer')} span={12} />
      <TextField name="note" label={t('move.note')} span={12} />
    </FormDialog>
  );
}

export function RelativeDialog({ child, onClose }: RowFormProps) {
  const { t } = useTranslation('children');
  const rowId = useRowId();
  const save = useAct('children.saveRelative');
  const form = useAppForm(RelativeFields, { name: '', relation: '', contact: 'unknown', basis: '', phone: '', note: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('row.add.relative')}
      onClose={onClose}
      onSave={(fields) => save.mutateAsync({ id: child.id, rowId, fields })}
    >
      <TextField name="name" label={t('relative.name')} span={7} />
      <TextField name="relation" label={t('relative.relation')} span={5} />
      <SelectField
        name="contact"
        label={t('relative.contact')}
        options={RelativeFields.shape.contact.options.map((value) => ({ value, label: t(`contact.${value}`) }))}
        span={7}
      />
      <TextField name="phone" label={t('relative.phone')} span={5} />
      <TextField name="basis" label={t('relative.basis')} span={12} />
      <TextField name="note" label={t('move.note')} span={12} />
    </FormDialog>
  );
}

export function PlacementDialog({ child, onClose }: RowFormProps) {
  const { t } = useTranslation('children');
  const rowId = useRowId();
  const save = useAct('children.savePlacement');
  const form = useAppForm(PlacementFields, { place: '', from: today(), to: null, reason: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('row.add.placement')}
      onClose={onClose}
      onSave={(fields) => save.mutateAsync({ id: child.id, rowId, fields })}
    >
      <TextField name="place" label={t('placement.place')} span={12} />
      <DateField name="from" label={t('placement.from')} span={6} />
      <DateField name="to" label={t('placement.to')} span={6} />
      <TextField name="reason" label={t('move.why')} span={12} />
    </FormDialog>
  );
}

export function SiblingDialog({ child, onClose }: RowFormProps) {
  const { t } = useTranslation('children');
  const rowId = useRowId();
  const save = useAct('children.saveSibling');
  const form = useAppForm(SiblingFields, { childId: '', together: true, why: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('row.add.sibling')}
      intro={t('sibling.intro')}
      onClose={onClose}
      onSave={(fields) => save.mutateAsync({ id: child.id, rowId, fields })}
    >
      <ChildPicker
        label={t('sibling.who')}
        except={child.id}
        onPick={(id) => {
          form.setValue('childId', id ?? '', { shouldDirty: true, shouldValidate: true });
        }}
      />
      <CheckField name="together" label={t('sibling.keepTogether')} />
      <TextField name="why" label={t('sibling.why')} span={12} />
    </FormDialog>
  );
}
