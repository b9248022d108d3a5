import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { RowId } from '../../../../shared/kernel/ids';
import { ExtractFields, RECOMMENDATIONS } from '../../../../shared/modules/mentorships/mentorships.model';
import { today } from '../../../lib/format';
import { newId } from '../../../lib/new-id';
import { useProfile } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { DateField, FormDialog, RadioField, TextAreaField, TextField, useAppForm, useToast } from '../../../ui';
import type { Pair } from '../pair.page';

export function ExtractDialog({ pair, onClose }: { pair: Pair; onClose: () => void }) {
  const { t } = useTranslation('mentorships');
  const toast = useToast();
  const profile = useProfile();
  const [id] = useState(() => newId(RowId));
  const record = useAct('mentorships.recordExtract', ['documents']);
  const form = useAppForm<z.input<typeof ExtractFields>, ExtractFields>(ExtractFields, {
    number: '',
    signedBy: profile.name,
    signedOn: today(),
    recommendation: undefined,
    text: '',
    validUntil: '',
  });
  return (
    <FormDialog
      open
      form={form}
      title={t('extract.add')}
      intro={t('extract.intro')}
      wide
      onClose={onClose}
      onSave={async (extract) => {
        await record.mutateAsync({ pairId: pair.id, id, extract });
        toast.show(t('extract.saved'));
      }}
    >
      <TextField name="number" label={t('extract.number')} span={4} />
      <DateField name="signedOn" label={t('extract.signedOn')} />
      <DateField name="validUntil" label={t('extract.validUntil')} empty="" />
      <TextField name="signedBy" label={t('extract.signedBy')} span={12} />
      <RadioField
        name="recommendation"
        label={t('extract.recommendation')}
        options={RECOMMENDATIONS.map((value) => ({ value, label: t(`recommendation.${value}`) }))}
      />
      <TextAreaField name="text" label={t('extract.text')} help={t('extract.textHelp')} />
    </FormDialog>
  );
}
