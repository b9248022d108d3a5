import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { RowId } from '../../../../shared/kernel/ids';
import { displayName } from '../../../../shared/kernel/names';
import { MENTOR_PAPER_KINDS, MentorPaperFields } from '../../../../shared/modules/candidates/candidates.model';
import { useFormat } from '../../../lib/format';
import { newId } from '../../../lib/new-id';
import { useAct } from '../../../lib/query';
import { CheckField, DateField, FormDialog, RadioField, SelectField, TextField, useAppForm, useToast, type Option } from '../../../ui';
import type { Mentor } from '../candidate.page';
import type { MentorPaper } from '../paper-state';

const NEW: MentorPaperFields = {
  kind: 'application',
  subject: 'mentor',
  number: '',
  issuedOn: null,
  issuer: '',
  validUntil: null,
  noExpiry: false,
  presentedOn: null,
  outcome: 'positive',
  note: '',
};

const fieldsOf = ({ kind, subject, number, issuedOn, issuer, validUntil, noExpiry, presentedOn, outcome, note }: MentorPaper): MentorPaperFields => ({
  kind,
  subject,
  number,
  issuedOn,
  issuer,
  validUntil,
  noExpiry,
  presentedOn,
  outcome,
  note,
});

function usePeople(mentor: Mentor): Option[] {
  const { t } = useTranslation('candidates');
  const { language } = useFormat();
  const { name, spouse, household } = mentor.fields;
  return [
    { value: 'mentor', label: displayName(name, language) },
    ...(spouse ? [{ value: 'spouse', label: `${displayName(spouse.name, language)}, ${t('person.spouse').toLocaleLowerCase()}` }] : []),
    ...household.map((member) => ({ value: member.id, label: `${member.name}, ${member.relation}` })),
  ];
}

/** One paper: what it is, whose, and until when it counts. */
export function PaperDialog({ mentor, paper, onClose }: { mentor: Mentor; paper: MentorPaper | null; onClose: () => void }) {
  const { t } = useTranslation('candidates');
  const toast = useToast();
  const [id] = useState(() => newId(RowId));
  const [opened] = useState(() => (paper ? fieldsOf(paper) : NEW));
  const add = useAct('candidates.addPaper', ['documents']);
  const update = useAct('candidates.updatePaper', ['documents']);
  const form = useAppForm<z.input<typeof MentorPaperFields>, MentorPaperFields>(MentorPaperFields, opened);
  const people = usePeople(mentor);
  const noExpiry = useWatch({ control: form.control, name: 'noExpiry' });
  return (
    <FormDialog
      open
      form={form}
      title={t(paper ? 'paper.editTitle' : 'paper.add')}
      wide
      onClose={onClose}
      fieldLabel={(field) => t(`paper.${field}`)}
      onSave={async (values, base) => {
        const to = values.noExpiry ? { ...values, validUntil: null } : values;
        await (paper
          ? update.mutateAsync({ mentorId: mentor.id, id: paper.id, from: base, to })
          : add.mutateAsync({ mentorId: mentor.id, id, paper: to }));
        toast.show(t('paper.saved'));
      }}
    >
      <SelectField name="kind" label={t('paper.kind')} options={MENTOR_PAPER_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} span={6} />
      <SelectField name="subject" label={t('paper.whose')} options={people} span={6} />
      <TextField name="number" label={t('paper.number')} span={4} />
      <DateField name="issuedOn" label={t('paper.issuedOn')} />
      <DateField name="presentedOn" label={t('paper.presentedOn')} />
      <TextField name="issuer" label={t('paper.issuer')} span={12} />
      <DateField name="validUntil" label={t('paper.validUntil')} disabled={noExpiry} span={4} />
      <CheckField name="noExpiry" label={t('paper.noExpiry')} span={8} />
      <RadioField
        name="outcome"
        label={t('paper.outcome')}
        row
        options={['positive', 'negative'].map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <TextField name="note" label={t('paper.note')} span={12} />
    </FormDialog>
  );
}
