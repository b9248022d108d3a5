import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { requiredLine } from '../../../../shared/kernel/text';
import { useAct } from '../../../lib/query';
import { FormDialog, TextField, useAppForm, useToast } from '../../../ui';
import type { Mentor } from '../candidate.page';
import type { MentorPaper } from '../paper-state';

const Schema = z.object({ reason: requiredLine(300) });

/** Entered by mistake: it stays to be read, and counts no more. */
export function StrikePaperDialog({ mentor, paper, onClose }: { mentor: Mentor; paper: MentorPaper; onClose: () => void }) {
  const { t } = useTranslation('candidates');
  const toast = useToast();
  const strike = useAct('candidates.strikePaper', ['documents']);
  const form = useAppForm(Schema, { reason: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('paper.strikeTitle', { kind: t(`kind.${paper.kind}`) })}
      intro={t('paper.strikeIntro')}
      saveLabel={t('paper.strike')}
      dangerous
      onClose={onClose}
      onSave={async ({ reason }) => {
        await strike.mutateAsync({ mentorId: mentor.id, id: paper.id, reason });
        toast.show(t('paper.struck'));
      }}
    >
      <TextField name="reason" label={t('reason')} span={12} autoFocus />
    </FormDialog>
  );
}
