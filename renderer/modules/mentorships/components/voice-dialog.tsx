import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { RowId } from '../../../../shared/kernel/ids';
import { CHILD_DECISIONS, CHILD_VOICE_KINDS, ChildVoiceFields } from '../../../../shared/modules/mentorships/mentorships.model';
import { today } from '../../../lib/format';
import { newId } from '../../../lib/new-id';
import { useProfile } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { DateField, FormDialog, RadioField, TextAreaField, TextField, useAppForm, useToast } from '../../../ui';
import type { Pair } from '../pair.page';

export function VoiceDialog({ pair, onClose }: { pair: Pair; onClose: () => void }) {
  const { t } = useTranslation('mentorships');
  const toast = useToast();
  const profile = useProfile();
  const [id] = useState(() => newId(RowId));
  const record = useAct('mentorships.recordChildVoice', ['documents']);
  const form = useAppForm<z.input<typeof ChildVoiceFields>, ChildVoiceFields>(ChildVoiceFields, {
    kind: 'consent',
    decision: undefined,
    condition: '',
    childWords: '',
    explained: '',
    saidOn: today(),
    termFrom: '',
    termTo: '',
    talkedBy: profile.name,
    psychologistPresent: '',
  });
  const decision = useWatch({ control: form.control, name: 'decision' });
  const options = (values: readonly string[], key: string) => values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return (
    <FormDialog
      open
      form={form}
      title={t('voice.add')}
      intro={t('voice.intro')}
      wide
      onClose={onClose}
      onSave={async (voice) => {
        await record.mutateAsync({ pairId: pair.id, id, voice });
        toast.show(t('voice.saved'));
      }}
    >
      <RadioField name="kind" label={t('voice.kind')} row options={options(CHILD_VOICE_KINDS, 'voice')} />
      <RadioField name="decision" label={t('voice.decision')} row options={options(CHILD_DECISIONS, 'decision')} />
      {decision === 'agrees-if' && <TextField name="condition" label={t('voice.condition')} span={12} />}
      <TextAreaField name="childWords" label={t('voice.words')} rows={2} />
      <TextAreaField name="explained" label={t('voice.explained')} rows={2} />
      <DateField name="saidOn" label={t('voice.saidOn')} />
      <DateField name="termFrom" label={t('voice.termFrom')} empty="" />
      <DateField name="termTo" label={t('voice.termTo')} empty="" />
      <TextField name="talkedBy" label={t('voice.talkedBy')} />
      <TextField name="psychologistPresent" label={t('voice.psychologist')} />
    </FormDialog>
  );
}
