import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { PairId, RowId } from '../../../../shared/kernel/ids';
import { spokenName } from '../../../../shared/kernel/names';
import { PlainDate } from '../../../../shared/kernel/plain-date';
import { refusal } from '../../../../shared/kernel/errors';
import { HandOverFields, TimeOfDay } from '../../../../shared/modules/documents/documents.model';
import { api } from '../../../lib/client';
import { timeOf, today, useFormat } from '../../../lib/format';
import { newId } from '../../../lib/new-id';
import { useProfile } from '../../../lib/profile';
import { useAct, useAsk } from '../../../lib/query';
import { WireError } from '../../../lib/wire-error';
import { DateField, FormDialog, SelectField, TextAreaField, TextField, useAppForm, useToast } from '../../../ui';
import { TimeField } from './time-field';

const Schema = z.object({
  pairId: PairId,
  handedOver: HandOverFields,
  plannedReturnOn: PlainDate,
  plannedReturnAt: TimeOfDay,
  note: z.string().max(2000),
});

/** The child goes out: under which contract, when, in what state, and when it is expected back. */
export function HandOverDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('documents');
  const { language } = useFormat();
  const profile = useProfile();
  const toast = useToast();
  const [id] = useState(() => newId(RowId));
  const pairs = useAsk('mentorships.list', { stages: ['papers', 'hosting'], limit: 200 }).data?.rows ?? [];
  const handOver = useAct('documents.handOver', ['mentorships', 'children']);
  const form = useAppForm<z.input<typeof Schema>, z.output<typeof Schema>>(Schema, {
    pairId: '',
    handedOver: { on: today(), at: timeOf(new Date()), by: profile.name, state: '' },
    plannedReturnOn: today(),
    plannedReturnAt: '',
    note: '',
  });
  const withContract = pairs.filter((pair) => pair.contractNumber !== null);
  return (
    <FormDialog
      open
      form={form}
      title={t('hand.title')}
      intro={withContract.length === 0 ? t('hand.noContract') : undefined}
      saveLabel={t('hand.save')}
      wide
      onClose={onClose}
      onSave={async ({ pairId, ...rest }) => {
        const pair = await api.mentorships.get({ id: pairId });
        if (!pair.contractDocumentId) throw new WireError(refusal('PAIR.NO_CONTRACT').wire);
        await handOver.mutateAsync({ id, transfer: { ...rest, documentId: pair.contractDocumentId, childId: pair.child.id } });
        toast.show(t('hand.done'));
      }}
    >
      <SelectField
        name="pairId"
        label={t('hand.who')}
        span={12}
        options={withContract.map((pair) => ({
          value: pair.id,
          label: t('hand.option', {
            child: spokenName(pair.child.name, language),
            mentor: spokenName(pair.mentor.name, language),
            number: pair.contractNumber,
          }),
        }))}
      />
      <DateField name="handedOver.on" label={t('hand.on')} span={4} />
      <TimeField name="handedOver.at" label={t('hand.at')} span={2} empty="" />
      <TextField name="handedOver.by" label={t('hand.by')} span={6} />
      <DateField name="plannedReturnOn" label={t('hand.plannedOn')} span={4} />
      <TimeField name="plannedReturnAt" label={t('hand.plannedAt')} span={2} empty="" />
      <TextField name="handedOver.state" label={t('hand.state')} help={t('hand.stateHelp')} span={12} />
      <TextAreaField name="note" label={t('hand.note')} rows={2} />
    </FormDialog>
  );
}
