import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { line, requiredLine } from '../../../../shared/kernel/text';
import type { Assessment } from '../../../../shared/modules/assessments/assessments.model';
import { filledForm } from '../../../../shared/modules/assessments/answers';
import { useAct } from '../../../lib/query';
import { FormDialog, TextField, useAppForm } from '../../../ui';
import { assessmentPaths } from '../assessment-paths';
import type { PaperDesk } from './use-paper';

interface PaperFinishProps {
  record: Assessment;
  desk: PaperDesk;
  onGoTo: (item: string) => void;
  onClose: () => void;
}

/** What is left blank, then the last question: after it the answers do not change. */
export function PaperFinish({ record, desk, onGoTo, onClose }: PaperFinishProps) {
  const { t } = useTranslation('assessments');
  const navigate = useNavigate();
  const finish = useAct('assessments.finish');
  const { missing, requiredMissing } = filledForm(record.instrument, desk.first);
  const items = requiredMissing.flatMap((id) => record.instrument.items.filter((item) => item.id === id));
  const incomplete = items.length > 0;
  const form = useAppForm(z.object({ incompleteReason: incomplete ? requiredLine(500) : line(500) }), { incompleteReason: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t(incomplete ? 'paper.finish.incomplete' : 'paper.finish.title')}
      intro={missing.length === 0 ? t('paper.finish.all') : t('paper.finish.blank', { count: missing.length })}
      saveLabel={t(incomplete ? 'paper.finish.anyway' : 'paper.finish.action')}
      onClose={onClose}
      onSave={async ({ incompleteReason }) => {
        await desk.flush();
        await finish.mutateAsync({ id: record.header.id, incompleteReason });
        void navigate(assessmentPaths.result(record.header.id), { replace: true });
      }}
    >
      {incomplete && (
        <>
          <Box component="ul" aria-label={t('paper.finish.required')} sx={{ gridColumn: 'span 12', display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
            {items.map((item) => (
              <Box component="li" key={item.id}>
                <Button
                  size="small"
                  variant="outlined"
                  onClick={() => {
                    onGoTo(item.id);
                  }}
                >
                  {t('paper.item', { n: item.n })}
                </Button>
              </Box>
            ))}
          </Box>
          <TextField name="incompleteReason" label={t('paper.finish.reason')} help={t('paper.finish.reasonHelp')} span={12} />
        </>
      )}
    </FormDialog>
  );
}
