import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { PlainDate } from '../../../../shared/kernel/plain-date';
import { line, requiredLine } from '../../../../shared/kernel/text';
import { ClosingReasonField } from '../../../../shared/modules/mentorships/mentorships.model';
import { CLOSING_REASONS, type PairCommand } from '../../../../shared/modules/mentorships/mentorships.workflow';
import { today } from '../../../lib/format';
import { useAct } from '../../../lib/query';
import { DateField, FormDialog, SelectField, TextAreaField, TextField, useAppForm, useToast } from '../../../ui';
import type { Pair } from '../pair.page';

const schemaOf = (command: PairCommand) =>
  z.object({
    on: PlainDate,
    reason: command === 'returnToMeetings' ? requiredLine(1000) : line(1000),
    note: z.string().max(4000),
    closing: command === 'close' ? ClosingReasonField : z.string(),
  });

/** One step of the pair, on its day. Going back and closing ask why. */
export function MoveDialog({ pair, command, onClose }: { pair: Pair; command: PairCommand; onClose: () => void }) {
  const { t } = useTranslation('mentorships');
  const toast = useToast();
  const [meetings, papers, hosting] = [useAct('mentorships.startMeetings'), useAct('mentorships.startPapers'), useAct('mentorships.startHosting')];
  const back = useAct('mentorships.returnToMeetings', ['documents']);
  const close = useAct('mentorships.close', ['children', 'documents']);
  const form = useAppForm(schemaOf(command), { on: today(), reason: '', note: '', closing: '' });
  const run = (values: { on: PlainDate; reason: string; note: string; closing: string }) => {
    const move = { id: pair.id, on: values.on };
    if (command === 'startMeetings') return meetings.mutateAsync(move);
    if (command === 'startPapers') return papers.mutateAsync(move);
    if (command === 'startHosting') return hosting.mutateAsync(move);
    if (command === 'returnToMeetings') return back.mutateAsync({ ...move, reason: values.reason });
    return close.mutateAsync({ ...move, reason: ClosingReasonField.parse(values.closing), note: values.note });
  };
  return (
    <FormDialog
      open
      form={form}
      title={t(`command.${command}`)}
      intro={t(`move.${command}`)}
      saveLabel={t(`command.${command}`)}
      dangerous={command === 'close'}
      onClose={onClose}
      onSave={async (values) => {
        await run(values);
        toast.show(t('move.done'));
      }}
    >
      <DateField name="on" label={t('move.on')} span={6} />
      {command === 'returnToMeetings' && <TextField name="reason" label={t('reason')} span={12} />}
      {command === 'close' && (
        <SelectField
          name="closing"
          label={t('reason')}
          options={CLOSING_REASONS.map((value) => ({ value, label: t(`closing.${value}`) }))}
          span={6}
        />
      )}
      {command === 'close' && <TextAreaField name="note" label={t('move.note')} />}
    </FormDialog>
  );
}
